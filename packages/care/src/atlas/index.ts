export { findMuscles, type MuscleHints, type MuscleMatch, muscleAliases, readMuscle } from './find-muscles.ts'
export { isLevel, levelAt, levelRange, levelsOf, levelY, MM_PER_UNIT } from './levels.ts'
export {
  type AtlasSource,
  type AtRisk,
  atlasSource,
  isMuscleId,
  LAYERS,
  type Layer,
  MUSCLES,
  type Muscle,
  muscleById,
  mustMuscle,
  RISK_TIERS,
  type RiskModifier,
  type RiskTier,
  regionOf,
  riskAt,
} from './muscles.ts'
export { layerName, muscleName, siteName, spokenSite } from './names.ts'
export {
  LEVELS,
  type Level,
  type MuscleId,
  type PlatePoint,
  REGIONS,
  type Region,
  type Side,
  type Site,
  type View,
} from './site.ts'

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

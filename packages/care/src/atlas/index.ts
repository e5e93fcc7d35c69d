export { type ControlPoint, pathOf, sampleCurve } from './curve.ts'
export type { LabelSide } from './draw-labels.ts'
export {
  checkPlacing,
  checkSiteAnswer,
  type PlacingProblem,
  type SiteAnswer,
  type SiteAnswerProblem,
  type SiteAsked,
  withSiteAnswers,
} from './danger/answers.ts'
export {
  assessSite,
  type Finding,
  type SiteAssessment,
  type SiteBlock,
  type StructureAtRisk,
} from './danger/assess.ts'
export {
  BMI_CLASSES,
  type BmiClass,
  bmiClassOf,
  type KnownFactors,
  type PatientFactors,
  PREGNANCIES,
  type Pregnancy,
  UNKNOWN_FACTORS,
} from './danger/factors.ts'
export type { Conflict, Figure } from './danger/literature.ts'
export type {
  Grip,
  LyingPosition,
  NeedleAim,
  NeedlePlan,
  NeedleTechnique,
  Third,
} from './danger/needle-plan.ts'
export { dangerOf, type MuscleDanger } from './danger/of-muscle.ts'
export { type PlacingQuestion, QUESTION_IDS, type QuestionId, QUESTIONS } from './danger/questions.ts'
export { drawHazard } from './draw-hazard.ts'
export { outlinesOf } from './draw-muscle.ts'
export { drawPlate, type PlateAsked } from './draw-plate.ts'
export { findMuscles, type MuscleHints, type MuscleMatch, muscleAliases, readMuscle } from './find-muscles.ts'
export { findBySymptom, type SymptomAnswer, type SymptomMatch } from './find-symptoms.ts'
export { HAZARD_NAMES, type HazardId, hazardsNear, type NearHazard } from './hazards.ts'
export { isLevel, levelAt, levelRange, levelsOf, levelY, MM_PER_UNIT } from './levels.ts'
export {
  type Direction,
  fromMidlineMm,
  type NudgeProblem,
  neighbour,
  nudge,
  type PlateShown,
  sitesOf,
} from './move-site.ts'
export { type FactField, type FactSupport, factSupport, type MuscleFacts, muscleFacts } from './muscle-facts.ts'
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
export { type Look, looksAt } from './looks.ts'
export { layerName, muscleName, plainMuscle, siteName, spokenSite } from './names.ts'
export type { Box, Plate, PlateGroup, PlateNode } from './plate-node.ts'
export { type SvgAsked, svgOf } from './plate-svg.ts'
export { PLATE_THEMES, type PlateTheme } from './plate-theme.ts'
export { isInMuscle, levelIn, pointFor, type SiteCandidate, type SiteQuestion, siteAt } from './site-at.ts'
export { type DosedNeedle, doseByMuscle, type MuscleDose } from './seeing/dose.ts'
export { beside, drawFigure, drawPlain, drawSeen, type FigureAsked, overlaid } from './seeing/figure.ts'
export { describeOverlays, type NeedleState, type Overlay } from './seeing/overlay.ts'
export {
  checkPainArea,
  hasLowBackPain,
  PAIN_KINDS,
  type PainArea,
  type PainChange,
  type PainKind,
  type PainProblem,
  painByRegion,
  painChanges,
  painExtent,
  type RegionPain,
} from './seeing/pain.ts'
export {
  type FigureView,
  isLowBack,
  isOnFigure,
  LOW_BACK_AREA,
  PAIN_REGIONS,
  type PainRegion,
  painRegionAt,
} from './seeing/pain-regions.ts'
export { type Referral, referralOf } from './seeing/referral.ts'
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
export { ASPECTS, type Aspect, aspectsOf, homeAspect, isMirrored, isSideSeen, viewOf } from './plates.ts'
export { isInBox, ZOOMS, type Zoom, zoomBox } from './zoom.ts'

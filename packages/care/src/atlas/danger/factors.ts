/** What about the patient changes what a needle may meet. A factor that nobody asked for is unknown, never no. */
import type { Answer } from '../../kernel/index.ts'

/** Body mass index by the classes of the studies: below 18.5, to 25, to 30, and above. */
export const BMI_CLASSES = ['under', 'normal', 'over', 'obese', 'unknown'] as const
export type BmiClass = (typeof BMI_CLASSES)[number]

/** `stage-unknown`: pregnant, and nobody knows how far. `unknown`: nobody knows whether. */
export const PREGNANCIES = ['no', 'first-trimester', 'later', 'stage-unknown', 'unknown'] as const
export type Pregnancy = (typeof PREGNANCIES)[number]

export type KnownFactors = {
  readonly bmiClass: BmiClass
  readonly scoliosis: Answer
  /** A rounded upper back. */
  readonly kyphosis: Answer
  /** Emphysema, chronic bronchitis, tuberculosis, lung cancer, pneumonia, or surgery of the chest. */
  readonly lungDisease: Answer
  readonly previousPneumothorax: Answer
  /** Screws, rods, cages or discs in the spine. */
  readonly spinalHardware: Answer
  /** A pacemaker, defibrillator, stimulator or pump. */
  readonly implantedDevice: Answer
  readonly pregnancy: Pregnancy
}

/** What is left out is unknown. */
export type PatientFactors = Partial<KnownFactors>

export const UNKNOWN_FACTORS: KnownFactors = {
  bmiClass: 'unknown',
  scoliosis: 'unknown',
  kyphosis: 'unknown',
  lungDisease: 'unknown',
  previousPneumothorax: 'unknown',
  spinalHardware: 'unknown',
  implantedDevice: 'unknown',
  pregnancy: 'unknown',
}

/** The class of a body mass index in kg/m²; unknown when nobody measured. The limits are those of the World Health Organization. */
export function bmiClassOf(bmi: number | null): BmiClass {
  if (bmi === null || !Number.isFinite(bmi) || bmi <= 0) return 'unknown'
  if (bmi < 18.5) return 'under'
  if (bmi < 25) return 'normal'
  return bmi < 30 ? 'over' : 'obese'
}

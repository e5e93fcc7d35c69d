/** What a screening says: the findings with their reasons, and what follows for each region and technique. */
import type { Region } from '../atlas/index.ts'
import type { Instant, ScreeningId } from '../kernel/index.ts'
import type { Disposition, ScreenedTechnique, Severity, Urgency } from './disposition.ts'
import type { Answers, QuestionId } from './questions.ts'

/** What a finding rests on: an answer yes, a question that nobody could answer, or the patient's age. */
export type Basis = 'yes' | 'unknown'

export type Finding = {
  /** The rule's id, such as `SCR-R1`. */
  readonly rule: string
  readonly because: Basis
  readonly disposition: Disposition
  readonly severity: Severity
  readonly urgency: Urgency | null
  /** Where it holds. Empty for a finding about no region in particular, such as lymphoedema of an arm. */
  readonly regions: readonly Region[]
  readonly techniques: readonly ScreenedTechnique[]
  readonly reasonForClinician: string
  readonly reasonForPatient: string
  /** One short line for the treatment screen. */
  readonly label: string
  readonly questions: readonly QuestionId[]
  readonly sources: readonly string[]
  /** No source that we could open supports it yet: it may warn, a clinician decides. */
  readonly unreviewed: boolean
}

/** What still has to be asked before a needle goes in. */
export type MissingAnswer = {
  readonly question: QuestionId
  /** `answer`: yes or no. `where`: the answer is yes, and nobody said where. */
  readonly what: 'answer' | 'where'
}

export type ScreeningResult = {
  readonly rulesVersion: string
  /** Gravest first. */
  readonly findings: readonly Finding[]
  readonly perRegion: Readonly<Record<Region, Disposition>>
  readonly perTechnique: Readonly<Record<ScreenedTechnique, Disposition>>
  readonly disposition: Disposition
  /** Set when the disposition is a referral. */
  readonly urgency: Urgency | null
  /** False while anything stops every needle, or while a question that must be asked has no answer. */
  readonly mayNeedle: boolean
  readonly barredRegions: readonly Region[]
  readonly barredTechniques: readonly ScreenedTechnique[]
  /** Short lines for the treatment screen, such as `Blood thinner`. */
  readonly precautions: readonly string[]
  /** Sentences that the patient must hear. */
  readonly mustSay: readonly string[]
  readonly missing: readonly MissingAnswer[]
}

/** A screening as it was recorded: answers and result under one version of the rules, never changed afterwards. */
export type Screening = {
  readonly id: ScreeningId
  readonly answers: Answers
  readonly screenedAt: Instant
  readonly result: ScreeningResult
}

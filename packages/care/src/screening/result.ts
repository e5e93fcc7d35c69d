/** What a screening says: the findings with their reasons, and what follows for each region and technique. */
import type { MuscleId, Region, Site } from '../atlas/index.ts'
import type { Instant, ScreeningId } from '../kernel/index.ts'
import type { Change } from './change.ts'
import type { Contradiction } from './contradiction.ts'
import type { Disposition, ScreenedTechnique, Severity, Urgency } from './disposition.ts'
import type { Override, OverrideTerms } from './override.ts'
import type { Answers, QuestionId } from './questions.ts'
import type { Clearance, Letter } from './rule.ts'

/** What a finding rests on: an answer yes (or the patient's age), or a question that nobody could answer. */
export type Basis = 'yes' | 'unknown'

export type Finding = {
  /** The rule's id, such as `SCR-R1`, and so the finding's: a rule is found once. */
  readonly rule: string
  readonly because: Basis
  readonly disposition: Disposition
  readonly severity: Severity
  readonly urgency: Urgency | null
  /** Where it holds. Empty for a finding about no region in particular, such as lymphoedema of an arm. */
  readonly regions: readonly Region[]
  readonly techniques: readonly ScreenedTechnique[]
  /** The muscles of the plan that it is about; null when it is about any. */
  readonly muscles: readonly MuscleId[] | null
  readonly reasonForClinician: string
  readonly reasonForPatient: string
  /** One short line for the treatment screen. */
  readonly label: string
  /** What it changes in the needling. */
  readonly changes: readonly Change[]
  readonly clearance: Clearance | null
  /** To whom a letter goes; null when none does. */
  readonly letter: Letter | null
  /** Who may needle against it, and what they must write; null when nobody may or nothing is barred. */
  readonly override: OverrideTerms | null
  /** Set when somebody did: the finding then counts as a precaution. */
  readonly overridden: Override | null
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

/** One needle as it is meant to go in. */
export type PlannedNeedle = { readonly site: Site; readonly technique: ScreenedTechnique }
export type NeedlingPlan = readonly PlannedNeedle[]

export type SiteVerdict = PlannedNeedle & {
  readonly region: Region
  readonly disposition: Disposition
  /** The rules that make it so, gravest first. */
  readonly rules: readonly string[]
  readonly changes: readonly Change[]
}

export type ScreeningResult = {
  readonly rulesVersion: string
  /** Gravest first. */
  readonly findings: readonly Finding[]
  readonly perRegion: Readonly<Record<Region, Disposition>>
  readonly perTechnique: Readonly<Record<ScreenedTechnique, Disposition>>
  /** One for each needle of the plan, in its order; empty without a plan. */
  readonly perSite: readonly SiteVerdict[]
  /** Of the plan when there is one: a bar elsewhere in the body doesn't count then. Else the gravest finding. */
  readonly disposition: Disposition
  /** Set when the disposition is a referral. */
  readonly urgency: Urgency | null
  /** False while anything stops every needle, or while a question that must be asked has no answer. */
  readonly mayNeedle: boolean
  readonly barredRegions: readonly Region[]
  readonly barredTechniques: readonly ScreenedTechnique[]
  /** Short lines for the treatment screen, such as `Blood thinner`. */
  readonly precautions: readonly string[]
  /** What the precautions change in the needling, each once. */
  readonly changes: readonly Change[]
  /** Sentences that the patient must hear. */
  readonly mustSay: readonly string[]
  readonly missing: readonly MissingAnswer[]
  /** Words that contradict ticks. */
  readonly contradictions: readonly Contradiction[]
}

/** A screening as it was recorded: answers and result under one version of the rules, never changed afterwards. */
export type Screening = {
  readonly id: ScreeningId
  readonly answers: Answers
  readonly screenedAt: Instant
  readonly result: ScreeningResult
}

/**
 * The screening itself: answers in, findings and what follows out.
 *
 * It guarantees: blank and unknown are never no; one more yes never makes the outcome milder; an emergency stands above all
 * else; every outcome that isn't plain *proceed* has its rule, its reason and words for the patient. It supports a
 * clinician's decision and doesn't replace it.
 */
import { REGIONS, type Region } from '../atlas/index.ts'
import { type Answer, epochMsOf, type Instant, instantOf, type ScreeningId } from '../kernel/index.ts'
import { judge, questionsOf } from './condition.ts'
import {
  type Disposition,
  graver,
  gravity,
  moreUrgent,
  SCREENED_TECHNIQUES,
  type ScreenedTechnique,
  SEVERITIES,
  type Severity,
  stopsNeedling,
  type Urgency,
} from './disposition.ts'
import { type Answers, findQuestion, QUESTIONS, type QuestionId } from './questions.ts'
import type { Basis, Finding, MissingAnswer, ScreeningResult } from './result.ts'
import type { Rule } from './rule.ts'
import { PRECAUTION_RULES } from './rules-precautions.ts'
import { RED_FLAG_RULES } from './rules-red-flags.ts'
import { STOP_RULES } from './rules-stops.ts'

/** Counts up with every change of a question, a rule or a word of either. */
export const RULES_VERSION = 'SCR-1.0'

export const SCREENING_RULES: readonly Rule[] = [...RED_FLAG_RULES, ...STOP_RULES, ...PRECAUTION_RULES]

/** The ids of the rules that read the answer to a question. */
export function rulesReading(question: QuestionId): readonly string[] {
  return SCREENING_RULES.filter((rule) => questionsOf(rule.when).includes(question)).map((rule) => rule.id)
}

/** Whole years at the day of the screening. */
export type ScreenedPatient = { readonly ageYears: number }

export function screen(answers: Answers, patient: ScreenedPatient): ScreeningResult {
  const answerOf = (question: QuestionId) => effectiveAnswer(answers, question)
  const findings: Finding[] = []
  for (const rule of SCREENING_RULES) {
    const holds = judge(rule.when, { answerOf, ageYears: patient.ageYears })
    if (holds !== 'no') findings.push(findingOf(rule, holds, answers))
  }
  findings.sort(gravestFirst)
  const missing = missingAnswers(answers)
  const disposition = findings.reduce<Disposition>((worst, finding) => graver(worst, finding.disposition), 'proceed')
  const perRegion = perRegionOf(findings)
  const perTechnique = perTechniqueOf(findings)
  return {
    rulesVersion: RULES_VERSION,
    findings,
    perRegion,
    perTechnique,
    disposition,
    urgency: findings.reduce<Urgency | null>((worst, finding) => moreUrgent(worst, finding.urgency), null),
    mayNeedle: missing.length === 0 && !stopsNeedling(disposition),
    barredRegions: REGIONS.filter((region) => gravity(perRegion[region]) >= gravity('not-in-this-region')),
    barredTechniques: SCREENED_TECHNIQUES.filter((technique) => bars(perTechnique[technique])),
    precautions: precautionsOf(findings),
    mustSay: mustSayOf(findings),
    missing,
  }
}

/** A blank is unknown, unless the question that leads to it was answered no. */
function effectiveAnswer(answers: Answers, id: QuestionId): Answer {
  const given = answers[id]?.answer
  if (given === 'yes' || given === 'no') return given
  const parent = findQuestion(id)?.onlyIf
  return parent && answers[parent as QuestionId]?.answer === 'no' ? 'no' : 'unknown'
}

function findingOf(rule: Rule, because: Basis, answers: Answers): Finding {
  const isKnown = because === 'yes'
  const disposition = isKnown || gravity(rule.disposition) < gravity('precaution') ? rule.disposition : 'precaution'
  const urgency = isKnown ? rule.urgency : null
  const regions = regionsOf(rule, answers)
  // Somewhere else entirely, such as lymphoedema of an arm: worth knowing, no bar.
  const isElsewhere = rule.regions === 'where-named' && regions.length === 0
  const softened = isElsewhere ? 'precaution' : disposition
  return {
    rule: rule.id,
    because,
    disposition: softened,
    severity: severityOf(softened, urgency),
    urgency,
    regions,
    techniques: rule.techniques,
    reasonForClinician: isKnown ? rule.forClinician : `Not known, so not ruled out. ${rule.forClinician}`,
    reasonForPatient: isKnown ? rule.forPatient : `We don't know this yet. ${rule.forPatient}`,
    label: isKnown ? rule.label : `${rule.label}: not known`,
    questions: questionsOf(rule.when),
    sources: rule.sources,
    unreviewed: rule.unreviewed,
  }
}

/** A yes without a place could be anywhere, so it holds everywhere until somebody says where. */
function regionsOf(rule: Rule, answers: Answers): readonly Region[] {
  if (rule.regions !== 'where-named') return rule.regions
  const named = new Set<Region>()
  for (const question of questionsOf(rule.when)) {
    const given = answers[question]
    if (given?.answer !== 'yes' || !given.regions) return REGIONS
    for (const region of given.regions) named.add(region)
  }
  return REGIONS.filter((region) => named.has(region))
}

function severityOf(disposition: Disposition, urgency: Urgency | null): Severity {
  if (urgency === 'emergency-now') return 'emergency'
  if (disposition === 'proceed') return 'information'
  return gravity(disposition) < gravity('not-in-this-region') ? 'caution' : 'stop'
}

function gravestFirst(a: Finding, b: Finding): number {
  const bySeverity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity)
  if (bySeverity !== 0) return bySeverity
  const byGravity = gravity(b.disposition) - gravity(a.disposition)
  if (byGravity !== 0) return byGravity
  if (a.because !== b.because) return a.because === 'yes' ? -1 : 1
  return 0
}

const isEvery = (part: readonly unknown[], whole: readonly unknown[]) => part.length === whole.length
const bars = (disposition: Disposition) => disposition === 'not-this-technique' || stopsNeedling(disposition)

/** A finding about some techniques only is no more than a precaution for a region. */
function perRegionOf(findings: readonly Finding[]): Record<Region, Disposition> {
  const worst = Object.fromEntries(REGIONS.map((region) => [region, 'proceed'])) as Record<Region, Disposition>
  for (const finding of findings) {
    const isWhole = isEvery(finding.techniques, SCREENED_TECHNIQUES)
    const disposition = isWhole ? finding.disposition : atMostPrecaution(finding.disposition)
    for (const region of finding.regions) worst[region] = graver(worst[region], disposition)
  }
  return worst
}

function perTechniqueOf(findings: readonly Finding[]): Record<ScreenedTechnique, Disposition> {
  const start = SCREENED_TECHNIQUES.map((technique) => [technique, 'proceed'])
  const worst = Object.fromEntries(start) as Record<ScreenedTechnique, Disposition>
  for (const finding of findings) {
    const isWhole = isEvery(finding.regions, REGIONS) && finding.disposition !== 'not-in-this-region'
    const disposition = isWhole ? finding.disposition : atMostPrecaution(finding.disposition)
    for (const technique of finding.techniques) worst[technique] = graver(worst[technique], disposition)
  }
  return worst
}

function atMostPrecaution(disposition: Disposition): Disposition {
  return disposition === 'proceed' ? 'proceed' : 'precaution'
}

/** What changes the needling itself; what is only information stays in the findings. */
function precautionsOf(findings: readonly Finding[]): readonly string[] {
  const lines = findings.filter((finding) => finding.disposition !== 'proceed').map((finding) => finding.label)
  return [...new Set(lines)]
}

function mustSayOf(findings: readonly Finding[]): readonly string[] {
  const said = new Set<string>()
  for (const finding of findings) {
    const sentence = SCREENING_RULES.find((rule) => rule.id === finding.rule)?.mustSay
    if (sentence && finding.because === 'yes') said.add(sentence)
  }
  return [...said]
}

function missingAnswers(answers: Answers): readonly MissingAnswer[] {
  const missing: MissingAnswer[] = []
  for (const question of QUESTIONS) {
    const answer = effectiveAnswer(answers, question.id)
    if (question.mustAsk && answer === 'unknown') missing.push({ question: question.id, what: 'answer' })
    if (question.asksWhere && answer === 'yes' && !answers[question.id]?.regions) {
      missing.push({ question: question.id, what: 'where' })
    }
  }
  return missing
}

/** Answers are confirmed again before a session that begins later than this. Unreviewed. */
export const RECHECK_AFTER_HOURS = 24

export function recheckAt(screenedAt: Instant): Instant {
  return instantOf(epochMsOf(screenedAt) + RECHECK_AFTER_HOURS * 3_600_000)
}

/** True when the answers are too old for a session at that moment, or lie ahead of it. */
export function needsRecheck(screenedAt: Instant, sessionAt: Instant): boolean {
  return sessionAt >= recheckAt(screenedAt) || sessionAt < screenedAt
}

/** What a session needs to know of a screening; the shape of the session room's own type. */
export function screeningFacts(screening: { readonly id: ScreeningId; readonly result: ScreeningResult }): {
  readonly screening: ScreeningId
  readonly rulesVersion: string
  readonly mayNeedle: boolean
  readonly barredRegions: readonly Region[]
  readonly barredTechniques: readonly ScreenedTechnique[]
  readonly precautions: readonly string[]
} {
  const { rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions } = screening.result
  return { screening: screening.id, rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions }
}

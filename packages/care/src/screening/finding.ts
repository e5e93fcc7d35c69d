/** From a rule that holds, or may hold, to a finding. */
import { type MuscleId, muscleById, REGIONS, type Region, regionOf } from '../atlas/index.ts'
import { type Disposition, gravity, type Severity, type Urgency } from './disposition.ts'
import type { Answers, QuestionId } from './questions.ts'
import type { Basis, Finding, NeedlingPlan } from './result.ts'
import type { Rule } from './rule.ts'
import type { CompiledRule } from './rules.ts'

/** Null when the rule is about sites that aren't planned. */
export function findingOf(
  { rule, questions, stopsWhenUnasked }: CompiledRule,
  because: Basis,
  answers: Answers,
  plan: NeedlingPlan | null,
): Finding | null {
  const muscles = rule.onlyDeepMuscles ? deepMusclesOf(rule, plan) : null
  if (muscles?.length === 0) return null
  const isKnown = because === 'yes'
  const stands = isKnown || (rule.whenUnknown === 'stands' && isSaidUnknown(questions, answers))
  const regions = muscles ? regionsOfMuscles(muscles, plan) : regionsOf(rule, questions, answers)
  const disposition = dispositionOf(rule, { stands, stopsWhenUnasked, isElsewhere: isElsewhere(rule, regions) })
  const urgency = isKnown ? rule.urgency : null
  return {
    rule: rule.id,
    because,
    disposition,
    severity: severityOf(disposition, urgency),
    urgency,
    regions,
    techniques: rule.techniques,
    muscles,
    reasonForClinician: isKnown ? rule.forClinician : `Not known, so not ruled out. ${rule.forClinician}`,
    reasonForPatient: isKnown ? rule.forPatient : `We don't know this yet. ${rule.forPatient}`,
    label: isKnown ? rule.label : `${rule.label}: not known`,
    changes: rule.changes,
    clearance: stands ? rule.clearance : null,
    letter: isKnown ? rule.letter : null,
    // What nobody knows is asked, not overridden.
    override: isKnown && disposition === rule.disposition ? rule.override : null,
    overridden: null,
    questions,
    sources: rule.sources,
    unreviewed: rule.unreviewed,
  }
}

type Weighing = { readonly stands: boolean; readonly stopsWhenUnasked: boolean; readonly isElsewhere: boolean }

/** Somewhere else entirely, such as lymphoedema of an arm: worth knowing, no bar. */
function dispositionOf(
  { disposition }: Rule,
  { stands, stopsWhenUnasked, isElsewhere: elsewhere }: Weighing,
): Disposition {
  if (elsewhere) return 'precaution'
  if (stands || gravity(disposition) < gravity('precaution')) return disposition
  return stopsWhenUnasked ? 'not-today' : 'precaution'
}

function isElsewhere(rule: Rule, regions: readonly Region[]): boolean {
  return rule.regions === 'where-named' && regions.length === 0
}

/** Somebody was asked and wasn't sure; a blank is only missing. */
function isSaidUnknown(questions: readonly QuestionId[], answers: Answers): boolean {
  return questions.some((id) => answers[id]?.answer === 'unknown')
}

/** A yes without a place could be anywhere, so it holds everywhere until somebody says where. */
function regionsOf(rule: Rule, questions: readonly QuestionId[], answers: Answers): readonly Region[] {
  if (rule.regions !== 'where-named') return rule.regions
  const named = new Set<Region>()
  for (const question of questions) {
    const given = answers[question]
    if (given?.answer !== 'yes' || !given.regions) return REGIONS
    for (const region of given.regions) named.add(region)
  }
  return REGIONS.filter((region) => named.has(region))
}

/** The muscles of the deep layer that the plan means to needle deep. */
function deepMusclesOf(rule: Rule, plan: NeedlingPlan | null): readonly MuscleId[] {
  if (plan === null) return []
  const deep = plan.filter(
    ({ site, technique }) => rule.techniques.includes(technique) && muscleById(site.muscle)?.layer === 'deep',
  )
  return [...new Set(deep.map(({ site }) => site.muscle))]
}

function regionsOfMuscles(muscles: readonly MuscleId[], plan: NeedlingPlan | null): readonly Region[] {
  const regions = new Set(
    (plan ?? [])
      .filter(({ site }) => muscles.includes(site.muscle))
      .map(({ site }) => regionOf(site.muscle, site.level)),
  )
  return REGIONS.filter((region) => regions.has(region))
}

function severityOf(disposition: Disposition, urgency: Urgency | null): Severity {
  if (urgency === 'emergency-now') return 'emergency'
  if (disposition === 'proceed') return 'information'
  return gravity(disposition) < gravity('not-in-this-region') ? 'caution' : 'stop'
}

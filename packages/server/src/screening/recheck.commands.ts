/**
 * Between the first screening and the next needle: confirming the answers, overriding a finding, and what reopens them.
 *
 * An override is carried on by a re-check only while the rule still holds and none of the five was about it.
 */
import { err, ok, type Result, type ScreeningId } from '@unknot/care/kernel'
import {
  type Answers,
  MIN_REASON_LENGTH,
  needsFullScreening,
  type Override,
  questionsReopened,
  type RecheckAnswers,
  recheck,
  withOverrides,
} from '@unknot/care/screening'
import type { Queries } from '../kernel/index.ts'
import { recordScreening, type ScreeningCommand, type ScreeningProblem } from './screening.commands.ts'
import { addOverride, findScreening, latestScreening, type StoredScreening } from './screening.store.ts'

export type RecheckProblem =
  | ScreeningProblem
  /** There is nothing to confirm yet. */
  | { readonly code: 'never-screened' }
  /** Everything was last asked too long ago. */
  | { readonly code: 'full-screening-needed' }
  /** Somebody screened this patient meanwhile. */
  | { readonly code: 'screening-not-newest' }

export type RecheckCommand = Omit<ScreeningCommand, 'recheckOf' | 'answers'> & {
  readonly of: ScreeningId
  readonly items: RecheckAnswers
  readonly fresh: Answers
}

export async function recordRecheck(
  queries: Queries,
  command: RecheckCommand,
): Promise<Result<StoredScreening, RecheckProblem>> {
  const { clinic, items, fresh } = command
  const newest = await latestScreening(queries, clinic, command.patient)
  if (!newest) return err({ code: 'never-screened' })
  const isSentAgain = newest.id === command.id && newest.recheckOf === command.of
  const base = isSentAgain ? await findScreening(queries, clinic, command.of) : newest
  if (base?.id !== command.of) return err({ code: 'screening-not-newest' })
  if (needsFullScreening(base.fullAt, command.at)) return err({ code: 'full-screening-needed' })
  const recorded = await recordScreening(queries, {
    ...command,
    answers: recheck(base.answers, items, fresh),
    recheckOf: { id: base.id, fullAt: base.fullAt },
  })
  if (!recorded.ok || isSentAgain) return recorded
  return ok(await carryOverrides(queries, command, base, recorded.value))
}

async function carryOverrides(
  queries: Queries,
  { clinic, items, fresh }: RecheckCommand,
  base: StoredScreening,
  screening: StoredScreening,
): Promise<StoredScreening> {
  const asked = new Set<string>([...questionsReopened(items), ...Object.keys(fresh)])
  const overrides = base.overrides.filter(({ rule }) => {
    const finding = screening.result.findings.find((each) => each.rule === rule)
    return Boolean(finding?.override) && !finding?.questions.some((question) => asked.has(question))
  })
  for (const override of overrides) await addOverride(queries, clinic, screening.id, override)
  return { ...screening, overrides, effective: withOverrides(screening.result, overrides) }
}

export type OverrideProblem =
  /** No such finding, or nobody may override it: an emergency, a refusal, what nobody knows yet. */
  | { readonly code: 'finding-not-overridable' }
  | { readonly code: 'override-reason-too-short' }
  | { readonly code: 'already-overridden' }
  | { readonly code: 'screening-not-newest' }

export async function recordOverride(
  queries: Queries,
  screening: StoredScreening,
  command: Override & Pick<ScreeningCommand, 'clinic'>,
): Promise<Result<StoredScreening, OverrideProblem>> {
  const { clinic, ...override } = command
  if (override.reason.trim().length < MIN_REASON_LENGTH) return err({ code: 'override-reason-too-short' })
  const finding = screening.result.findings.find(({ rule }) => rule === override.rule)
  if (!finding?.override) return err({ code: 'finding-not-overridable' })
  const newest = await latestScreening(queries, clinic, screening.patient)
  if (newest?.id !== screening.id) return err({ code: 'screening-not-newest' })
  if (!(await addOverride(queries, clinic, screening.id, override))) {
    const known = screening.overrides.find(({ rule }) => rule === override.rule)
    return known?.reason === override.reason ? ok(screening) : err({ code: 'already-overridden' })
  }
  const overrides = [...screening.overrides, override]
  return ok({ ...screening, overrides, effective: withOverrides(screening.result, overrides) })
}

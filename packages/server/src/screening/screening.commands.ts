/**
 * Recording a screening: the server judges the answers, whatever a client may have shown.
 *
 * The same id with the same answers again is the same screening; with others it is refused.
 */
import type { Region } from '@unknot/care/atlas'
import {
  type AccountId,
  ageOn,
  type CalendarDay,
  type ClinicId,
  err,
  type Instant,
  ok,
  type PatientId,
  type Result,
  type ScreeningId,
} from '@unknot/care/kernel'
import { type Answers, type GivenAnswer, QUESTION_IDS, type QuestionId, screen } from '@unknot/care/screening'
import type { Queries } from '../kernel/index.ts'
import { addScreening, findScreening, type NewScreening, type StoredScreening } from './screening.store.ts'

export type ScreeningProblem = { readonly code: 'screening-id-reused' }

export type ScreeningCommand = {
  readonly clinic: ClinicId
  readonly id: ScreeningId
  readonly patient: PatientId
  readonly birthOn: CalendarDay
  /** The clinic's day. */
  readonly today: CalendarDay
  readonly answers: Answers
  readonly at: Instant
  readonly by: AccountId
  readonly byName: string
  /** The screening that this one confirms; null or left out when everything was asked. */
  readonly recheckOf?: Pick<StoredScreening, 'id' | 'fullAt'> | null
}

export async function recordScreening(
  queries: Queries,
  command: ScreeningCommand,
): Promise<Result<StoredScreening, ScreeningProblem>> {
  const ageYears = Math.max(0, ageOn(command.birthOn, command.today))
  const answers = tidyAnswers(command.answers)
  const result = screen(answers, { ageYears })
  const screening: NewScreening = {
    id: command.id,
    patient: command.patient,
    answers,
    ageYears,
    result,
    screenedAt: command.at,
    screenedBy: command.by,
    screenedByName: command.byName,
    recheckOf: command.recheckOf?.id ?? null,
    fullAt: command.recheckOf?.fullAt ?? command.at,
  }
  if (await addScreening(queries, command.clinic, screening)) {
    return ok({ ...screening, effective: result, overrides: [], reopenings: [], reopenedAt: null })
  }
  const known = await findScreening(queries, command.clinic, command.id)
  const isSame = known?.patient === command.patient && sameAnswers(known.answers, answers)
  return known && isSame ? ok(known) : err({ code: 'screening-id-reused' })
}

/** In the order of the questions and of the regions, so that the same answers are the same text. */
function tidyAnswers(answers: Answers): Answers {
  const tidy: Partial<Record<QuestionId, GivenAnswer>> = {}
  for (const id of QUESTION_IDS) {
    const given = answers[id]
    if (given) tidy[id] = tidyAnswer(given)
  }
  return tidy
}

function tidyAnswer({ answer, note, regions, weeks, settled }: GivenAnswer): GivenAnswer {
  const unique: readonly Region[] | undefined = regions && [...new Set(regions)].sort()
  return {
    answer,
    ...(note ? { note } : {}),
    ...(unique ? { regions: unique } : {}),
    ...(weeks === undefined ? {} : { weeks }),
    ...(settled ? { settled } : {}),
  }
}

function sameAnswers(a: Answers, b: Answers): boolean {
  return JSON.stringify(tidyAnswers(a)) === JSON.stringify(tidyAnswers(b))
}

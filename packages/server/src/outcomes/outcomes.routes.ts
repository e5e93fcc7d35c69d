/** Outcomes over HTTP. Each read and each write of a patient's scores stands in the audit trail. */
import { checkCutoffs, type CutoffProblem, FORECAST_SERIES, MEASURES, measureOf } from '@unknot/care/outcomes'
import { ok } from '@unknot/care/kernel'
import { outcomesRoutes } from '@unknot/wire/outcomes'
import { type App, audit, notThere, refusals, serve } from '../kernel/index.ts'
import { findPatient } from '../people/index.ts'
import { readCourse } from './course.commands.ts'
import { startLearner } from './learn.ts'
import { presentCourse, presentMeasure, presentScore } from './outcomes.presenter.ts'
import { addAim, addCutoffs, addReviewAnswer } from './outcomes.store.ts'
import { readPractice } from './practice.commands.ts'
import { recordScore, type RecordScoreProblem } from './record-score.commands.ts'

const NOTHING_SAVED = 'Nothing was saved.'
const refuseScore = refusals<RecordScoreProblem>({
  'item-unknown': {
    status: 422,
    title: `This measure has no such question. ${NOTHING_SAVED}`,
    detail: ({ item }) => item,
  },
  'item-out-of-range': {
    status: 422,
    title: `An answer lies outside its scale. ${NOTHING_SAVED}`,
    detail: ({ item, lowest, highest }) => `${item}: ${lowest} to ${highest}, whole numbers.`,
  },
  'too-many-missing': {
    status: 422,
    title: `Too many questions are open for a score. ${NOTHING_SAVED}`,
    detail: ({ missing, allowed }) => `Open: ${missing.join(', ')}. Allowed: ${allowed}.`,
  },
  'total-out-of-range': {
    status: 422,
    title: `This total can’t be. ${NOTHING_SAVED}`,
    detail: ({ lowest, highest }) => `${lowest} to ${highest}.`,
  },
  'total-only': { status: 422, title: 'Of this measure only the total is taken, from its paper form.' },
  'answers-or-total': {
    status: 422,
    title: `Either answers are needed, or the total of a paper form. ${NOTHING_SAVED}`,
  },
  'taken-in-future': { status: 422, title: `A score can’t have been taken later than now. ${NOTHING_SAVED}` },
  'wording-not-ours': {
    status: 422,
    title: 'The wording of this measure belongs to somebody. Enter the total of the paper form.',
  },
  'activities-needed': { status: 422, title: `Each rated activity needs its name. ${NOTHING_SAVED}` },
  'score-id-reused': { status: 409, title: `This id already belongs to another score. ${NOTHING_SAVED}` },
})

type AimProblem = { readonly code: 'aim-out-of-range'; readonly field: 'goal' | 'plannedEndWeek' }
const refuseAim = refusals<AimProblem>({
  'aim-out-of-range': { status: 422, title: `This aim can’t be. ${NOTHING_SAVED}`, detail: ({ field }) => field },
})

type AnswerProblem = { readonly code: 'review-changed' | 'reason-needed' | 'review-id-reused' }
const refuseAnswer = refusals<AnswerProblem>({
  'review-changed': { status: 409, title: 'The review says something else by now.', detail: 'Read it again.' },
  'reason-needed': { status: 422, title: 'Another way needs a reason.' },
  'review-id-reused': { status: 409, title: `This id already belongs to another answer. ${NOTHING_SAVED}` },
})

const refuseCutoffs = refusals<CutoffProblem>({
  'cutoff-out-of-range': {
    status: 422,
    title: `These cut-offs don’t fit together. ${NOTHING_SAVED}`,
    detail: ({ field }) => field,
  },
})

export function outcomesRoom(app: App): void {
  const learner = startLearner(app, (error) =>
    app.http.log.warn({ err: error }, 'a clinic could not learn from its scores'),
  )
  app.http.addHook('onClose', async () => learner.stop())

  serve(app, outcomesRoutes.measures, async () => ok({ measures: MEASURES.map(presentMeasure) }))

  serve(app, outcomesRoutes.recordScore, async (call) => {
    const { clinic, body, at, actor } = call
    const recorded = await call.db.inClinic(clinic, async (tx) => {
      const patient = await findPatient(tx, clinic, call.params.patient)
      if (!patient) return notThere()
      const given = givenOf(body)
      const { id, measure, asked, activities = [], takenAt = at } = body
      const who = { by: actor.account, byName: actor.name, newId: call.newId<string> }
      const done = await recordScore(tx, {
        clinic,
        id,
        patient: patient.id,
        measure,
        given,
        activities,
        asked,
        takenAt,
        at,
        ...who,
      })
      if (!done.ok) return refuseScore(done.problem)
      await audit(tx, call, { action: 'score-recorded', patient: patient.id, subject: id })
      return ok(presentScore(done.value.score))
    })
    if (recorded.ok) learner.scoreCame(clinic)
    return recorded
  })

  serve(app, outcomesRoutes.readCourse, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const patient = await findPatient(tx, call.clinic, call.params.patient)
      if (!patient) return notThere()
      const course = await readCourse(tx, call.clinic, patient.id, call.query.measure ?? FORECAST_SERIES, call.at)
      await audit(tx, call, { action: 'course-read', patient: patient.id })
      return ok(presentCourse(course))
    }),
  )

  serve(app, outcomesRoutes.setAim, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const patient = await findPatient(tx, call.clinic, call.params.patient)
      if (!patient) return notThere()
      const { id, measure, onset, goal, plannedEndWeek } = call.body
      const { lowest, highest } = measureOf(measure)
      if (goal !== null && (goal < lowest || goal > highest))
        return refuseAim({ code: 'aim-out-of-range', field: 'goal' })
      if (plannedEndWeek < 1 || plannedEndWeek > 52)
        return refuseAim({ code: 'aim-out-of-range', field: 'plannedEndWeek' })
      const aim = { id, patient: patient.id, measure, onset, goal, plannedEndWeek, at: call.at, by: call.actor.account }
      await addAim(tx, call.clinic, aim)
      await audit(tx, call, { action: 'aim-set', patient: patient.id, subject: id })
      return ok(undefined)
    }),
  )

  serve(app, outcomesRoutes.answerReview, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const patient = await findPatient(tx, call.clinic, call.params.patient)
      if (!patient) return notThere()
      const { id, measure, rule, answer, chosen, reason } = call.body
      const { review } = await readCourse(tx, call.clinic, patient.id, measure, call.at)
      if (review?.rule !== rule) return refuseAnswer({ code: 'review-changed' })
      if (answer === 'another-way' && reason === '') return refuseAnswer({ code: 'reason-needed' })
      const added = await addReviewAnswer(tx, call.clinic, {
        id,
        patient: patient.id,
        measure,
        rule,
        advice: review.advice,
        review,
        answer,
        reason,
        chosen: answer === 'agreed' ? review.advice : chosen,
        answeredAt: call.at,
        answeredBy: call.actor.account,
        answeredByName: call.actor.name,
      })
      if (!added) return refuseAnswer({ code: 'review-id-reused' })
      await audit(tx, call, { action: 'review-answered', patient: patient.id, subject: id })
      return ok(undefined)
    }),
  )

  serve(app, outcomesRoutes.practiceOutcomes, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      // Who isn't the owner sees the practice and themselves, never a colleague.
      const { measure = FORECAST_SERIES, clinician = null } = call.query
      const isOwner = call.actor.roles.includes('owner')
      const whose = isOwner || clinician === call.actor.account ? clinician : null
      await audit(tx, call, { action: 'practice-outcomes-read' })
      return ok(await readPractice(tx, call.clinic, { measure, clinician: whose }, call.at))
    }),
  )

  serve(app, outcomesRoutes.setCutoffs, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const checked = checkCutoffs(call.body)
      if (!checked.ok) return refuseCutoffs(checked.problem)
      const id = call.newId<string>()
      await addCutoffs(tx, call.clinic, { id, cutoffs: checked.value, at: call.at, by: call.actor.account })
      await audit(tx, call, { action: 'review-cutoffs-set', subject: id })
      return ok(undefined)
    }),
  )
}

type GivenBody = {
  readonly answers?: Readonly<Record<string, number>> | undefined
  readonly total?: number | undefined
}

/** Answers or a total; null where there is neither, or both. */
function givenOf({ answers, total }: GivenBody) {
  if (answers && total === undefined) return { answers }
  return total !== undefined && !answers ? { total } : null
}

/**
 * Screening over HTTP. Each read and each write of a patient's answers stands in the audit trail, with the version of the
 * rules that judged.
 */
import { must, ok } from '@unknot/care/kernel'
import { type Answers, RULES_VERSION } from '@unknot/care/screening'
import { screeningRoutes } from '@unknot/wire/screening'
import { findClinic } from '../clinic/index.ts'
import { type App, audit, notThere, refusals, serve } from '../kernel/index.ts'
import { findPatient } from '../people/index.ts'
import { clinicDay } from './clinic-day.ts'
import { recordScreening, type ScreeningProblem } from './screening.commands.ts'
import { presentQuestions, presentScreening, presentScreeningLine } from './screening.presenter.ts'
import { findScreening, listScreenings } from './screening.store.ts'

const refuse = refusals<ScreeningProblem>({
  'screening-id-reused': {
    status: 409,
    title: 'This id already belongs to another screening. Nothing was saved.',
    detail: 'Send the answers again under a new id.',
  },
})

export function screeningRoom(app: App): void {
  serve(app, screeningRoutes.screeningQuestions, async () => ok(presentQuestions()))

  serve(app, screeningRoutes.screenPatient, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const patient = await findPatient(tx, call.clinic, call.params.patient)
      if (!patient) return notThere()
      const clinic = must(await findClinic(tx, call.clinic), 'a sign-in without its clinic')
      const recorded = await recordScreening(tx, {
        clinic: call.clinic,
        id: call.body.id,
        patient: patient.id,
        birthOn: patient.birthOn,
        today: clinicDay(clinic.timeZone, call.at),
        answers: call.body.answers as Answers,
        at: call.at,
        by: call.actor.account,
        byName: call.actor.name,
      })
      if (!recorded.ok) return refuse(recorded.problem)
      await audit(tx, call, {
        action: 'patient-screened',
        patient: patient.id,
        subject: call.body.id,
        ruleVersion: RULES_VERSION,
      })
      return ok(presentScreening(recorded.value))
    }),
  )

  serve(app, screeningRoutes.listScreenings, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const patient = await findPatient(tx, call.clinic, call.params.patient)
      if (!patient) return notThere()
      const screenings = await listScreenings(tx, call.clinic, patient.id)
      await audit(tx, call, { action: 'screenings-listed', patient: patient.id })
      return ok({ screenings: screenings.map(presentScreeningLine) })
    }),
  )

  serve(app, screeningRoutes.readScreening, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const screening = await findScreening(tx, call.clinic, call.params.screening)
      if (!screening) return notThere()
      const { patient, id: subject, result } = screening
      await audit(tx, call, { action: 'screening-read', patient, subject, ruleVersion: result.rulesVersion })
      return ok(presentScreening(screening))
    }),
  )
}

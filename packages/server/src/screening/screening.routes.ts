/**
 * Screening over HTTP. Each read and each write of a patient's answers stands in the audit trail, with the version of the
 * rules that judged.
 */
import { must, ok } from '@unknot/care/kernel'
import { type Answers, fhirQuestionnaire, RULES_VERSION } from '@unknot/care/screening'
import { screeningRoutes } from '@unknot/wire/screening'
import { findClinic } from '../clinic/index.ts'
import { type App, audit, notThere, refusals, serve } from '../kernel/index.ts'
import { findPatient } from '../people/index.ts'
import { clinicDay } from './clinic-day.ts'
import { type OverrideProblem, recordOverride, recordRecheck, type RecheckProblem } from './recheck.commands.ts'
import { recordScreening } from './screening.commands.ts'
import { presentQuestions, presentScreening, presentScreeningLine } from './screening.presenter.ts'
import { addReopening, findScreening, listScreenings } from './screening.store.ts'

const refuse = refusals<RecheckProblem | OverrideProblem>({
  'never-screened': {
    status: 409,
    title: 'This patient was never screened, so there is nothing to confirm.',
    detail: 'Ask all the questions first.',
  },
  'full-screening-needed': {
    status: 409,
    title: 'Everything was last asked too long ago to confirm it.',
    detail: 'Ask all the questions again.',
  },
  'screening-not-newest': {
    status: 409,
    title: 'Somebody screened this patient meanwhile. Nothing was saved.',
    detail: 'Open the newest screening, and go on from there.',
  },
  'finding-not-overridable': {
    status: 409,
    title: 'Nobody may needle against this.',
    detail:
      'Emergencies, a refusal and what nobody knows yet are not overridden. Follow the finding, or ask and answer.',
  },
  'override-reason-too-short': {
    status: 400,
    title: 'The reason is too short to be one.',
    detail: 'Write who decided it, when, and why.',
  },
  'already-overridden': {
    status: 409,
    title: 'This finding was overridden before, for another reason.',
    detail: 'The first reason stands. Screen again to judge it anew.',
  },
  'screening-id-reused': {
    status: 409,
    title: 'This id already belongs to another screening. Nothing was saved.',
    detail: 'Send the answers again under a new id.',
  },
})

export function screeningRoom(app: App): void {
  serve(app, screeningRoutes.screeningQuestions, async () => ok(presentQuestions()))

  serve(app, screeningRoutes.screeningQuestionnaire, async () => ok(fhirQuestionnaire()))

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

  serve(app, screeningRoutes.recheckPatient, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const patient = await findPatient(tx, call.clinic, call.params.patient)
      if (!patient) return notThere()
      const clinic = must(await findClinic(tx, call.clinic), 'a sign-in without its clinic')
      const recorded = await recordRecheck(tx, {
        clinic: call.clinic,
        id: call.body.id,
        of: call.body.of,
        patient: patient.id,
        birthOn: patient.birthOn,
        today: clinicDay(clinic.timeZone, call.at),
        items: call.body.items,
        fresh: call.body.answers as Answers,
        at: call.at,
        by: call.actor.account,
        byName: call.actor.name,
      })
      if (!recorded.ok) return refuse(recorded.problem)
      const subject = call.body.id
      await audit(tx, call, { action: 'screening-confirmed', patient: patient.id, subject, ruleVersion: RULES_VERSION })
      return ok(presentScreening(recorded.value))
    }),
  )

  serve(app, screeningRoutes.overrideFinding, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const screening = await findScreening(tx, call.clinic, call.params.screening)
      if (!screening) return notThere()
      const { rule, reason } = call.body
      const { account: by, name: byName } = call.actor
      const overridden = await recordOverride(tx, screening, {
        clinic: call.clinic,
        rule,
        reason,
        by,
        byName,
        at: call.at,
      })
      if (!overridden.ok) return refuse(overridden.problem)
      const { patient, id: subject, result } = screening
      const action = `finding-overridden ${rule}`
      await audit(tx, call, { action, patient, subject, ruleVersion: result.rulesVersion })
      return ok(presentScreening(overridden.value))
    }),
  )

  serve(app, screeningRoutes.reopenScreening, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const patient = await findPatient(tx, call.clinic, call.params.patient)
      if (!patient) return notThere()
      const { id, kind, note } = call.body
      const { account: by, name: byName } = call.actor
      await addReopening(tx, call.clinic, { id, patient: patient.id, kind, note, by, byName, at: call.at })
      await audit(tx, call, { action: 'screening-reopened', patient: patient.id, subject: id })
      return ok({ reopenedAt: call.at })
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

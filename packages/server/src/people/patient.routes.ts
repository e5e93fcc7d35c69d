/** Patients over HTTP. Each read and each write of a patient is in the audit trail, in its own transaction. */
import { ok } from '@unknot/care/kernel'
import type { PatientDraft } from '@unknot/care/people'
import { type BodyOf } from '@unknot/wire/kernel'
import { patientRoutes as routes } from '@unknot/wire/people'
import { type App, audit, notThere, serve } from '../kernel/index.ts'
import { type FindClinicFacts, todayAt } from './clinic-facts.ts'
import { changePatient, findPatients, registeredAlready, registerPatient, whoIsLike } from './patient.commands.ts'
import { findPatient } from './patient.store.ts'
import { presentLikeness, presentLine, presentPatient } from './people.presenter.ts'
import { refusePatient } from './people.refusals.ts'

const LINES = 20

export function servePatients(app: App, { findClinic }: { readonly findClinic: FindClinicFacts }): void {
  serve(app, routes.findPatients, async (call) => {
    const { q = '', limit } = call.query
    const found = await call.db.inClinic(call.clinic, async (tx) => {
      // Says that somebody looked, not for whom: what was typed is a patient's name.
      await audit(tx, call, { action: 'patients-searched' })
      return findPatients(tx, call.clinic, q, limit === undefined ? LINES : Number(limit))
    })
    return ok({ patients: found.patients.map(presentLine), more: found.more })
  })
  serve(app, routes.checkDuplicates, async (call) => {
    const { name, birthOn, phone = null, email = null } = call.body
    const likely = await call.db.inClinic(call.clinic, async (tx) => {
      await audit(tx, call, { action: 'patients-searched' })
      return whoIsLike(tx, call.clinic, { name, birthOn, phone, email })
    })
    return ok({ duplicates: likely.map(presentLikeness) })
  })
  serve(app, routes.registerPatient, async (call) => {
    const { clinic, at, body } = call
    const draft = draftOf(body)
    const notDuplicateOf = body.notDuplicateOf ?? []
    const today = await call.db.onClinic(clinic, (queries) => todayAt(queries, findClinic, clinic, at))
    const command = { clinic, id: body.id, draft, notDuplicateOf, today, at }
    const registered = await call.db.inClinic(clinic, async (tx) => {
      const patient = await registerPatient(tx, command)
      if (patient.ok) await audit(tx, call, { action: 'patient-registered', patient: body.id, subject: body.id })
      return patient
    })
    if (registered.ok) return ok(presentPatient(registered.value))
    if (registered.problem.code !== 'patient-id-reused') return refusePatient(registered.problem)
    const before = await call.db.onClinic(clinic, (queries) => registeredAlready(queries, command))
    return before ? ok(presentPatient(before)) : refusePatient(registered.problem)
  })
  serve(app, routes.readPatient, async (call) => {
    const { patient: id } = call.params
    const patient = await call.db.inClinic(call.clinic, async (tx) => {
      const found = await findPatient(tx, call.clinic, id)
      if (found) await audit(tx, call, { action: 'patient-read', patient: id, subject: id })
      return found
    })
    return patient ? ok(presentPatient(patient)) : notThere()
  })
  serve(app, routes.changePatient, async (call) => {
    const { version, ...named } = call.body
    const { clinic, at } = call
    const { patient: id } = call.params
    const contact = named.emergencyContact && contactOf(named.emergencyContact)
    const change = { ...named, emergencyContact: contact }
    const today = await call.db.onClinic(clinic, (queries) => todayAt(queries, findClinic, clinic, at))
    const changed = await call.db.inClinic(clinic, async (tx) => {
      const patient = await changePatient(tx, { clinic, id, version, change, today, at })
      if (patient.ok) await audit(tx, call, { action: 'patient-changed', patient: id, subject: id })
      return patient
    })
    return changed.ok ? ok(presentPatient(changed.value)) : refusePatient(changed.problem)
  })
}

type RegisterBody = BodyOf<typeof routes.registerPatient>

function draftOf(body: RegisterBody): PatientDraft {
  return {
    name: body.name,
    birthOn: body.birthOn,
    sex: body.sex ?? 'unknown',
    phone: body.phone ?? null,
    email: body.email ?? null,
    emergencyContact: body.emergencyContact ? contactOf(body.emergencyContact) : null,
    language: body.language ?? null,
    notes: body.notes ?? '',
  }
}

function contactOf(contact: NonNullable<RegisterBody['emergencyContact']>) {
  return { name: contact.name, phone: contact.phone, relation: contact.relation ?? null }
}

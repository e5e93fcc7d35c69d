/**
 * Sessions over HTTP. Every read and every write stands in the audit trail; a write's entry goes in with the events, in the
 * same statement.
 */
import { epochMsOf, type Instant, ok } from '@unknot/care/kernel'
import { measureSkew, readShorthand } from '@unknot/care/session'
import { sessionRoutes } from '@unknot/wire/session'
import { type App, audit, type Database, notThere, serve } from '../kernel/index.ts'
import { findPatient } from '../people/index.ts'
import { SessionMemory } from './session-memory.ts'
import type { Desk } from './desk.ts'
import { openSession, type SentEvent, sendEvents } from './session.commands.ts'
import { printedWords, readRecord } from './record.commands.ts'
import { recordPdf } from './record.pdf.ts'
import { presentLine, presentReading, presentRecord, presentSession } from './session.presenter.ts'
import { presentVerdict, refuseAdding, refuseOpening } from './session.refusals.ts'
import { viewSession } from './session-view.ts'
import { listSessions, unfinishedSessions } from './session.store.ts'

export function sessionRoom(app: App): void {
  const memory = new SessionMemory()
  serveCharting(app, memory)
  serveReading(app)
  serveRecord(app)
}

function serveCharting(app: App, memory: SessionMemory): void {
  // Reading a line records nothing, and is about no patient.
  serve(app, sessionRoutes.readShorthand, async ({ body }) =>
    ok(presentReading(readShorthand(body.line, body.carried))),
  )

  serve(app, sessionRoutes.openSession, async (call) => {
    const { patient } = call.params
    const { sentAt, ...opening } = call.body
    const dated = sentAt === undefined ? opening : dateBySending(opening, sentAt, call.at)
    const opened = await openSession(deskOf(call, memory), { ...dated, patient })
    if (!opened.ok) return refuseOpening(opened.problem)
    return ok(presentSession(call.body.id, patient, { state: opened.value, late: [], readAt: call.at }))
  })

  serve(app, sessionRoutes.sendEvents, async (call) => {
    const { events, sentAt } = call.body
    const dated = sentAt === undefined ? events : events.map((event) => dateBySending(event, sentAt, call.at))
    const sent = await sendEvents(deskOf(call, memory), call.params.session, dated)
    if (!sent.ok) return refuseAdding(sent.problem)
    return ok({ verdicts: sent.value.map(presentVerdict), receivedAt: call.at })
  })
}

function serveReading(app: App): void {
  serve(app, sessionRoutes.listSessions, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const patient = await findPatient(tx, call.clinic, call.params.patient)
      if (!patient) return notThere()
      const sessions = await listSessions(tx, call.clinic, patient.id)
      await audit(tx, call, { action: 'sessions-listed', patient: patient.id })
      return ok({ sessions: sessions.map(presentLine) })
    }),
  )

  serve(app, sessionRoutes.unfinishedSessions, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const sessions = await unfinishedSessions(tx, call.clinic)
      await audit(tx, call, { action: 'unfinished-sessions-listed' })
      return ok({ sessions: sessions.map(presentLine) })
    }),
  )

  serve(app, sessionRoutes.readSession, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const { session } = call.params
      const view = await viewSession(tx, call.clinic, session, call.at)
      if (!view) return notThere()
      await audit(tx, call, { action: 'session-read', patient: view.patient, subject: session })
      return ok(view)
    }),
  )
}

function serveRecord(app: App): void {
  serve(app, sessionRoutes.readRecord, async (call) => {
    const found = await call.db.inClinic(call.clinic, (tx) => readRecord(tx, call, call.params.session, 'record-read'))
    if (!found) return notThere()
    return ok(presentRecord(found))
  })

  serve(app, sessionRoutes.printRecord, async (call) => {
    const { session } = call.params
    const found = await call.db.inClinic(call.clinic, (tx) => readRecord(tx, call, session, 'record-printed'))
    if (!found) return notThere()
    const words = `Printed ${printedWords(call.at, found.note.zone)} by ${call.actor.name}`
    const printed = { at: call.at, words }
    const bytes = await recordPdf({ ...found, printed }, call.query.paper ?? 'a4')
    return ok({ bytes, name: `session-${session}.pdf` })
  })
}

/** A device that never measured its clock says what it showed when it sent: that is a measurement, too. */
function dateBySending<E extends Pick<SentEvent, 'skewMs'>>(event: E, sentAt: Instant, now: Instant): E {
  if (event.skewMs !== undefined) return event
  const sentMs = epochMsOf(sentAt)
  const skewMs = measureSkew({ sentMs, gotMs: sentMs, serverMs: epochMsOf(now) }, 0)
  return skewMs === null ? event : { ...event, skewMs }
}

/** Each statement by itself: what belongs together is one statement already. */
function deskOf(call: Desk['source'] & { readonly db: Database }, memory: SessionMemory): Desk {
  return { run: (work) => call.db.onClinic(call.clinic, work), memory, source: call }
}

/** The installation, the clinic and its audit trail over HTTP. */
import { must, ok } from '@unknot/care/kernel'
import { clinicRoutes as routes } from '@unknot/wire/clinic'
import { type App, audit, type Call, listMail, type Room, serve, verifyAudit } from '../kernel/index.ts'
import { type Begun, handOver, originOf, readMe, refusePassword } from '../people/index.ts'
import { listAudit } from './audit-list.store.ts'
import { addLocation, changeClinic } from './clinic.commands.ts'
import { presentClinic, presentJurisdictions, presentLocation, presentMail } from './clinic.presenter.ts'
import { refuseClinic, refuseInstall } from './clinic.refusals.ts'
import { findClinic, listLocationsOf } from './clinic.store.ts'
import { enterDemo, type FillDemo, installState, setUpClinic, throwAwayDemoClinic } from './install.commands.ts'

const AUDIT_LINES = 50
const OUTBOX_LINES = 50

/** The room's routes. `fillDemo` is the path's last room's, and is handed in. */
export function clinicRoom(needs: { readonly fillDemo: FillDemo }): Room {
  return (app) => {
    serveInstall(app, needs)
    serveClinic(app)
    serveAudit(app)
    serveOutbox(app)
  }
}

function serveInstall(app: App, { fillDemo }: { readonly fillDemo: FillDemo }): void {
  const present = async (
    call: Pick<Call, 'db' | 'setSignInCookie'>,
    begun: Begun,
    as: 'cookie' | 'token' | undefined,
  ) => ({
    me: await call.db.onClinic(begun.clinic, (queries) => readMe(queries, findClinic, begun)),
    token: handOver(call, begun.token, as),
  })

  serve(app, routes.install, async (call) => ok({ state: await installState(call.db) }))
  serve(app, routes.jurisdictions, async () => ok(presentJurisdictions()))
  serve(app, routes.setUpClinic, async (call) => {
    const { as } = call.body
    const { locationName = null, ...clinic } = call.body.clinic
    const owner = { ...call.body.owner, registration: call.body.owner.registration ?? null }
    const made = await setUpClinic(call.db, call, { clinic, locationName, owner, origin: originOf(call) })
    if (made.ok) return ok(await present(call, made.value, as))
    const { problem } = made
    if (problem.code === 'clinic-not-valid' || problem.code === 'already-set-up') return refuseInstall(problem)
    return refusePassword(problem, '/owner/password')
  })
  serve(app, routes.openDemo, async (call) => {
    const { role = 'clinician', as } = call.body
    const entered = await enterDemo(call.db, call, fillDemo, role, originOf(call))
    return entered.ok ? ok(await present(call, entered.value, as)) : refuseInstall(entered.problem)
  })
  serve(app, routes.throwAwayDemo, async (call) => {
    const thrown = await throwAwayDemoClinic(call.db, call.clinic)
    if (!thrown.ok) return refuseInstall(thrown.problem)
    call.setSignInCookie(null)
    return ok(undefined)
  })
}

function serveClinic(app: App): void {
  serve(app, routes.readClinic, async (call) => {
    const clinic = await call.db.onClinic(call.clinic, (queries) => findClinic(queries, call.clinic))
    return ok(presentClinic(must(clinic, 'who is signed in has a clinic')))
  })
  serve(app, routes.changeClinic, async (call) => {
    const { version, ...change } = call.body
    const changed = await call.db.inClinic(call.clinic, async (tx) => {
      const clinic = await changeClinic(tx, call.clinic, { version, change, at: call.at })
      if (clinic.ok) await audit(tx, call, { action: 'clinic-changed', subject: call.clinic })
      return clinic
    })
    return changed.ok ? ok(presentClinic(changed.value)) : refuseClinic(changed.problem)
  })
  serve(app, routes.listLocations, async (call) => {
    const locations = await call.db.onClinic(call.clinic, (queries) => listLocationsOf(queries, call.clinic))
    return ok({ locations: locations.map(presentLocation) })
  })
  serve(app, routes.addLocation, async (call) => {
    const { id, name, address = '', phone = null } = call.body
    const added = await call.db.inClinic(call.clinic, async (tx) => {
      const location = await addLocation(tx, call.clinic, { id, name, address, phone }, call.at)
      if (location.ok) await audit(tx, call, { action: 'location-added', subject: id })
      return location
    })
    return added.ok ? ok(presentLocation(added.value)) : refuseClinic(added.problem)
  })
}

function serveAudit(app: App): void {
  serve(app, routes.readAudit, async (call) => {
    const { before = null, patient = null, actor = null, limit } = call.query
    const filter = { before, patient, actor }
    const found = await call.db.inClinic(call.clinic, async (tx) => {
      const lines = await listAudit(tx, call.clinic, filter, limit === undefined ? AUDIT_LINES : Number(limit))
      await audit(tx, call, { action: 'audit-read', patient })
      return lines
    })
    return ok({ entries: [...found.entries], more: found.more })
  })
  serve(app, routes.verifyAudit, async (call) => {
    await call.db.inClinic(call.clinic, (tx) => audit(tx, call, { action: 'audit-verified' }))
    const { whole, checkedCount, faults } = await verifyAudit(call.db, call.clinic)
    return ok({ whole, checkedCount, faults: [...faults] })
  })
}

function serveOutbox(app: App): void {
  const sends = app.config.smtpUrl !== null
  serve(app, routes.readOutbox, async (call) => {
    const page = { before: call.query.before ?? null, limit: OUTBOX_LINES }
    const { mails, more } = await call.db.inClinic(call.clinic, async (tx) => {
      await audit(tx, call, { action: 'outbox-read' })
      return listMail(tx, call.vault, call.clinic, page)
    })
    return ok({ sends, mails: mails.map((mail) => presentMail(mail, sends)), more })
  })
}

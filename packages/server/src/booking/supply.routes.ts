/** What a clinic offers over HTTP. Every change answers with the whole supply, so that no screen shows half of it. */
import { checkService, parseRecurrence } from '@unknot/care/booking'
import { err, ok, type Result } from '@unknot/care/kernel'
import { bookingRoutes } from '@unknot/wire/booking'
import type { SupplyView } from '@unknot/wire/booking'
import { type App, audit, type Call, type Queries, serve } from '../kernel/index.ts'
import { findAccount } from '../people/index.ts'
import { presentSupply } from './booking.presenter.ts'
import { refuseSupply, type SupplyProblem } from './booking.refusals.ts'
import {
  type ClinicSupply,
  dropClosure,
  findSupply,
  putClinician,
  putClosure,
  putDayHours,
  putRoom,
  putService,
} from './supply.store.ts'
import { today } from './today.ts'

export function supplyRoom(app: App): void {
  serve(app, bookingRoutes.readSupply, async (call) =>
    call.db.onClinic(call.clinic, async (queries) => ok(presentSupply(await supplyNow(queries, call)))),
  )

  serve(app, bookingRoutes.putService, async (call) =>
    changing(call, 'booking-service-changed', call.body.id, async (tx) => {
      const checked = checkService(call.body)
      if (!checked.ok) return checked
      await putService(tx, call.clinic, call.body)
      return ok(undefined)
    }),
  )

  serve(app, bookingRoutes.putRoom, async (call) =>
    changing(call, 'booking-room-changed', call.body.id, async (tx, supply) => {
      if (!hasLocation(supply, call.body.location)) return err({ code: 'location-not-there', field: '/location' })
      await putRoom(tx, call.clinic, call.body)
      return ok(undefined)
    }),
  )

  serve(app, bookingRoutes.putClinician, async (call) =>
    changing(call, 'booking-hours-changed', call.params.account, async (tx, supply) => {
      const account = await findAccount(tx, call.clinic, call.params.account)
      if (!account?.roles.includes('clinician')) return err({ code: 'not-there' })
      for (const [index, { rrule, location, fromMin, toMin }] of call.body.hours.entries()) {
        const read = parseRecurrence(rrule)
        if (!read.ok) return err({ ...read.problem, field: `/hours/${index}/rrule` })
        const checked = checkHours(supply, { location, fromMin, toMin }, `/hours/${index}`)
        if (!checked.ok) return checked
      }
      const hours = call.body.hours.map((one) => ({ ...one, id: call.newId() }))
      await putClinician(tx, call.clinic, { ...call.body, id: account.id, hours })
      return ok(undefined)
    }),
  )

  serve(app, bookingRoutes.putDayHours, async (call) =>
    changing(call, 'booking-day-changed', call.params.account, async (tx, supply) => {
      const { on, hours: others } = call.body
      const clinician = call.params.account
      if (!supply.clinicians.some(({ id }) => id === clinician)) return err({ code: 'not-there' })
      for (const [index, hours] of (others ?? []).entries()) {
        const checked = checkHours(supply, hours, `/hours/${index}`)
        if (!checked.ok) return checked
      }
      await putDayHours(tx, call.clinic, { clinician, on, hours: others })
      return ok(undefined)
    }),
  )

  serve(app, bookingRoutes.putClosure, async (call) =>
    changing(call, 'booking-closure-changed', call.body.id, async (tx, supply) => {
      const { location, fromOn, toOn } = call.body
      if (location !== null && !hasLocation(supply, location))
        return err({ code: 'location-not-there', field: '/location' })
      if (toOn < fromOn) return err({ code: 'hours-end-before-start', field: '/toOn' })
      await putClosure(tx, call.clinic, call.body)
      return ok(undefined)
    }),
  )

  serve(app, bookingRoutes.dropClosure, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      if (!(await dropClosure(tx, call.clinic, call.params.closure))) return refuseSupply({ code: 'not-there' })
      await audit(tx, call, { action: 'booking-closure-dropped', subject: call.params.closure })
      return ok(undefined)
    }),
  )
}

type Change = (tx: Queries, supply: ClinicSupply) => Promise<Result<undefined, SupplyProblem>>

async function changing(call: Call, action: string, subject: string, change: Change) {
  return call.db.inClinic(call.clinic, async (tx) => {
    const changed = await change(tx, await supplyNow(tx, call))
    if (!changed.ok) return refuseSupply(changed.problem)
    await audit(tx, call, { action, subject })
    return ok<SupplyView>(presentSupply(await supplyNow(tx, call)))
  })
}

async function supplyNow(queries: Queries, call: Pick<Call, 'clinic' | 'at'>): Promise<ClinicSupply> {
  return findSupply(queries, call.clinic, today(call.at))
}

function hasLocation(supply: ClinicSupply, location: string): boolean {
  return supply.locations.some(({ id }) => id === location)
}

function checkHours(
  supply: ClinicSupply,
  { location, fromMin, toMin }: { readonly location: string; readonly fromMin: number; readonly toMin: number },
  field: string,
): Result<undefined, SupplyProblem> {
  if (!hasLocation(supply, location)) return err({ code: 'location-not-there', field: `${field}/location` })
  return toMin > fromMin ? ok(undefined) : err({ code: 'hours-end-before-start', field: `${field}/toMin` })
}

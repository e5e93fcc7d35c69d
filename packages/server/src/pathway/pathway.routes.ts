/** The chart of one patient and the clinic's day. Three statements at most for a chart: who asks, what it holds, the trail. */
import { type Instant, instantOf, must, ok } from '@unknot/care/kernel'
import { pathwayRoutes } from '@unknot/wire/pathway'
import { Temporal } from 'temporal-polyfill'
import { findClinic } from '../clinic/index.ts'
import { type App, audit, notThere, serve } from '../kernel/index.ts'
import { dayIn } from '../people/index.ts'
import { presentChart, presentOfToday } from './pathway.presenter.ts'
import { type ChartedSession, findChart, findToday } from './pathway.store.ts'
import { expectedPatients, takeAlong } from './take-along.ts'

export function pathwayRoom(app: App): void {
  serve(app, pathwayRoutes.today, async (call) => {
    const found = await call.db.inClinic(call.clinic, async (tx) => {
      const { timeZone } = must(await findClinic(tx, call.clinic), 'who is signed in has a clinic')
      const sessions = await findToday(tx, call.clinic, startOfDay(timeZone, call.at))
      await audit(tx, call, { action: 'day-read' })
      return { timeZone, sessions }
    })
    const signed = found.sessions.filter(({ status }) => status === 'signed')
    return ok({
      on: dayIn(found.timeZone, call.at),
      timeZone: found.timeZone,
      unfinished: found.sessions.filter(({ status }) => status === 'open').map(presentOfToday),
      signed: signed.toSorted((one, other) => (bySigning(one) < bySigning(other) ? 1 : -1)).map(presentOfToday),
    })
  })

  serve(app, pathwayRoutes.readChart, async (call) =>
    // Read and audited without a transaction, which saves two trips: a reader whose entry failed gets no answer.
    call.db.onClinic(call.clinic, async (queries) => {
      const chart = await findChart(queries, call.clinic, call.params.patient)
      if (!chart) return notThere()
      await audit(queries, call, { action: 'chart-read', patient: chart.patient.id })
      return ok(presentChart(chart, call.at))
    }),
  )

  serve(app, pathwayRoutes.expected, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const { timeZone } = must(await findClinic(tx, call.clinic), 'who is signed in has a clinic')
      const patients = await expectedPatients(tx, call, timeZone)
      await audit(tx, call, { action: 'day-read' })
      return ok({ patients: [...patients] })
    }),
  )

  serve(app, pathwayRoutes.takeAlong, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const taken = await takeAlong(tx, call, call.params.patient)
      return taken ? ok(taken) : notThere()
    }),
  )
}

/** Midnight where the clinic is; where a clock change skips it, the first moment of the day. */
function startOfDay(timeZone: string, at: Instant): Instant {
  return instantOf(Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).startOfDay().epochMilliseconds)
}

function bySigning({ signedAt, openedAt }: ChartedSession): Instant {
  return signedAt ?? openedAt
}

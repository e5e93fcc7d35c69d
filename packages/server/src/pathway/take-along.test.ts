import type { PatientId, SessionId } from '@unknot/care/kernel'
import type { TakenAlong } from '@unknot/wire/pathway'
import { freshId, withDatabase } from '@unknot/testkit/kernel'
import { setUpTable, startServer, type Table } from '@unknot/testkit/session'
import { beforeAll, expect, test } from 'vitest'
import { pathwayRoom } from './pathway.routes.ts'

const store = withDatabase()
let table: Table

beforeAll(async () => {
  table = await setUpTable(await startServer(store, pathwayRoom))
})

test('who is being treated or was screened today is expected; who was seen last week is not', async () => {
  const today = await table.lay()
  const lastWeek = await table.lay()
  await store.asAdmin(
    `update screening_screening set screened_at = screened_at - interval '8 days' where patient = $1`,
    [lastWeek.patient],
  )
  await store.asAdmin(
    `update session_session set status = 'signed', signed_at = opened_at, signed_by = opened_by where patient = $1`,
    [lastWeek.patient],
  )
  const { patients } = await table.ask<{ patients: PatientId[] }>('GET', '/api/expected')
  expect(patients).toEqual([today.patient])
})

test('a patient comes along with chart, screenings and the last three sessions, and that stands in the audit trail', async () => {
  const { patient, session } = await table.lay()
  const later: SessionId[] = []
  for (let count = 0; count < 3; count += 1) later.push(await table.openSession(patient))
  const taken = await table.ask<TakenAlong>('GET', `/api/expected/${patient}`)
  expect(taken.chart.patient.id).toBe(patient)
  expect(taken.screenings).toHaveLength(1)
  expect(taken.sessions.map(({ id }) => id)).toEqual(taken.chart.sessions.slice(0, 3).map(({ id }) => id))
  expect(taken.sessions.map(({ id }) => id)).not.toContain(session)
  expect(taken.sessions[0]?.events).toHaveLength(1)
  expect(taken.records).toEqual([])
  const trail = await store.asAdmin(`select 1 from kernel_audit_entry where action = 'taken-along' and patient = $1`, [
    patient,
  ])
  expect(trail).toHaveLength(1)
  await expect(table.ask('GET', `/api/expected/${freshId()}`)).rejects.toThrow('404')
})

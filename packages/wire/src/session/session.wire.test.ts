import { BARE_NEEDLE, DETAIL_BOUNDS } from '@unknot/care/session'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { sessionRoutes } from './index.ts'

const uuid = (no: number) => `0193a000-0000-7000-8000-${String(no).padStart(12, '0')}`
const head = { id: uuid(1), device: uuid(2), at: '2026-11-24T05:02:05Z' }
const site = { muscle: 'lumbar-multifidus', side: 'right', level: 'L4', point: { x: 12.5, y: 400 } }
const inserted = { ...head, kind: 'needle-inserted', needle: uuid(3), site, detail: BARE_NEEDLE, plan: null }
const { body } = sessionRoutes.sendEvents

const isTaken = (event: unknown): boolean => body.safeParse({ events: [event] }).success
const fieldOf = (event: unknown): string | undefined =>
  body.safeParse({ events: [event] }).error?.issues[0]?.path.join('/')

test('a needle is taken, its instant read as UTC', () => {
  const read = body.parse({ events: [{ ...inserted, at: '2026-11-24T06:02:05+01:00' }] })
  expect(read.events[0]).toEqual({ ...inserted, at: '2026-11-24T05:02:05.000Z' })
})

test.each([
  ['session', { ...inserted, session: uuid(9) }],
  ['actor', { ...inserted, actor: uuid(9) }],
  ['a kind that is none', { ...inserted, kind: 'needle-swallowed' }],
  ['the opening, which has its own route', { ...head, kind: 'session-opened', patient: uuid(4), reason: '' }],
  ['an instant without zone', { ...inserted, at: '2026-11-24T05:02:05' }],
  ['a time-out of three', { ...head, kind: 'time-out-confirmed', checks: { rightPatient: true } }],
  ['a text with control characters', { ...head, kind: 'finding-noted', text: 'a\u0000b' }],
  ['an empty finding', { ...head, kind: 'finding-noted', text: '  ' }],
  [
    'an incident without a second person',
    { ...head, kind: 'needle-accounted', needle: uuid(3), incident: 'broken', what: 'x', secondPerson: '' },
  ],
  ['a point at infinity', { ...inserted, site: { ...site, point: { x: Number.POSITIVE_INFINITY, y: 1 } } }],
  ['half a pain', { ...head, kind: 'pain-scored', when: 'before', pain0to10: 4.5 }],
])('%s is refused', (_what, event) => {
  expect(isTaken(event)).toBe(false)
})

test('a refused number names its field', () => {
  for (const field of ['gaugeMm', 'lengthMm', 'plannedDwellS'] as const) {
    const detail = { ...BARE_NEEDLE, [field]: DETAIL_BOUNDS[field].to + 1 }
    expect(fieldOf({ ...inserted, detail })).toBe(`events/0/detail/${field}`)
  }
  expect(fieldOf({ ...inserted, detail: { ...BARE_NEEDLE, depthMm: -1 } })).toBe('events/0/detail/depthMm')
  expect(fieldOf({ ...inserted, depthCm: 3 })).toBe('events/0')
})

test('a change names only what changes, and never with a null that means nothing', () => {
  const change = (some: object) => ({ ...head, kind: 'needle-detailed', needle: uuid(3), change: some })
  expect(isTaken(change({ twitch: { kind: 'seen', count: 2 } }))).toBe(true)
  expect(isTaken(change({ technique: null }))).toBe(false)
  expect(isTaken(change({ twitch: { kind: 'none', count: 2 } }))).toBe(false)
})

test('one to a hundred events at once', () => {
  const finding = { ...head, kind: 'finding-noted', text: 'x' }
  expect(body.safeParse({ events: [] }).success).toBe(false)
  expect(body.safeParse({ events: Array.from({ length: 100 }, () => finding) }).success).toBe(true)
  expect(body.safeParse({ events: Array.from({ length: 101 }, () => finding) }).success).toBe(false)
})

test('every schema of the table can be shown as JSON Schema', () => {
  for (const route of Object.values(sessionRoutes)) {
    for (const schema of ['body', 'answer', 'params', 'query'] as const) {
      const found = (route as Partial<Record<typeof schema, z.ZodMiniType>>)[schema]
      if (found)
        expect(z.toJSONSchema(found, { io: schema === 'answer' ? 'output' : 'input' })).toHaveProperty('type', 'object')
    }
  }
})

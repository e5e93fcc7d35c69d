import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { consentRoutes } from './index.ts'

const good = {
  id: '0193a000-0000-7000-8000-000000000002',
  regions: ['lumbar', 'gluteal'],
  electrical: false,
  textVersion: 'DN-1.0',
  textHash: 'a'.repeat(64),
  signature: { kind: 'typed', name: 'Anna Byrne' },
}
const { body } = consentRoutes.giveConsent
const { query } = consentRoutes.consentText

test('a typed and a drawn signature are taken', () => {
  expect(body.safeParse(good).success).toBe(true)
  const strokes = {
    kind: 'strokes',
    width: 600,
    height: 200,
    strokes: [
      [
        { x: 1, y: 2 },
        { x: 90.5, y: 40 },
      ],
    ],
  }
  expect(body.safeParse({ ...good, signature: strokes }).success).toBe(true)
})

test.each([
  ['no region', { ...good, regions: [] }],
  ['a region twice', { ...good, regions: ['lumbar', 'lumbar'] }],
  ['a hash that is none', { ...good, textHash: 'A'.repeat(64) }],
  ['a signature of another kind', { ...good, signature: { kind: 'verbal', name: 'A' } }],
  [
    'a point that is no number',
    { ...good, signature: { kind: 'strokes', width: 1, height: 1, strokes: [[{ x: '1', y: 1 }]] } },
  ],
  [
    'a point at infinity',
    { ...good, signature: { kind: 'strokes', width: 1, height: 1, strokes: [[{ x: Infinity, y: 1 }]] } },
  ],
  [
    'too many strokes',
    {
      ...good,
      signature: { kind: 'strokes', width: 1, height: 1, strokes: Array.from({ length: 201 }, () => [{ x: 1, y: 1 }]) },
    },
  ],
  ['an instant of the client', { ...good, givenAt: '2026-01-01T00:00:00Z' }],
  ['a representative without a name', { ...good, representative: { name: '', relation: 'mother' } }],
])('%s is refused', (_what, bad) => {
  expect(body.safeParse(bad).success).toBe(false)
})

test('regions in an address are named with commas', () => {
  expect(query.safeParse({ regions: 'lumbar,gluteal', electrical: 'yes' }).success).toBe(true)
  for (const regions of ['', 'lumbar,', 'lumbar, gluteal', 'LUMBAR', 'lumbar,toe', 'lumbarlumbar']) {
    expect(query.safeParse({ regions }).success, regions).toBe(false)
  }
})

test('every schema of the table can be shown as JSON Schema', () => {
  for (const route of Object.values(consentRoutes)) {
    for (const schema of ['body', 'answer', 'params', 'query'] as const) {
      const found = (route as Partial<Record<typeof schema, z.ZodMiniType>>)[schema]
      if (found) expect(z.toJSONSchema(found, { io: 'input' })).toHaveProperty('type', 'object')
    }
  }
})

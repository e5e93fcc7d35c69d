import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, sealOf } from './seal.ts'

/** The same value with every object's keys the other way round, as a database may hand it back. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).toReversed()
  return Object.fromEntries(entries.map(([key, field]) => [key, reversed(field)]))
}

test('the order of keys changes nothing, and nothing is lost', () => {
  let withObjects = 0
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      if (value !== null && typeof value === 'object' && Object.keys(value).length > 1) withObjects += 1
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: 500 },
  )
  expect(withObjects).toBeGreaterThan(50)
})

test('an event changed, left out or in another place gives another seal', () => {
  const events = [{ kind: 'a', at: 1 }, { kind: 'b' }, { kind: 'c' }]
  const seal = sealOf(events)
  expect(seal).toMatch(/^[0-9a-f]{64}$/)
  expect(sealOf([{ at: 1, kind: 'a' }, { kind: 'b' }, { kind: 'c' }])).toBe(seal)
  const others = [
    events.slice(1),
    events.slice(0, 2),
    events.toReversed(),
    [{ kind: 'a', at: 2 }, ...events.slice(1)],
    [],
  ]
  expect(new Set([seal, ...others.map(sealOf)]).size).toBe(others.length + 1)
})

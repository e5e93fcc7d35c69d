import { mustMuscle, type Site } from '@unknot/care/atlas'
import type { NeedleId } from '@unknot/care/kernel'
import { expect, test } from 'vitest'
import { type BodyMapPin, layPins } from './pin-layout.ts'

const gluteusMedius: Site = { muscle: mustMuscle('gluteus-medius').id, side: 'right', level: null, point: null }
const pin = (number: number, state: BodyMapPin['state'] = 'in', site = gluteusMedius): BodyMapPin => ({
  needle: `00000000-0000-7000-8000-00000000000${number}` as NeedleId,
  number,
  site,
  state,
})

test('twelve needles at one site are drawn apart, each with its line to the site', () => {
  const placed = layPins(
    Array.from({ length: 12 }, (_, i) => pin(i + 1)),
    15,
  )
  expect(placed).toHaveLength(12)
  placed.forEach((a, i) => {
    for (const b of placed.slice(i + 1)) {
      expect(Math.hypot(a.head.x - b.head.x, a.head.y - b.head.y)).toBeGreaterThanOrEqual(14.8)
    }
    expect(a.at).toEqual(placed[0]?.at)
  })
})

test('a needle in the body keeps its place before one that is out', () => {
  const [first] = layPins([pin(1, 'out'), pin(2, 'in')], 15)
  expect(first?.pin.number).toBe(2)
  expect(first?.head).toEqual(first?.at)
})

test('a needle in a muscle that is not seen from behind has no pin', () => {
  expect(layPins([pin(1, 'in', { ...gluteusMedius, muscle: mustMuscle('rectus-femoris').id })], 15)).toEqual([])
})

import { REGIONS } from '@unknot/care/atlas'
import { DISPOSITIONS, type Disposition, SCREENED_TECHNIQUES, screen } from '@unknot/care/screening'
import type { FindingWire } from '@unknot/wire/screening'
import { expect, test } from 'vitest'
import { regionTable } from './region-lines.ts'

const found = (answers: Parameters<typeof screen>[0]) => screen(answers, { ageYears: 40 })
const graver = (a: Disposition, b: Disposition) => DISPOSITIONS.indexOf(a) >= DISPOSITIONS.indexOf(b)

function linesOf(answers: Parameters<typeof screen>[0]) {
  return regionTable(found(answers).findings as unknown as readonly FindingWire[]).lines
}

test('every region stands in exactly one line', () => {
  const lines = linesOf({ 'blood-thinner': { answer: 'yes' }, 'skin-problem': { answer: 'yes', regions: ['lumbar'] } })
  expect(lines.flatMap((line) => line.regions).toSorted()).toEqual([...REGIONS].toSorted())
})

test('a line is never milder than a finding that names its region and every technique', () => {
  const answers = { 'skin-problem': { answer: 'yes' as const, regions: ['lumbar' as const] } }
  const result = found(answers)
  for (const line of linesOf(answers)) {
    for (const region of line.regions) {
      const whole = result.findings.filter(
        (finding) => finding.regions.includes(region) && finding.techniques.length === SCREENED_TECHNIQUES.length,
      )
      for (const finding of whole) {
        expect(graver(line.byHand, finding.disposition)).toBe(true)
        expect(graver(line.withCurrent, finding.disposition)).toBe(true)
      }
    }
  }
  expect(linesOf(answers).find((line) => line.regions.includes('lumbar'))?.byHand).not.toBe('proceed')
})

test('a rule about current alone leaves needling by hand as it was', () => {
  const finding = { rule: 'X-1', regions: ['lumbar'], techniques: ['electrical'], disposition: 'not-this-technique' }
  const { lines } = regionTable([finding as unknown as FindingWire])
  const lumbar = lines.find((line) => line.regions.includes('lumbar'))
  expect([lumbar?.byHand, lumbar?.withCurrent]).toEqual(['proceed', 'not-this-technique'])
})

test('a finding about every region is said once and counts in every line', () => {
  const finding = { rule: 'X-2', regions: REGIONS, techniques: SCREENED_TECHNIQUES, disposition: 'not-today' }
  const table = regionTable([finding as unknown as FindingWire])
  expect(table.everywhere).toHaveLength(1)
  expect(table.lines).toHaveLength(1)
  expect([table.lines[0]?.byHand, table.lines[0]?.withCurrent, table.lines[0]?.findings]).toEqual([
    'not-today',
    'not-today',
    [],
  ])
})

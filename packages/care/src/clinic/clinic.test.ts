import { expect, test } from 'vitest'
import { checkClinic, type ClinicDraft, rulesDiffer } from './clinic.ts'
import { COUNTRY_CODES, emergencyNumberOf } from './country.ts'
import { JURISDICTIONS, jurisdictionOf, jurisdictionsIn, NOTHING_KNOWN } from './jurisdiction.ts'

const zones = (zone: string) => ['Europe/Dublin', 'America/Los_Angeles', 'Etc/GMT+1'].includes(zone)
const draft = (change: Partial<ClinicDraft> = {}): ClinicDraft => ({
  name: 'Quay',
  country: 'IE',
  timeZone: 'Europe/Dublin',
  jurisdiction: 'ie',
  emergencyNumber: '112',
  ...change,
})
const fieldsOf = (change: Partial<ClinicDraft>): readonly string[] => {
  const checked = checkClinic(draft(change), zones)
  return checked.ok ? [] : checked.problem.fields.map(({ field }) => field)
}

test('a clinic that can be true is tidied and kept', () => {
  expect(checkClinic(draft({ name: ' Quay ' }), zones)).toMatchObject({ ok: true, value: { name: 'Quay' } })
})

test('every field that can not be true is named at once', () => {
  expect(
    fieldsOf({ name: '-', country: 'XX', timeZone: 'Nowhere', jurisdiction: 'atlantis', emergencyNumber: 'call' }),
  ).toEqual(['name', 'country', 'timeZone', 'jurisdiction', 'emergencyNumber'])
})

test('a fixed offset is no time zone, even where the machine takes it for one', () => {
  const checked = checkClinic(draft({ timeZone: '+01:00' }), () => true)
  expect(checked.ok).toBe(false)
})

test('a jurisdiction belongs to its country; a place without an entry can be chosen anywhere', () => {
  expect(fieldsOf({ jurisdiction: 'us-wa' })).toEqual(['jurisdiction'])
  expect(fieldsOf({ country: 'US', jurisdiction: 'us-wa' })).toEqual([])
  expect(fieldsOf({ country: 'BR', jurisdiction: 'other' })).toEqual([])
  expect(jurisdictionsIn('BR').map(({ id }) => id)).toEqual(['other'])
})

test('needling is not permitted where the sources say so, and unknown wherever they are silent', () => {
  const barred = JURISDICTIONS.filter(({ rules }) => rules.dnPermitted === 'no').map(({ id }) => id)
  expect(barred.sort()).toEqual(['us-ca', 'us-hi', 'us-ny', 'us-or'])
  const silent = [
    'us-ct',
    'us-ma',
    'us-mi',
    'us-mn',
    'us-mo',
    'us-ok',
    'us-pa',
    'ca-on',
    'ca-other',
    'gb',
    'ie',
    'au',
    'other',
  ]
  expect(silent.map((id) => jurisdictionOf(id)?.rules.dnPermitted)).toEqual(silent.map(() => 'unknown'))
  expect(JURISDICTIONS.filter(({ country }) => country === 'US')).toHaveLength(51)
})

test('what is said has a source, and what has none says nothing', () => {
  for (const entry of JURISDICTIONS) {
    expect(entry.unreviewed, entry.id).toBe(entry.sources.length === 0)
    if (entry.unreviewed) expect(entry.rules, entry.id).toEqual(NOTHING_KNOWN)
  }
  expect(new Set(JURISDICTIONS.map(({ id }) => id)).size).toBe(JURISDICTIONS.length)
})

test('Washington: 325 hours, and no needle left in without stimulation', () => {
  expect(jurisdictionOf('us-wa')?.rules).toMatchObject({ trainingHours: 325, retentionAllowed: 'no' })
})

test('PPL-5 an emergency number that we do not know stays unknown', () => {
  expect(['IE', 'US', 'GB', 'AU', 'NZ', 'DE'].map(emergencyNumberOf)).toEqual([
    '112',
    '911',
    '999',
    '000',
    '111',
    '112',
  ])
  expect(['BR', 'SA', 'ZA', 'XX'].map(emergencyNumberOf)).toEqual([null, null, null, null])
  expect(new Set(COUNTRY_CODES).size).toBe(249)
})

test('rules differ when one of them does', () => {
  expect(rulesDiffer(NOTHING_KNOWN, { ...NOTHING_KNOWN })).toBe(false)
  expect(rulesDiffer({ ...NOTHING_KNOWN, aeReportDays: 10 }, NOTHING_KNOWN)).toBe(true)
})

import { expect, test } from 'vitest'
import { isCited } from '../evidence/index.ts'
import type { AccountId, CalendarDay, Instant, PlanId } from '../kernel/index.ts'
import { adviceFor, AFTERCARE_ADVICE, needledRegions } from './aftercare.ts'
import { BARE_NEEDLE } from './needle.ts'
import { type NoteAbout, writeNote } from './note.ts'
import { removalOrder } from './removal-order.ts'
import { CLINICIAN, idNo, needleIn, PATIENT, siteAt, Table, timeOut } from './table.fixture.ts'
import { VASOVAGAL_CHECKLIST } from './vasovagal.ts'

const about: NoteAbout = {
  clinic: { name: 'Harbour Street Clinic', lines: ['14 Harbour Street, Dublin 2'] },
  zone: 'Europe/Dublin',
  patient: { id: PATIENT, name: 'Zoë Byrne', bornOn: '1992-02-03' as CalendarDay, number: '412' },
  nameOf: (account: AccountId) => (account === CLINICIAN ? 'Rosa Okafor' : 'Ann Lee'),
}

/** Issue 1: a real session, from shorthand, up to the moment at which she felt faint and all was out. */
function realSession(): Table {
  const table = new Table('2026-11-23T10:00:00.000Z' as Instant)
  table.does({ kind: 'session-opened', patient: PATIENT, reason: 'Right low back and buttock pain, 5 months' })
  table.does({ kind: 'pain-scored', when: 'before', pain0to10: 6 })
  table.does({ kind: 'finding-noted', text: 'Taut bands L4 and L5 right; gluteus medius reproduces her pain' })
  table.wait(120).does(timeOut())
  const first = [
    ...table.wait(60).places('r mult L4-L5 .30x50 piston ltr2'),
    ...table.wait(60).places('r iliocost L3 .30x40 superf no ltr'),
  ]
  table.wait(300)
  for (const needle of first) table.does({ kind: 'needle-removed', needle })
  table.does({ kind: 'position-changed', position: 'side-lying-left' })
  const piriformis = { plan: idNo<PlanId>('plan', 1), site: siteAt('piriformis', null), detail: BARE_NEEDLE }
  table.does({ kind: 'site-planned', ...piriformis })
  table.wait(60).places('r ql L4 .30x60 ltr p5; r glut med .30x60 static; r glut med')
  table.does({ kind: 'all-out-called', reason: 'felt-faint', note: '' })
  for (const { id } of removalOrder(table.state)) table.does({ kind: 'needle-removed', needle: id })
  table.does({ kind: 'checklist-ticked', item: 'lying-flat', done: true })
  return table
}

function signedSession(): Table {
  const table = realSession()
  table.does({
    kind: 'reaction-recorded',
    reaction: 'felt-faint',
    grade: 'mild',
    needle: null,
    action: 'Laid flat, legs up',
    recoveredAfterMin: 8,
  })
  table.finishes().signs()
  table.wait(23 * 3600).does({
    kind: 'addendum-added',
    text: 'She rang: a bruise over the right buttock.',
    authorName: 'Rosa Okafor',
  })
  return table
}

test('the real session: the note says what was entered, line by line', () => {
  const note = writeNote(signedSession().events, about)
  expect(note).toMatchObject({
    status: 'signed',
    phase: 'signed',
    subtitle: 'Dry needling, Monday 23 November 2026, 10:00 (Europe/Dublin)',
    count: { inCount: 6, outCount: 6, accountedCount: 0, leftCount: 0, equation: 'In 6 = out 6 + accounted for 0' },
    countedBy: 'Rosa Okafor',
    signature: { signer: 'Rosa Okafor, PT 018 552' },
  })
  expect(note.patient.words).toBe('Zoë Byrne, born 3 Feb 1992, no. 412')
  expect(Object.fromEntries(note.facts.map(({ label, value }) => [label, value]))).toEqual({
    Patient: 'Zoë Byrne, no. 412',
    Born: '3 Feb 1992 (34 y)',
    Clinician: 'Rosa Okafor',
    Position: 'Prone, then side-lying on the left',
    Reason: 'Right low back and buttock pain, 5 months',
    Alerts: 'Faints at needles',
    Consent: 'DN-1.0, for lumbar, gluteal; asking again by word of mouth not recorded',
    'Time-out': '10:02, all four checked',
  })
  const cells = note.needles.map(({ number, site, size, technique, twitch, pain }) => {
    return [number, site, size, technique, twitch, pain].join(' | ')
  })
  expect(cells).toEqual([
    '1 | Lumbar multifidus, right, L4 | 0.30 × 50 | deep, pistoning | two | not asked',
    '2 | Lumbar multifidus, right, L5 | 0.30 × 50 | deep, pistoning | two | not asked',
    '3 | Iliocostalis lumborum, right, L3 | 0.30 × 40 | superficial | none | not asked',
    '4 | Quadratus lumborum, right, L4 | 0.30 × 60 | not recorded | one | 5',
    '5 | Gluteus medius, right | 0.30 × 60 | deep, still | not looked for | not asked',
    '6 | Gluteus medius, right | 0.30 × 60 | deep, still | not looked for | not asked',
  ])
  expect(note.needles.every((needle) => needle.outcome === 'out' && /^10:\d\d:\d\d$/.test(needle.out))).toBe(true)
  const said = Object.fromEntries(note.notes.map(({ label, value }) => [label, value]))
  expect(said['Pain now']).toBe('6 before, 3 after (0 to 10)')
  expect(said['Reaction']).toBe('Felt faint, mild. Laid flat, legs up. Recovered in 8 minutes.')
  expect(said['Not placed']).toBe('Right piriformis: All out was called: felt faint.')
  expect(said['All out now']).toMatch(/^Called 10:\d\d:\d\d: felt faint\. Done: Lay the patient flat, legs raised\.$/)
  expect(note.addenda).toMatchObject([
    { when: expect.stringMatching(/^24 Nov 2026, /), text: 'She rang: a bruise over the right buttock.' },
  ])
})

test('SES-4: removal order is the newest needle first', () => {
  const table = Table.ready()
  for (const no of [1, 2, 3]) table.does(needleIn(no))
  expect(removalOrder(table.state).map((needle) => needle.number)).toEqual([3, 2, 1])
})

test('the same events give the same note, also after a trip through JSON', () => {
  const { events } = signedSession()
  expect(writeNote(JSON.parse(JSON.stringify(events)), about)).toEqual(writeNote(events, about))
})

test('an unfinished session is a draft that says what is still in and what nobody asked', () => {
  const table = Table.ready()
  table.places('r mult L4')
  const note = writeNote(table.events, about)
  expect(note).toMatchObject({ status: 'draft', signature: null, countedBy: null })
  expect(note.count.equation).toBe('In 1 = out 0 + accounted for 0 + still in the body 1')
  expect(note.needles[0]).toMatchObject({
    out: 'still in',
    dwell: 'still in',
    size: 'not recorded',
    lot: 'not recorded',
  })
  expect(note.notes.find(({ label }) => label === 'Reaction')?.value).toBe('Not asked yet.')
  expect(note.notes.find(({ label }) => label === 'Aftercare')?.value).toBe('Not given yet.')
})

test('incident and withdrawal stand in the note with who and why; what was taken back does not', () => {
  const table = Table.ready()
  const [dropped] = table.places('r mult L4')
  const finding = table.does({ kind: 'finding-noted', text: 'A slip of the hand' })
  table.does({ kind: 'entry-retracted', event: finding.id, reason: 'Wrong patient' })
  if (!dropped) throw new Error('no needle')
  const secondPerson = 'Ann Lee'
  table.does({ kind: 'needle-accounted', needle: dropped, incident: 'broken', what: 'Tip stayed in', secondPerson })
  table.does({ kind: 'consent-withdrawn', by: 'patient', reason: 'Had enough' })
  table.finishes().signs()
  const note = writeNote(table.events, about)
  const said = Object.fromEntries(note.notes.map(({ label, value }) => [label, value]))
  expect(note.status).toBe('signed-withdrawn')
  expect(note.needles[0]?.out).toBe('broken')
  expect(said['Incident']).toMatch(
    /^Needle 1, Right lumbar multifidus, L4, broken, 10:\d\d:\d\d: Tip stayed in\. Second person: Ann Lee\.$/,
  )
  expect(said['Consent withdrawn']).toMatch(/^10:\d\d:\d\d, by the patient: Had enough\.$/)
  expect(JSON.stringify(note)).not.toContain('slip')
})

test('times are those of the clinic, whatever its zone', () => {
  const { events } = signedSession()
  const there = writeNote(events, { ...about, zone: 'Australia/Adelaide' })
  expect(there.subtitle).toBe('Dry needling, Monday 23 November 2026, 20:30 (Australia/Adelaide)')
  expect(there.needles[0]?.in).toMatch(/^20:3/)
})

test('an age turns at midnight of the clinic', () => {
  const { events } = signedSession()
  const born = { ...about.patient, bornOn: '1992-11-24' as CalendarDay }
  const age = (zone: string) => writeNote(events, { ...about, patient: born, zone }).facts[1]?.value
  expect(age('Europe/Dublin')).toContain('(33 y)')
  expect(age('Pacific/Kiritimati')).toContain('(34 y)')
})

test('advice fits the regions: the lung is spoken of where a needle came near it', () => {
  const ids = (regions: Parameters<typeof adviceFor>[0]) => adviceFor(regions).map((advice) => advice.id)
  expect(needledRegions(realSession().state)).toEqual(['lumbar', 'gluteal'])
  expect(ids(['lumbar', 'gluteal'])).not.toContain('lung')
  expect(ids(['thoracic'])).toContain('lung')
  expect(ids([])).toContain('soreness')
})

test('every cited source is in the register, and what has none is marked unreviewed', () => {
  for (const { sources, unreviewed } of [...AFTERCARE_ADVICE, ...VASOVAGAL_CHECKLIST]) {
    for (const source of sources) expect(isCited(source), source).toBe(true)
    expect(unreviewed).toBe(sources.length === 0)
  }
})

import { expect, test } from 'vitest'
import { asId, type Instant, type ScreeningId } from '../kernel/index.ts'
import { needsRecheck } from './expiry.ts'
import { screen } from './screen.ts'
import { ADULT as adult, healthyBut, yesTo } from './screen.fixture.ts'
import { screeningFacts } from './table.ts'

test('a healthy adult who answers no to everything proceeds, and nothing is said', () => {
  expect(screen(healthyBut({}), adult)).toMatchObject({
    disposition: 'proceed',
    urgency: null,
    mayNeedle: true,
    findings: [],
    barredRegions: [],
    barredTechniques: [],
    precautions: [],
    mustSay: [],
    missing: [],
  })
})

test('someone who fainted at a blood test and hurt the back lifting five months ago may be needled, lying', () => {
  const result = screen(
    yesTo(
      'fainted-with-needles',
      'minor-injury',
      'pain-over-3-months',
      'onset-before-45',
      'onset-before-35',
      'buttock-pain',
    ),
    adult,
  )
  expect(result).toMatchObject({ disposition: 'precaution', mayNeedle: true, precautions: ['Faints at needles'] })
})

test('nothing answered is never a proceed', () => {
  const result = screen({}, adult)
  expect(result.mayNeedle).toBe(false)
  expect(result.disposition).toBe('not-today')
  expect(result.missing.length).toBeGreaterThan(20)
})

test.each(['bladder-or-bowel', 'saddle-numbness', 'sexual-function', 'both-legs'] as const)(
  'RF-1 %s alone is an emergency, with the words to say',
  (sign) => {
    const result = screen(yesTo(sign), adult)
    expect(result).toMatchObject({ disposition: 'urgent-referral', urgency: 'emergency-now', mayNeedle: false })
    expect(result.mustSay[0]).toContain('cauda equina')
  },
)

test('RF-1 a cauda equina sign that nobody asked about keeps needles out', () => {
  const result = screen(healthyBut({ 'saddle-numbness': { answer: 'unknown' } }), adult)
  expect(result).toMatchObject({ mayNeedle: false, disposition: 'not-today' })
  expect(result.missing).toEqual([{ question: 'saddle-numbness', what: 'answer' }])
})

test('RF-2 RF-3 weakness is for today, fast weakness for now', () => {
  expect(screen(yesTo('leg-weaker'), adult).urgency).toBe('same-day')
  expect(screen(yesTo('leg-weaker', 'leg-weaker-fast'), adult).urgency).toBe('emergency-now')
})

test("RF-7 one weak flag informs and two don't refer by themselves", () => {
  expect(screen(yesTo('night-pain'), adult)).toMatchObject({ disposition: 'proceed', mayNeedle: true })
  expect(screen(yesTo('night-pain', 'no-improvement'), adult)).toMatchObject({
    disposition: 'proceed',
    mayNeedle: true,
  })
})

test('RF-6 a cluster of weak flags refers', () => {
  expect(screen(yesTo('night-pain', 'no-improvement', 'pain-several-sites'), adult).urgency).toBe('urgent')
  expect(screen(yesTo('weight-loss', 'night-pain'), adult).urgency).toBe('urgent')
})

test('RF-8 a small fall refers at 70 or with thin bones, and informs at 34', () => {
  expect(screen(yesTo('minor-injury'), adult).disposition).toBe('proceed')
  expect(screen(yesTo('minor-injury'), { ageYears: 70 }).urgency).toBe('urgent')
  expect(screen(yesTo('minor-injury', 'steroids'), adult).urgency).toBe('urgent')
})

test('RF-12 three features ask for a blood test, four refer', () => {
  const three = ['pain-over-3-months', 'onset-before-45', 'onset-before-35', 'buttock-pain', 'psoriasis'] as const
  expect(screen(yesTo(...three), adult)).toMatchObject({ disposition: 'proceed', urgency: null })
  expect(screen(yesTo(...three, 'arthritis'), adult)).toMatchObject({
    disposition: 'urgent-referral',
    urgency: 'routine',
  })
})

test('SCR-R1 a blood thinner is a precaution for deep techniques and never a bar', () => {
  const result = screen(yesTo('blood-thinner'), adult)
  expect(result).toMatchObject({ disposition: 'precaution', mayNeedle: true, precautions: ['Blood thinner'] })
  expect(result.perTechnique).toMatchObject({ superficial: 'proceed', 'deep-pistoning': 'precaution' })
  expect(result.mustSay[0]).toContain("Don't stop")
})

test('SCR-A13 a pacemaker bars current and leaves the hand', () => {
  const result = screen(yesTo('implanted-device'), adult)
  expect(result).toMatchObject({ mayNeedle: true, barredTechniques: ['electrical'], barredRegions: [] })
  expect(result.perTechnique['deep-static']).toBe('precaution')
})

test('SCR-A5 lymphoedema bars the region that was named, and every region until one is', () => {
  const named = screen(healthyBut({ lymphoedema: { answer: 'yes', regions: ['thigh'] } }), adult)
  expect(named).toMatchObject({ barredRegions: ['thigh'], mayNeedle: true, missing: [] })
  const unnamed = screen(healthyBut({ lymphoedema: { answer: 'yes' } }), adult)
  expect(unnamed.mayNeedle).toBe(false)
  expect(unnamed.barredRegions).toHaveLength(7)
  expect(unnamed.missing).toEqual([{ question: 'lymphoedema', what: 'where' }])
  const elsewhere = screen(healthyBut({ lymphoedema: { answer: 'yes', regions: [] } }), adult)
  expect(elsewhere).toMatchObject({ barredRegions: [], mayNeedle: true, disposition: 'precaution' })
})

test('SCR-A14 SCR-R5 pregnancy keeps lumbosacral needles out at any stage, and all of them early on', () => {
  const later = screen(yesTo('pregnant'), adult)
  expect(later).toMatchObject({ disposition: 'medical-clearance-first', mayNeedle: false })
  expect(later.barredRegions).toEqual(expect.arrayContaining(['lumbar', 'gluteal', 'abdomen']))
  expect(screen(yesTo('pregnant', 'first-trimester'), adult).disposition).toBe('not-at-all')
})

test('SCR-A14 the trimester is not missing when nobody is pregnant, and is when somebody may be', () => {
  const { 'first-trimester': _asked, ...rest } = healthyBut({})
  expect(screen(rest, adult).missing).toEqual([])
  const maybe = screen({ ...rest, pregnant: { answer: 'unknown' } }, adult)
  expect(maybe.missing.map((missing) => missing.question)).toEqual(['pregnant', 'first-trimester'])
})

test('SCR-R20 lung disease bars thorax and neck base and leaves the lower back', () => {
  expect(screen(yesTo('lung-disease'), adult)).toMatchObject({
    barredRegions: ['cervical', 'shoulder', 'thoracic'],
    mayNeedle: true,
  })
})

test('SCR-R12 under 18 is a precaution, 18 is not', () => {
  expect(screen(healthyBut({}), { ageYears: 17 }).precautions).toEqual(['Under 18'])
  expect(screen(healthyBut({}), { ageYears: 18 }).precautions).toEqual([])
})

test('SCR-R17 an infection of the blood is no reason against needling', () => {
  expect(screen(yesTo('blood-borne-infection'), adult)).toMatchObject({ disposition: 'proceed', mayNeedle: true })
})

test('the gravest finding stands first', () => {
  const result = screen(yesTo('blood-thinner', 'saddle-numbness', 'needle-phobia'), adult)
  expect(result.findings.map((finding) => finding.rule)).toEqual(['RF-1', 'SCR-A1', 'SCR-R1'])
})

test('answers need a re-check a day later, and never before they were given', () => {
  const at = '2026-11-24T05:00:00.000Z' as Instant
  expect(needsRecheck({ screenedAt: at, reopenedAt: null }, '2026-11-25T04:59:59.999Z' as Instant)).toBe(false)
  expect(needsRecheck({ screenedAt: at, reopenedAt: null }, '2026-11-25T05:00:00.000Z' as Instant)).toBe(true)
  expect(needsRecheck({ screenedAt: at, reopenedAt: null }, '2026-11-24T04:59:59.999Z' as Instant)).toBe(true)
})

test('a session gets the facts that it needs and nothing else', () => {
  const id = asId<ScreeningId>('0193a000-0000-7000-8000-000000000001')
  const facts = screeningFacts({ id, result: screen(yesTo('implanted-device'), adult) })
  expect(Object.keys(facts).sort()).toEqual(
    ['barredRegions', 'barredTechniques', 'mayNeedle', 'precautions', 'rulesVersion', 'screening'].sort(),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { QUESTION_IDS, QUESTIONS, REGIONS, type SiteAnswer } from '../atlas/index.ts'
import type { SessionFact } from './event.ts'
import type { NeedleDetail } from './needle.ts'
import { answersOfPatient, assessAtTable } from './placing.ts'
import { needleIn, siteAt, Table, timeOut } from './table.fixture.ts'

type Insertion = Extract<SessionFact, { kind: 'needle-inserted' }>
type More = Pick<Insertion, 'answers' | 'reason'>

/** A table whose consent covers everything, current too. */
function table(): Table {
  return Table.ready({ consent: { ...timeOut().consent, regions: REGIONS, electrical: true } })
}

function needle(no: number, site: Insertion['site'], detail: Partial<NeedleDetail> = {}, more: More = {}): SessionFact {
  return { ...(needleIn(no, site, { technique: 'deep-static', ...detail }) as Insertion), ...more }
}

const L1 = siteAt('lumbar-multifidus', 'L1')
const towardsMidline = { lengthMm: 50, direction: 'medial' } as const

test('SES-7 a long needle to the midline at T12 to L2 goes in only with a written reason, which stands with the needle', () => {
  const at = table()
  const refused = at.tries(needle(1, L1, towardsMidline))
  expect(refused).toMatchObject({ problem: { code: 'site-needs-reason', rules: ['DNG-2'] } })
  expect(at.code(needle(1, L1, towardsMidline, { reason: '   ' }))).toBe('site-needs-reason')
  at.does(needle(1, L1, towardsMidline, { reason: 'Scoliosis to the left, seen on the ultrasound' }))
  expect(at.state.needles[0]?.insertion.reason).toContain('Scoliosis')
  expect(at.code(needle(2, L1, { ...towardsMidline, lengthMm: 30 }))).toBe('accepted')
})

test('SES-7 both sides of the chest in one session: the second side needs a reason, the same side does not', () => {
  const at = table()
  const chest = (side: 'left' | 'right') => siteAt('iliocostalis-thoracis', 'T6', side)
  const short = { lengthMm: 25, direction: 'medial' } as const
  at.does(needle(1, chest('right'), short))
  expect(at.code(needle(2, chest('right'), short))).toBe('accepted')
  expect(at.tries(needle(3, chest('left'), short))).toMatchObject({
    problem: { code: 'site-needs-reason', rules: expect.arrayContaining(['DNG-21']) },
  })
  expect(at.code(needle(3, chest('left'), short, { reason: 'Both sides were agreed with her surgeon' }))).toBe(
    'accepted',
  )
})

test('SES-7 current with an implanted device never goes in, whatever the reason', () => {
  const at = table()
  const answers: readonly SiteAnswer[] = [{ question: 'implanted-device', answer: 'yes' }]
  const current = { technique: 'electrical' } as const
  const refused = at.tries(needle(1, siteAt('gluteus-medius', null), current, { answers, reason: 'She wants it' }))
  expect(refused).toMatchObject({ problem: { code: 'site-barred' } })
  expect(at.code(needle(1, siteAt('gluteus-medius', null), {}, { answers }))).toBe('accepted')
  // What was answered about the patient holds for the needles that come after.
  expect(at.tries(needle(2, siteAt('gluteus-medius', null), current))).toMatchObject({
    problem: { code: 'site-barred' },
  })
})

test('SES-6 answers are recorded with the needle; what nobody offered is refused; about the patient they are asked once', () => {
  const at = table()
  const before = assessAtTable(at.state, L1, needleIn(1, L1).detail, []).questions.map(({ id }) => id)
  expect(before).toEqual(expect.arrayContaining(['direction', 'pregnancy', 'midline-offset']))
  expect(at.code(needle(1, L1, {}, { answers: [{ question: 'pregnancy', answer: 'perhaps' }] }))).toBe(
    'answer-not-offered',
  )
  const answers: readonly SiteAnswer[] = [
    { question: 'pregnancy', answer: 'no' },
    { question: 'midline-offset', answer: 20 },
  ]
  at.does(needle(1, L1, {}, { answers }))
  expect(at.state.needles[0]?.insertion.answers).toEqual(answers)
  expect(answersOfPatient(at.state)).toEqual([{ question: 'pregnancy', answer: 'no' }])
  const after = assessAtTable(at.state, L1, needleIn(1, L1).detail, []).questions.map(({ id }) => id)
  expect(after).not.toContain('pregnancy')
  expect(after).toContain('midline-offset')
})

test('SES-7 law: what is only not known stops no needle, and a reason lifts everything but what is forbidden', () => {
  const site = fc.constantFrom(
    L1,
    siteAt('quadratus-lumborum', 'L3'),
    siteAt('thoracic-multifidus', 'T8'),
    siteAt('upper-trapezius', null),
    siteAt('rhomboid-major', 'T3'),
    siteAt('piriformis', null),
  )
  const detail = fc.record({
    lengthMm: fc.constantFrom(null, 15, 25, 40, 60),
    direction: fc.constantFrom('not-recorded', 'straight', 'medial', 'lateral', 'cranial'),
    technique: fc.constantFrom('superficial', 'deep-static', 'electrical'),
  }) as fc.Arbitrary<Partial<NeedleDetail>>
  const answer: fc.Arbitrary<SiteAnswer> = fc.constantFrom(...QUESTION_IDS).chain((question) => {
    const values = QUESTIONS[question].options?.map(({ value }) => value) ?? [10, 40, 'unknown']
    return fc.constantFrom(...values).map((value) => ({ question, answer: value }))
  })
  let refusedCount = 0
  fc.assert(
    fc.property(site, detail, fc.array(answer, { maxLength: 4 }), (where, how, answers) => {
      const at = table()
      const sure = assessAtTable(at.state, where, (needle(1, where, how) as Insertion).detail, answers).blocks
      const kinds = new Set(sure.map(({ kind }) => kind))
      const code = at.code(needle(1, where, how, { answers }))
      const expected = kinds.has('never') ? 'site-barred' : kinds.has('reason-first') ? 'site-needs-reason' : 'accepted'
      expect(code).toBe(expected)
      if (code !== 'accepted') refusedCount += 1
      const again = at.code(needle(1, where, how, { answers, reason: 'Known and weighed' }))
      if (code !== 'accepted') expect(again).toBe(expected === 'site-barred' ? 'site-barred' : 'accepted')
    }),
    { numRuns: 200 },
  )
  expect(refusedCount).toBeGreaterThan(10)
})

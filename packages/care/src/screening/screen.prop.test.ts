import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REGIONS, type Region } from '../atlas/index.ts'
import { DISPOSITIONS, gravity, URGENCIES } from './disposition.ts'
import { type Answers, findQuestion, type QuestionId } from './questions.ts'
import { screen } from './screen.ts'
import { YES_NO_IDS } from './screen.fixture.ts'

const given = fc.record(
  {
    answer: fc.constantFrom('yes' as const, 'no' as const, 'no' as const, 'unknown' as const),
    regions: fc.subarray([...REGIONS]),
  },
  { requiredKeys: ['answer'] },
)
/** Mostly healthy people with a few other answers, and some who answered at random. */
const someAnswers = fc.dictionary(fc.constantFrom(...YES_NO_IDS), given, { maxKeys: 8 }).chain((changes) =>
  fc.boolean().map((blank) => {
    const base = blank ? {} : Object.fromEntries(YES_NO_IDS.map((id) => [id, { answer: 'no' }]))
    return { ...base, ...changes } as Answers
  }),
)
const age = fc.integer({ min: 0, max: 100 })
const question = fc.constantFrom(...YES_NO_IDS)

const rank = (urgency: string | null) => (urgency === null ? -1 : URGENCIES.indexOf(urgency as never))

function change(
  answers: Answers,
  id: QuestionId,
  answer: 'yes' | 'no' | 'unknown',
  regions?: readonly Region[],
): Answers {
  return { ...answers, [id]: regions ? { answer, regions } : { answer } }
}

test('one more yes never makes disposition, urgency, any region or any technique milder', () => {
  let changed = 0
  fc.assert(
    fc.property(
      someAnswers,
      question,
      age,
      fc.option(fc.subarray([...REGIONS]), { nil: undefined }),
      (answers, id, ageYears, regions) => {
        if (answers[id]?.answer === 'yes') return
        const before = screen(change(answers, id, 'no'), { ageYears })
        const after = screen(change(answers, id, 'yes', regions), { ageYears })
        expect(gravity(after.disposition)).toBeGreaterThanOrEqual(gravity(before.disposition))
        expect(rank(after.urgency)).toBeGreaterThanOrEqual(rank(before.urgency))
        for (const region of REGIONS) {
          expect(gravity(after.perRegion[region])).toBeGreaterThanOrEqual(gravity(before.perRegion[region]))
        }
        for (const region of before.barredRegions) expect(after.barredRegions).toContain(region)
        for (const technique of before.barredTechniques) expect(after.barredTechniques).toContain(technique)
        if (!before.mayNeedle) expect(after.mayNeedle).toBe(false)
        changed += 1
      },
    ),
    { numRuns: 600 },
  )
  expect(changed).toBeGreaterThan(400)
})

test('unknown and blank are never milder than no', () => {
  fc.assert(
    fc.property(someAnswers, question, age, (answers, id, ageYears) => {
      const no = screen(change(answers, id, 'no'), { ageYears })
      const unknown = screen(change(answers, id, 'unknown'), { ageYears })
      const { [id]: _dropped, ...rest } = answers
      const blank = screen(rest, { ageYears })
      for (const milder of [unknown, ...(findQuestion(id)?.onlyIf ? [] : [blank])]) {
        expect(gravity(milder.disposition)).toBeGreaterThanOrEqual(gravity(no.disposition))
        if (!no.mayNeedle) expect(milder.mayNeedle).toBe(false)
      }
      const asked = findQuestion(id)
      if (asked?.mustAsk && asked.onlyIf === null && asked.onlyBelowAge === null) expect(unknown.mayNeedle).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test('an emergency stands above all else', () => {
  let emergencies = 0
  fc.assert(
    fc.property(
      someAnswers,
      age,
      fc.constantFrom('saddle-numbness', 'sepsis-signs', 'tearing-pain', 'medical-emergency'),
      (answers, ageYears, sign) => {
        const result = screen(change(answers, sign as QuestionId, 'yes'), { ageYears })
        expect(result).toMatchObject({ disposition: 'urgent-referral', urgency: 'emergency-now', mayNeedle: false })
        expect(result.findings[0]?.severity).toBe('emergency')
        expect(result.barredRegions).toEqual([...REGIONS])
        emergencies += 1
      },
    ),
  )
  expect(emergencies).toBeGreaterThan(50)
})

test('whatever is not a plain proceed has a rule, reasons for both, and a source or the mark unreviewed', () => {
  let found = 0
  fc.assert(
    fc.property(someAnswers, age, (answers, ageYears) => {
      const result = screen(answers, { ageYears })
      if (result.disposition !== 'proceed') expect(result.findings.length).toBeGreaterThan(0)
      for (const finding of result.findings) {
        found += 1
        expect(finding.reasonForClinician.length).toBeGreaterThan(10)
        expect(finding.reasonForPatient.length).toBeGreaterThan(10)
        expect(finding.sources.length > 0 || finding.unreviewed).toBe(true)
        expect(DISPOSITIONS).toContain(finding.disposition)
      }
    }),
  )
  expect(found).toBeGreaterThan(100)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelsOf } from '../levels.ts'
import { MUSCLES, RISK_TIERS } from '../muscles.ts'
import type { Site } from '../site.ts'
import type { SiteAsked } from './answers.ts'
import type { SiteAssessment } from './assess.ts'
import { asked, assess, NO_FACTORS } from './danger.fixture.ts'
import { BMI_CLASSES, type KnownFactors, PREGNANCIES, UNKNOWN_FACTORS } from './factors.ts'
import type { NeedlePlan } from './needle-plan.ts'

const answer = fc.constantFrom('yes', 'no', 'unknown')
const factors: fc.Arbitrary<KnownFactors> = fc.record({
  bmiClass: fc.constantFrom(...BMI_CLASSES),
  scoliosis: answer,
  kyphosis: answer,
  lungDisease: answer,
  previousPneumothorax: answer,
  spinalHardware: answer,
  implantedDevice: answer,
  pregnancy: fc.constantFrom(...PREGNANCIES),
})
const site: fc.Arbitrary<Site> = fc.constantFrom(...MUSCLES).chain(({ id }) =>
  fc.record({
    muscle: fc.constant(id),
    side: fc.constantFrom('left', 'right'),
    level: fc.constantFrom(null, ...levelsOf(id)),
    point: fc.option(
      fc.record({
        x: fc.double({ min: -100, max: 100, noNaN: true }),
        y: fc.double({ min: 80, max: 800, noNaN: true }),
      }),
    ),
  }),
)
const needle: fc.Arbitrary<Required<NeedlePlan>> = fc.record({
  lengthMm: fc.option(fc.integer({ min: 5, max: 150 }), { nil: null }),
  direction: fc.constantFrom('straight', 'medial', 'lateral', 'cranial', 'caudal', 'inferomedial', 'not-recorded'),
  offsetMm: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
  grip: fc.constantFrom('pincer', 'flat', 'unknown'),
  bracketing: answer,
  third: fc.constantFrom('medial', 'middle', 'lateral', 'unknown'),
})
const ask: fc.Arbitrary<SiteAsked> = fc.record({
  site,
  needle,
  technique: fc.constantFrom('superficial', 'deep-static', 'deep-pistoning', 'rotation', 'electrical', 'unknown'),
  position: fc.constantFrom('prone', 'supine', 'side-lying-left', 'side-lying-right', 'seated', 'standing', 'unknown'),
  factors,
  alsoNeedled: fc.oneof(answer, fc.array(site, { maxLength: 3 })),
})

const KINDS = ['answer-first', 'reason-first', 'never']
const tierOf = ({ tier }: SiteAssessment) => RISK_TIERS.indexOf(tier)

/** True when `a` warns of everything of which `b` warns, and stops whatever `b` stops, at least until it is answered. */
function isNeverMilder(a: SiteAssessment, b: SiteAssessment): boolean {
  return (
    tierOf(a) >= tierOf(b) &&
    b.findings.every(({ rule }) => a.findings.some((finding) => finding.rule === rule)) &&
    b.blocks.every(({ rule }) => a.blocks.some((block) => block.rule === rule)) &&
    b.atRisk.every(({ structure }) => a.atRisk.some((each) => each.structure === structure))
  )
}

test('whatever is not known of the patient never makes a site look milder than any answer does', () => {
  const keys = Object.keys(NO_FACTORS) as (keyof KnownFactors)[]
  fc.assert(
    fc.property(ask, fc.constantFrom(...keys), (question, key) => {
      const without = assess({ ...question, factors: { ...question.factors, [key]: 'unknown' } })
      expect(isNeverMilder(without, assess(question))).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('a factor that is left out counts as unknown', () => {
  fc.assert(
    fc.property(ask, (question) => {
      expect(assess({ ...question, factors: {} })).toEqual(assess({ ...question, factors: UNKNOWN_FACTORS }))
    }),
    { numRuns: 100 },
  )
})

test('what is not known of the needle, its place or its technique never makes a site look milder', () => {
  fc.assert(
    fc.property(ask, (question) => {
      const known = assess(question)
      const { needle } = question
      const less: readonly SiteAsked[] = [
        { ...question, needle: { ...needle, lengthMm: null } },
        { ...question, needle: { ...needle, direction: 'not-recorded' } },
        { ...question, needle: { ...needle, grip: 'unknown' } },
        { ...question, position: 'unknown' },
        { ...question, technique: 'unknown' },
        { ...question, alsoNeedled: 'unknown' },
      ]
      for (const each of less) expect(isNeverMilder(assess(each), known)).toBe(true)
      // Where somebody pointed, the point tells the third.
      const blind = { ...question, site: { ...question.site, point: null } }
      const untold = { ...blind, needle: { ...needle, third: 'unknown' as const } }
      expect(isNeverMilder(assess(untold), assess(blind))).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('a longer needle is never milder, and a block never gets weaker with length', () => {
  fc.assert(
    fc.property(ask, fc.integer({ min: 5, max: 150 }), fc.integer({ min: 0, max: 60 }), (question, lengthMm, more) => {
      const short = assess({ ...question, needle: { ...question.needle, lengthMm } })
      const long = assess({ ...question, needle: { ...question.needle, lengthMm: lengthMm + more } })
      expect(isNeverMilder(long, short)).toBe(true)
      for (const block of short.blocks) {
        const same = long.blocks.find(({ rule }) => rule === block.rule)
        expect(KINDS.indexOf(same?.kind ?? '')).toBeGreaterThanOrEqual(KINDS.indexOf(block.kind))
      }
    }),
    { numRuns: 300 },
  )
})

test('one more needle on the other side of the chest is never milder', () => {
  fc.assert(
    fc.property(ask, site, (question, other) => {
      const others = typeof question.alsoNeedled === 'string' ? [] : question.alsoNeedled
      const before = assess({ ...question, alsoNeedled: others })
      expect(isNeverMilder(assess({ ...question, alsoNeedled: [...others, other] }), before)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('left and right are judged alike', () => {
  fc.assert(
    fc.property(ask, (question) => {
      const mirrored = {
        ...question.site,
        side: question.site.side === 'left' ? ('right' as const) : ('left' as const),
        point: question.site.point && { x: -question.site.point.x, y: question.site.point.y },
      }
      const alone = { ...question, alsoNeedled: 'no' as const }
      expect(assess({ ...alone, site: mirrored })).toEqual(assess(alone))
    }),
    { numRuns: 100 },
  )
})

test('no assessment says that anything is safe, or gives a depth', () => {
  let findings = 0
  fc.assert(
    fc.property(ask, (question) => {
      const said = JSON.stringify(assess(question))
      findings += assess(question).findings.length
      expect(said).not.toMatch(/\bsafe(r|ly|ty)?\b|harmless|no risk/i)
    }),
    { numRuns: 300 },
  )
  expect(findings).toBeGreaterThan(300)
})

test('every block that an open question decides has that question in the list', () => {
  fc.assert(
    fc.property(ask, (question) => {
      const { blocks, questions, findings } = assess(question)
      for (const block of blocks.filter(({ kind }) => kind === 'answer-first')) {
        expect(
          questions.some(({ rules }) => rules.includes(block.rule)),
          block.rule,
        ).toBe(true)
      }
      expect(findings.length > 0 || questions.length === 0).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('a needle of which everything is known has no open question', () => {
  expect(
    assess(asked({ muscle: MUSCLES[0]!.id, side: 'left', level: 'L4', point: { x: -8, y: 394 } })).questions,
  ).toEqual([])
})

/** The self-check stops at red flags, never takes "not sure" for no, and agrees with the clinic's screening. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkClaims, type Claim } from '../education/index.ts'
import { isCited } from '../evidence/index.ts'
import { ANSWERS, readingGrade } from '../kernel/index.ts'
import { findQuestion, type QuestionId } from './questions.ts'
import { screen } from './screen.ts'
import { OUTCOME_WORDS, STOP_WORDS, WEIGHING } from './self-check-words.ts'
import {
  answerSelfCheck,
  judgeSelfCheck,
  SELF_CHECK_PARTS,
  SELF_CHECK_STEPS,
  type SelfCheck,
  type SelfCheckVerdict,
} from './self-check.ts'

type Wanted = Readonly<Record<string, 'yes' | 'no' | 'unknown'>>
type Walk = { readonly given: SelfCheck; readonly verdict: SelfCheckVerdict; readonly asked: readonly string[] }

/** Answers step by step as somebody would: no to all that isn't wanted otherwise. */
function walk(wanted: Wanted, ageYears: number | null = 40): Walk {
  let given: SelfCheck = { answers: {} }
  const asked: string[] = []
  for (;;) {
    const verdict = judgeSelfCheck(given)
    if (verdict.kind !== 'ask') return { given, verdict, asked }
    asked.push(verdict.step)
    given =
      verdict.step === 'age'
        ? { ...given, ageYears }
        : answerSelfCheck(given, verdict.step, wanted[verdict.step] ?? 'no')
  }
}

test.each([
  ['bladder-or-bowel', 'RF-1', 'emergency-now'],
  ['saddle-numbness', 'RF-1', 'emergency-now'],
  ['chest-or-breath', 'RF-16', 'emergency-now'],
  ['tearing-pain', 'RF-10', 'emergency-now'],
  ['sepsis-signs', 'RF-17', 'emergency-now'],
  ['medical-emergency', 'SCR-A4', 'emergency-now'],
  ['swollen-leg', 'RF-19', 'same-day'],
  ['major-injury', 'RF-8a', 'same-day'],
] as const)('a yes to %s stops at once by %s: %s', (question, rule, urgency) => {
  const { verdict, asked } = walk({ [question]: 'yes' })
  expect(verdict).toMatchObject({ kind: 'stop', urgency })
  expect(verdict.kind === 'stop' && verdict.findings.map((finding) => finding.rule)).toContain(rule)
  expect(asked.at(-1)).toBe(question)
})

test('RF-3 a weaker leg is asked after once more, since fast growing weakness is an emergency', () => {
  expect(walk({ 'leg-weaker': 'yes' }).verdict).toMatchObject({ kind: 'stop', urgency: 'same-day' })
  const fast = walk({ 'leg-weaker': 'yes', 'leg-weaker-fast': 'yes' })
  expect(fast.verdict).toMatchObject({ kind: 'stop', urgency: 'emergency-now' })
  // Not a sign that may pass as a no: the sentence that stands is the milder one, and it says what to do when it gets worse.
  expect(walk({ 'leg-weaker': 'yes', 'leg-weaker-fast': 'unknown' }).verdict).toMatchObject({ kind: 'stop' })
})

test('RF-15b bleeding in a possible pregnancy is an emergency, since pregnancy is asked before', () => {
  expect(walk({ 'maybe-pregnant': 'yes', 'late-period-or-bleeding': 'yes' }).verdict).toMatchObject({
    kind: 'stop',
    urgency: 'emergency-now',
  })
})

test('the law: with every question answered it stops exactly when the clinic’s screening finds a red flag', () => {
  const ids = SELF_CHECK_STEPS.filter((step): step is QuestionId => step !== 'age')
  const someone = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...ANSWERS), { maxKeys: 7 })
  let stops = 0
  fc.assert(
    fc.property(someone, fc.option(fc.integer({ min: 0, max: 100 })), (wanted, ageYears) => {
      const { given, verdict } = walk(wanted, ageYears)
      const { urgency } = screen(given.answers, { ageYears: given.ageYears ?? null })
      expect(verdict.kind === 'stop').toBe(urgency !== null && urgency !== 'routine')
      if (verdict.kind === 'stop') expect(verdict.urgency).toBe(urgency)
      if (verdict.kind === 'stop') stops += 1
    }),
    { numRuns: 80 },
  )
  expect(stops).toBeGreaterThan(15)
})

test('the law: no emergency sign that somebody would tick stays unasked behind a milder stop', () => {
  const emergencies = SELF_CHECK_STEPS.filter((step): step is QuestionId => {
    if (step === 'age') return false
    return walk({ [step]: 'yes' }).verdict.kind === 'stop'
  }).filter((step) => {
    const { verdict } = walk({ [step]: 'yes' })
    return verdict.kind === 'stop' && verdict.urgency === 'emergency-now'
  })
  expect(emergencies.length).toBeGreaterThan(7)
  for (const emergency of emergencies) {
    for (const other of SELF_CHECK_STEPS) {
      const { verdict } = walk({ [other]: 'yes', [emergency]: 'yes' })
      expect([other, emergency, verdict.kind === 'stop' && verdict.urgency]).toEqual([
        other,
        emergency,
        'emergency-now',
      ])
    }
  }
})

test('not sure of a warning sign is no no: the outcome sends to a doctor first', () => {
  const { verdict } = walk({ 'saddle-numbness': 'unknown' })
  expect(verdict).toMatchObject({ kind: 'done', outcome: 'unsure-sign', notSure: ['saddle-numbness'] })
  expect(walk({ diabetes: 'unknown' }).verdict).toMatchObject({ kind: 'done', outcome: 'with-care' })
})

test.each([
  [{}, 'nothing-found'],
  [{ 'blood-thinner': 'yes' }, 'with-care'],
  [{ fever: 'yes' }, 'not-today'],
  [{ cancer: 'yes' }, 'ask-doctor'],
  [{ 'needle-phobia': 'yes' }, 'not-at-all'],
  [{ pregnant: 'yes' }, 'ask-doctor'],
  [{ pregnant: 'yes', 'first-trimester': 'yes' }, 'not-at-all'],
] as const)('SCR: %j comes to %s', (wanted, outcome) => {
  expect(walk(wanted).verdict).toMatchObject({ kind: 'done', outcome })
})

test('who changes an answer is asked again what hung on it', () => {
  const { given } = walk({ pregnant: 'yes', 'first-trimester': 'yes' })
  const changed = answerSelfCheck(given, 'pregnant', 'unknown')
  expect(changed.answers['first-trimester']).toBeUndefined()
  expect(judgeSelfCheck(changed)).toEqual({ kind: 'ask', step: 'maybe-pregnant' })
})

test('each question is one of screening, is answered by a tick, and is asked once', () => {
  const ids = SELF_CHECK_PARTS.flatMap(({ questions }) => questions)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(findQuestion(id)?.kind).toBe('yes-no')
  for (const id of ids) {
    const parent = findQuestion(id)?.onlyIf as QuestionId | null
    if (parent !== null) expect(ids.indexOf(parent)).toBeLessThan(ids.indexOf(id))
  }
})

test('its sentences have a source or say so, claim nothing that isn’t known, and read at about age twelve', () => {
  const told = [...Object.values(STOP_WORDS), ...Object.values(OUTCOME_WORDS)]
  const points = WEIGHING.flatMap(({ points: list }) => list.map(({ claim }) => claim))
  const claims: readonly Claim[] = [...told.flatMap((each) => each.claims), ...points]
  for (const { sources, unreviewed } of claims) {
    expect(sources.length === 0).toBe(unreviewed)
    expect(sources.every(isCited)).toBe(true)
  }
  const text = [...told.map(({ title }) => `${title}.`), ...claims.map((claim) => claim.text)].join('\n')
  expect(checkClaims(text)).toEqual([])
  expect(readingGrade(text)).toBeLessThan(6.5)
  const questions = SELF_CHECK_PARTS.flatMap((part) => part.questions.map((id) => findQuestion(id)?.text ?? ''))
  expect(readingGrade(questions.join('\n'))).toBeLessThan(6.5)
  expect(new Set(WEIGHING.map(({ points: list }) => list.length))).toEqual(new Set([4]))
})

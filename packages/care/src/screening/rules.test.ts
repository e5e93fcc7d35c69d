import { expect, test } from 'vitest'
import { isCited } from '../evidence/index.ts'
import { type Condition, compile, questionsOf, truthOf } from './condition.ts'
import { gravity } from './disposition.ts'
import { type Answers, QUESTION_IDS, QUESTIONS, type QuestionId } from './questions.ts'
import { rulesReading, SCREENING_RULES } from './rules.ts'
import { screen } from './screen.ts'
import { healthyBut, needle, yesTo } from './screen.fixture.ts'

const AGE = 40
/** So that rules about deep muscles find one. */
const PLAN = [needle('quadratus-lumborum', 'L3', 'deep-pistoning')]

/** The fewest yeses that make a condition true, and an age that it wants. */
function satisfy(condition: Condition): { yes: QuestionId[]; age: number } {
  if (condition.kind === 'yes') return { yes: [condition.question], age: AGE }
  if (condition.kind === 'weeks') return { yes: [], age: AGE }
  if (condition.kind === 'age') return { yes: [], age: condition.from }
  const parts = condition.of.map(satisfy).slice(0, condition.count)
  return { yes: parts.flatMap((part) => part.yes), age: parts.find((part) => part.age !== AGE)?.age ?? AGE }
}

function judged(condition: Condition, answers: Answers, ageYears: number) {
  const truths = Uint8Array.from(QUESTION_IDS, (id) => truthOf(answers[id]?.answer ?? 'no'))
  return compile(condition)({ answers: truths, ageYears, weeks: null })
}

test.each(SCREENING_RULES.map((rule) => [rule.id, rule] as const))(
  '%s is found when it holds, with its disposition, and not when all is no',
  (id, rule) => {
    const { yes, age } = satisfy(rule.when)
    const found = screen(yesTo(...yes), { ageYears: age }, PLAN).findings.find((finding) => finding.rule === id)
    expect(found).toMatchObject({ rule: id, because: 'yes', disposition: rule.disposition, urgency: rule.urgency })
    const healthy = screen(healthyBut({}), { ageYears: AGE }, PLAN)
    expect(healthy.findings.map((finding) => finding.rule)).not.toContain(id)
  },
)

test.each(SCREENING_RULES.map((rule) => [rule.id, rule] as const))(
  '%s falls away when any one of its needed answers is no',
  (_id, rule) => {
    const { yes, age } = satisfy(rule.when)
    for (const dropped of yes) {
      expect(judged(rule.when, yesTo(...yes.filter((id) => id !== dropped)), age)).toBe(0)
    }
  },
)

test.each(SCREENING_RULES.filter((rule) => questionsOf(rule.when).length > 0).map((rule) => [rule.id, rule] as const))(
  '%s unknown is never milder than no, and never graver than yes',
  (id, rule) => {
    const { yes, age } = satisfy(rule.when)
    const answers = healthyBut(Object.fromEntries(yes.map((question) => [question, { answer: 'unknown' }])))
    const found = screen(answers, { ageYears: age }, PLAN).findings.find((finding) => finding.rule === id)
    expect(found?.because).toBe('unknown')
    expect(gravity(found?.disposition ?? 'proceed')).toBeLessThanOrEqual(gravity(rule.disposition))
  },
)

test('each rule names citations that exist, or is marked unreviewed', () => {
  for (const rule of SCREENING_RULES) {
    for (const source of rule.sources) expect(isCited(source), `${rule.id} ${source}`).toBe(true)
    if (rule.sources.length === 0) expect(rule.unreviewed, rule.id).toBe(true)
  }
  expect(new Set(SCREENING_RULES.map((rule) => rule.id)).size).toBe(SCREENING_RULES.length)
})

test('each question of yes or no is read by a rule, and follows a question that stands before it', () => {
  for (const question of QUESTIONS) {
    if (question.kind === 'yes-no') expect(rulesReading(question.id), question.id).not.toEqual([])
    const before = QUESTION_IDS.slice(0, QUESTION_IDS.indexOf(question.id))
    if (question.onlyIf) expect(before).toContain(question.onlyIf)
  }
})

test('every row of the two lists of contraindications has its rule', () => {
  const rows = new Set(SCREENING_RULES.map((rule) => rule.id.replace(/[a-z]$/, '')))
  const absolute = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14].map((row) => `SCR-A${row}`)
  const relative = Array.from({ length: 25 }, (_, index) => `SCR-R${index + 1}`)
  for (const row of [...absolute, ...relative]) expect(rows, row).toContain(row)
})

test('a question that a hard stop hangs on must be asked', () => {
  const alone = SCREENING_RULES.filter((rule) => rule.urgency === 'emergency-now' || rule.disposition === 'not-at-all')
  for (const rule of alone) {
    const needed = questionsOf(rule.when)
    const asked = needed.some((id) => QUESTIONS.find((question) => question.id === id)?.mustAsk)
    expect(asked, rule.id).toBe(true)
  }
})

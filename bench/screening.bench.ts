/**
 * How many screenings one core judges in a second: a mix of people as they come, some with a plan and some with free text.
 *
 *     npm run bench
 */
import { type MuscleId, mustMuscle } from '@unknot/care/atlas'
import { type Answers, type NeedlingPlan, QUESTIONS, type QuestionId, screen } from '@unknot/care/screening'

const ROUNDS = 7
const COUNT = 100_000

const PLAN: NeedlingPlan = (['lumbar-multifidus', 'quadratus-lumborum'] as MuscleId[]).map((muscle) => ({
  site: { muscle: mustMuscle(muscle).id, side: 'left', level: 'L4', point: null },
  technique: 'deep-pistoning',
}))

type Person = { readonly answers: Answers; readonly ageYears: number; readonly plan: NeedlingPlan | null }

/** Half are healthy, most of the others have one or two things, one in fifty wrote down medicines. */
const people: readonly Person[] = Array.from({ length: 1000 }, (_, number) => {
  const yes = number % 2 === 0 ? [] : [idAt(number * 7), ...(number % 3 === 0 ? [idAt(number * 13)] : [])]
  const answers: Partial<Record<QuestionId, Answers[QuestionId]>> = {}
  for (const { id, kind } of QUESTIONS) if (kind === 'yes-no') answers[id] = { answer: yes.includes(id) ? 'yes' : 'no' }
  if (number % 50 === 0) answers.medicines = { answer: 'yes', note: 'ramipril 5 mg, Eliquis' }
  return { answers: answers as Answers, ageYears: 18 + (number % 70), plan: number % 2 === 0 ? null : PLAN }
})

function idAt(number: number): QuestionId {
  const yesNo = QUESTIONS.filter(({ kind }) => kind === 'yes-no')
  const question = yesNo[number % yesNo.length]
  if (!question) throw new Error('there are no questions')
  return question.id
}

const rates: number[] = []
let mayNeedle = 0
for (let round = 0; round <= ROUNDS; round += 1) {
  const before = process.cpuUsage()
  for (let done = 0; done < COUNT; done += 1) {
    const { answers, ageYears, plan } = people[done % people.length] as Person
    if (screen(answers, { ageYears }, plan).mayNeedle) mayNeedle += 1
  }
  // The first round warms up.
  const { user, system } = process.cpuUsage(before)
  if (round > 0) rates.push(COUNT / ((user + system) / 1e6))
}
if (mayNeedle === 0) throw new Error('nobody was screened')
const middle = rates.toSorted((one, other) => one - other)[Math.floor(rates.length / 2)] ?? 0
console.log(`screenings: ${Math.round(middle)} a second on one core`)

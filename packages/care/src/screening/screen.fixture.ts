/** People for the tests of screening: answers of a healthy adult, changed here and there. */
import { mustMuscle, type Level } from '../atlas/index.ts'
import type { ScreenedTechnique } from './disposition.ts'
import { type Answers, QUESTIONS, type QuestionId } from './questions.ts'
import type { PlannedNeedle } from './result.ts'

export const ADULT = { ageYears: 34 }
export const YES_NO_IDS: readonly QuestionId[] = QUESTIONS.filter((each) => each.kind === 'yes-no').map(({ id }) => id)

const ALL_NO: Answers = Object.fromEntries(YES_NO_IDS.map((id) => [id, { answer: 'no' }]))

export function healthyBut(changes: Answers): Answers {
  return { ...ALL_NO, ...changes }
}

export function yesTo(...ids: readonly QuestionId[]): Answers {
  return healthyBut(Object.fromEntries(ids.map((id) => [id, { answer: 'yes' }])))
}

export function needle(muscle: string, level: Level | null, technique: ScreenedTechnique): PlannedNeedle {
  return { site: { muscle: mustMuscle(muscle as never).id, side: 'left', level, point: null }, technique }
}

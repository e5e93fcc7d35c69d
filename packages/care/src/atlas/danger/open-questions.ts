/** Which of the questions that the rules ask are still open, and taking answers in. */
import { levelsOf } from '../levels.ts'
import type { Facts } from './facts.ts'
import { type PlacingQuestion, QUESTION_IDS, type QuestionId, QUESTIONS } from './questions.ts'
import type { Rule } from './rule.ts'

export function openQuestions(facts: Facts, rules: readonly Rule[]): readonly PlacingQuestion[] {
  return QUESTION_IDS.flatMap((id) => {
    // The level decides for every rule, and the distance from the midline decides whether lung lies below: each rule asks.
    const isAskedByAll = id === 'level' || (id === 'midline-offset' && facts.overPleura === 'unknown')
    const asking = rules.filter((rule) => isAskedByAll || rule.asks.includes(id)).map((rule) => rule.id)
    return asking.length === 0 || IS_KNOWN[id](facts) ? [] : [{ id, ...QUESTIONS[id], rules: asking }]
  })
}

const IS_KNOWN: Readonly<Record<QuestionId, (facts: Facts) => boolean>> = {
  level: ({ site }) => site.level !== null || site.point !== null || levelsOf(site.muscle).length === 0,
  length: ({ needle }) => needle.lengthMm !== null,
  direction: ({ needle }) => needle.direction !== 'not-recorded',
  position: ({ position }) => position !== 'unknown',
  technique: ({ technique }) => technique !== 'unknown',
  'midline-offset': ({ offsetMm }) => offsetMm !== null && offsetMm.from === offsetMm.to,
  third: ({ needle }) => needle.third !== 'unknown',
  grip: ({ needle }) => needle.grip !== 'unknown',
  bracketing: ({ needle }) => needle.bracketing !== 'unknown',
  'other-side': ({ otherSide }) => otherSide !== 'unknown',
  'bmi-class': ({ factors }) => factors.bmiClass !== 'unknown',
  scoliosis: ({ factors }) => factors.scoliosis !== 'unknown',
  kyphosis: ({ factors }) => factors.kyphosis !== 'unknown',
  'lung-disease': ({ factors }) => factors.lungDisease !== 'unknown',
  'previous-pneumothorax': ({ factors }) => factors.previousPneumothorax !== 'unknown',
  'spinal-hardware': ({ factors }) => factors.spinalHardware !== 'unknown',
  'implanted-device': ({ factors }) => factors.implantedDevice !== 'unknown',
  pregnancy: ({ factors }) => factors.pregnancy !== 'unknown' && factors.pregnancy !== 'stage-unknown',
}

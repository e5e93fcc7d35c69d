/**
 * Where words contradict ticks: medicines named in free text against the question that each answers.
 *
 * A medicine that seems to be taken makes its question a yes, whatever was ticked, until the clinician settles it in words. One
 * that is only mentioned makes it unknown: it is asked.
 */
import { type Mention, readMedicines } from './medicines/read.ts'
import type { Answers, QuestionId } from './questions.ts'

/** The answers whose words are read for medicines. */
const READ_FOR_MEDICINES: readonly QuestionId[] = [
  'medicines',
  'blood-thinner',
  'thinner-which',
  'steroids',
  'weak-immunity',
  'sedatives',
  'diabetes',
  'osteoporosis',
]

export type Contradiction = {
  /** The question that the text answers otherwise than the tick, or that nobody ticked. */
  readonly question: QuestionId
  /** What it counts as until the clinician settles it. */
  readonly countsAs: 'yes' | 'unknown'
  /** True when somebody ticked no; false when nobody ticked, or wasn't sure. */
  readonly isAgainstNo: boolean
  readonly mentions: readonly Mention[]
}

/** None while there is no text, which is the usual case and costs nothing. */
export function contradictionsIn(answers: Answers): readonly Contradiction[] {
  const found = new Map<QuestionId, Mention[]>()
  for (const id of READ_FOR_MEDICINES) {
    const note = answers[id]?.note
    if (note === undefined || note === '') continue
    for (const mention of readMedicines(note)) {
      const list = found.get(mention.question)
      if (list) list.push(mention)
      else found.set(mention.question, [mention])
    }
  }
  return [...found].flatMap(([question, mentions]) => contradictionOf(answers, question, mentions))
}

function contradictionOf(answers: Answers, question: QuestionId, mentions: readonly Mention[]): Contradiction[] {
  const given = answers[question]
  if (given?.answer === 'yes' || given?.settled) return []
  const countsAs = mentions.some((mention) => mention.status === 'taken') ? 'yes' : 'unknown'
  // Nobody ticked, or nobody was sure, and the text is no clearer: the question is open as it is.
  if (countsAs === 'unknown' && given?.answer !== 'no') return []
  return [{ question, countsAs, isAgainstNo: given?.answer === 'no', mentions }]
}

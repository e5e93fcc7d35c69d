/** The answers that count, and all of them on request. */
import type { Answers, QuestionId } from '@unknot/care/screening'
import { findQuestion, QUESTIONS } from '@unknot/care/screening'
import type { ScreeningView } from '@unknot/wire/screening'
import { Card, Disclosure } from '../design/index.ts'
import { ANSWER_WORDS, RESULT_WORDS as W, regionList } from './screening.words.ts'

type Given = ScreeningView['answers']

export function AnswersCard({ answers }: { readonly answers: Given }) {
  const given = Object.keys(answers) as QuestionId[]
  const counting = given.filter((id) => answers[id]?.answer !== 'no')
  return (
    <Card title={W.answersThatCount}>
      {counting.length === 0 ? <p className="q">{W.noneCount}</p> : <AnswerLines ids={counting} answers={answers} />}
      <Disclosure words={W.all(given.length)}>
        <AnswerLines ids={QUESTIONS.map(({ id }) => id)} answers={answers} />
      </Disclosure>
    </Card>
  )
}

function answerWords(id: QuestionId, given: NonNullable<Given[QuestionId]>): string {
  if (given.weeks !== undefined) return W.weeks(given.weeks)
  return findQuestion(id)?.kind === 'yes-no' ? ANSWER_WORDS[given.answer] : ''
}

function AnswerLines({ ids, answers }: { readonly ids: readonly (keyof Answers)[]; readonly answers: Given }) {
  return (
    <ul className="ans">
      {ids.map((id) => {
        const given = answers[id]
        const where = given?.regions && regionList(given.regions)
        return (
          <li key={id}>
            <span>
              {findQuestion(id)?.text}
              {where ? <span className="q sm block">{where}</span> : null}
              {given?.note ? <blockquote>“{given.note}”</blockquote> : null}
            </span>
            <b className={given && given.answer !== 'no' ? 'counts' : given ? '' : 'q'}>
              {given ? answerWords(id, given) : W.notAnswered}
            </b>
          </li>
        )
      })}
    </ul>
  )
}

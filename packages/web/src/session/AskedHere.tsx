/** What the atlas asks at the chosen site, and the reason that a needle against advice needs. Each answer goes with the needle. */
import type { PlacingQuestion, QuestionId, SiteAnswer } from '@unknot/care/atlas'
import { useId } from 'react'
import { PLACING_WORDS as W } from './session.words.ts'

export type Placing = {
  readonly questions: readonly PlacingQuestion[]
  /** What stands against this needle; empty: nothing that is sure. */
  readonly against: readonly string[]
}

type Props = {
  readonly placing: Placing
  readonly answers: readonly SiteAnswer[]
  readonly reason: string
  readonly onAnswer: (answer: SiteAnswer) => void
  readonly onReason: (reason: string) => void
}

/** The panel has these as fields of its own. */
const ASKED_ELSEWHERE: ReadonlySet<QuestionId> = new Set(['level', 'length', 'direction', 'technique', 'position'])

export function AskedHere({ placing, answers, reason, onAnswer, onReason }: Props) {
  const given = new Map(answers.map(({ question, answer }) => [question, answer]))
  const asked = placing.questions.filter(({ id }) => !ASKED_ELSEWHERE.has(id))
  return (
    <>
      {asked.length === 0 ? null : (
        <details className="tr-more">
          <summary>{W.asked(asked.filter(({ id }) => !given.has(id)).length)}</summary>
          <div className="stack">
            {asked.map((question) => (
              <Question
                key={question.id}
                question={question}
                answer={given.get(question.id) ?? null}
                onAnswer={(answer) => onAnswer({ question: question.id, answer })}
              />
            ))}
          </div>
        </details>
      )}
      {placing.against.length === 0 ? null : (
        <label className="field">
          <span className="lbl">{W.reason}</span>
          <textarea
            className="in"
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => onReason(event.target.value)}
          />
          <span className="hint">
            {placing.against.join(' ')} {W.reasonHint}
          </span>
        </label>
      )}
    </>
  )
}

type QuestionProps = {
  readonly question: PlacingQuestion
  readonly answer: string | number | null
  readonly onAnswer: (answer: string | number) => void
}

function Question({ question: { ask, options }, answer, onAnswer }: QuestionProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="lbl" htmlFor={id}>
        {ask}
      </label>
      {options === null ? (
        <input
          id={id}
          className="in"
          type="number"
          inputMode="numeric"
          min={0}
          max={400}
          placeholder="mm"
          value={answer ?? ''}
          onChange={(event) => {
            if (event.target.value !== '') onAnswer(Number(event.target.value))
          }}
        />
      ) : (
        <select id={id} className="in" value={answer ?? ''} onChange={(event) => onAnswer(event.target.value)}>
          <option value="" disabled>
            {W.notAnswered}
          </option>
          {options.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

/** All questions on one page, two columns where there is room: for a clinician who asks and types at once. */
import type { CitationWire, QuestionWire } from '@unknot/wire/screening'
import type { KeyboardEvent } from 'react'
import { ANSWER_KEYS, AnswerMore, AnswerSegment } from './AnswerParts.tsx'
import { askedOf, type Draft, withAnswer } from './draft.ts'
import { SCREENING_WORDS as W } from './screening.words.ts'
import { WhyWeAsk } from './WhyWeAsk.tsx'

type Props = {
  readonly groups: readonly { readonly id: string; readonly title: string }[]
  readonly questions: readonly QuestionWire[]
  readonly citations: readonly CitationWire[]
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

export function QuestionList({ groups, questions, citations, draft, onDraft }: Props) {
  const asked = askedOf(questions, draft)
  return (
    <div className="q-groups">
      {groups.map((group) => {
        const own = asked.filter((question) => question.group === group.id)
        const done = own.filter((question) => draft[question.id]).length
        return (
          <section key={group.id} className="card q-group" aria-labelledby={`group-${group.id}`}>
            <header>
              <h2 id={`group-${group.id}`}>{group.title}</h2>
              <span className="end q sm">
                {done} / {own.length}
              </span>
            </header>
            {own.map((question) => (
              <QuestionLine key={question.id} {...{ question, citations, draft, onDraft }} />
            ))}
          </section>
        )
      })}
    </div>
  )
}

type LineProps = Pick<Props, 'citations' | 'draft' | 'onDraft'> & { readonly question: QuestionWire }

function QuestionLine({ question, citations, draft, onDraft }: LineProps) {
  const given = draft[question.id]
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const answer = ANSWER_KEYS[event.key.toLowerCase()]
    if (!answer || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const line = event.currentTarget.closest('.q-line')
    onDraft(withAnswer(draft, question.id, answer))
    // After this answer, since it may bring up a question that hangs on it.
    requestAnimationFrame(() => focusAfter(line))
  }
  return (
    <fieldset className={question.onlyIf === null ? 'q-line' : 'q-line hangs'}>
      <legend>
        {question.text}
        {question.mustAsk && !given ? <span className="must"> {W.mustAsk}</span> : null}
      </legend>
      <div className="q-answer">
        <AnswerSegment
          question={question}
          given={given}
          onAnswer={(answer) => onDraft(withAnswer(draft, question.id, answer))}
          onKey={onKey}
        />
        <WhyWeAsk question={question} citations={citations} />
      </div>
      {given && given.answer !== 'no' ? (
        <AnswerMore question={question} given={given} onGiven={(next) => onDraft({ ...draft, [question.id]: next })} />
      ) : null}
    </fieldset>
  )
}

function focusAfter(line: Element | null) {
  const lines = [...document.querySelectorAll('.q-line')]
  const next = line && lines[lines.indexOf(line) + 1]
  const target =
    next?.querySelector<HTMLInputElement>('.answer-seg input:checked') ??
    next?.querySelector<HTMLInputElement>('.answer-seg input')
  target?.focus()
}

/** All questions on one page, two columns where there is room: for a clinician who asks and types at once. */
import type { CitationWire, QuestionWire } from '@unknot/wire/screening'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { ANSWER_KEYS, AnswerMore, AnswerSegment, OwnWords } from './AnswerParts.tsx'
import { askedOf, type Draft, withAnswer } from './draft.ts'
import { SCREENING_WORDS as W } from './screening.words.ts'
import { WhyWeAsk } from './WhyWeAsk.tsx'

type Props = {
  readonly groups: readonly { readonly id: string; readonly title: string }[]
  readonly questions: readonly QuestionWire[]
  readonly citations: readonly CitationWire[]
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly ageYears: number | null
}

export function QuestionList({ groups, questions, citations, draft, onDraft, ageYears }: Props) {
  const asked = askedOf(questions, draft, ageYears)
  return (
    <div className="q-groups">
      {columnsOf(groups, questions).map((column) => (
        <div key={column[0]?.id} className="q-column">
          {column.map((group) => (
            <Group
              key={group.id}
              {...{ group, citations, draft, onDraft }}
              questions={asked.filter((question) => question.group === group.id)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

/** Two columns of whole groups, split where they come nearest to equal; always the same, so that nothing jumps. */
function columnsOf(groups: Props['groups'], questions: readonly QuestionWire[]) {
  const sizes = groups.map((group) => questions.filter((question) => question.group === group.id).length + 1)
  const sum = (part: readonly number[]) => part.reduce((total, size) => total + size, 0)
  const gap = (at: number) => Math.abs(sum(sizes.slice(0, at)) - sum(sizes.slice(at)))
  const best = groups.reduce((least, _, at) => (gap(at) < gap(least) ? at : least), 0)
  return [groups.slice(0, best), groups.slice(best)]
}

type GroupProps = Omit<Props, 'groups' | 'ageYears'> & { readonly group: Props['groups'][number] }

function Group({ group, questions, citations, draft, onDraft }: GroupProps) {
  const done = questions.filter((question) => draft[question.id]).length
  return (
    <section className="card q-group" aria-labelledby={`group-${group.id}`}>
      <header>
        <h2 id={`group-${group.id}`}>{group.title}</h2>
        <span className="end q sm">
          {done} / {questions.length}
        </span>
      </header>
      {questions.map((question) => (
        <QuestionLine key={question.id} {...{ question, citations, draft, onDraft }} />
      ))}
    </section>
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
    // On the page before the focus moves: it may bring up a question that hangs on it, and the next key may come at once.
    flushSync(() => onDraft(withAnswer(draft, question.id, answer)))
    focusAfter(line)
  }
  return (
    <fieldset className={question.onlyIf === null ? 'q-line' : 'q-line hangs'}>
      <legend>
        {question.text}
        {question.mustAsk && !given ? <span className="must"> {W.mustAsk}</span> : null}
      </legend>
      {question.kind === 'yes-no' ? (
        <AnswerSegment
          question={question}
          given={given}
          onAnswer={(answer) => onDraft(withAnswer(draft, question.id, answer))}
          onKey={onKey}
        />
      ) : null}
      <WhyWeAsk question={question} citations={citations} />
      {question.kind === 'yes-no' ? null : <OwnWords question={question} draft={draft} onDraft={onDraft} />}
      {question.kind === 'yes-no' && given && given.answer !== 'no' ? (
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
    // A question that is answered in words has no segment: its field is next.
    next?.querySelector<HTMLElement>('.answer-seg input, textarea, input')
  target?.focus()
}

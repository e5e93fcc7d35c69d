/** All questions on one page, two columns where there is room: for a clinician who asks and types at once. */
import type { Contradiction as ContradictionFound } from '@unknot/care/screening'
import type { CitationWire, QuestionWire } from '@unknot/wire/screening'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { ANSWER_KEYS, AnswerMore, AnswerSegment, OwnWords } from './AnswerParts.tsx'
import { Contradiction } from './Contradiction.tsx'
import { contradictionsOf } from './contradictions.ts'
import { askedOf, type Draft, withAnswer, withSettled } from './draft.ts'
import { SCREENING_WORDS as W } from './screening.words.ts'
import { WhyWeAsk } from './WhyWeAsk.tsx'

/** Where words contradict ticks, as the answers are just now. */
type Found = { readonly found: readonly ContradictionFound[] }

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
  const found = contradictionsOf(questions, draft, ageYears)
  return (
    <div className="q-groups">
      {columnsOf(groups, questions).map((column) => (
        <div key={column[0]?.id} className="q-column">
          {column.map((group) => (
            <Group
              key={group.id}
              {...{ group, citations, draft, onDraft, found }}
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

/** Some questions in a row, without the frame of their groups. */
export function QuestionLines({ questions, citations, draft, onDraft, ageYears }: Omit<Props, 'groups'>) {
  const found = contradictionsOf(questions, draft, ageYears)
  return askedOf(questions, draft, ageYears).map((question) => (
    <QuestionLine key={question.id} {...{ question, citations, draft, onDraft, found }} />
  ))
}

type GroupProps = Omit<Props, 'groups' | 'ageYears'> & { readonly group: Props['groups'][number] } & Found

function Group({ group, questions, citations, draft, onDraft, found }: GroupProps) {
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
        <QuestionLine key={question.id} {...{ question, citations, draft, onDraft, found }} />
      ))}
    </section>
  )
}

type LineProps = Pick<Props, 'citations' | 'draft' | 'onDraft'> & { readonly question: QuestionWire } & Found

function QuestionLine({ question, citations, draft, onDraft, found }: LineProps) {
  const given = draft[question.id]
  const contradiction = found.find((each) => each.question === question.id)
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
      {contradiction ? (
        <Contradiction
          found={contradiction}
          settled={given?.settled ?? ''}
          onSettled={(words) => onDraft(withSettled(draft, question.id, words))}
        />
      ) : null}
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

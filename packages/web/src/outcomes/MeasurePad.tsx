/** A measure on the pad: one question a screen, answers as large as a thumb, back at any time, kept while it is filled in. */
import type { MeasureView } from '@unknot/wire/outcomes'
import { ChevronLeft } from 'lucide-react'
import { Button, Choice, TextField } from '../design/index.ts'
import type { MeasureDraft } from './measure-draft.ts'
import { OUTCOME_WORDS as W, pointsWords } from './outcomes.words.ts'

type Props = {
  readonly measure: MeasureView
  readonly draft: MeasureDraft
  readonly onDraft: (draft: MeasureDraft) => void
  readonly onDone: () => void
  readonly onLeave: () => void
  readonly busy: string | false
}

export function MeasurePad({ measure, draft, onDraft, onDone, onLeave, busy }: Props) {
  const at = Math.min(draft.at, measure.items.length - 1)
  const item = measure.items[at]
  if (!item) return null
  const value = draft.answers[item.id]
  const isActivities = measure.kind === 'activities'
  const isLast = at === measure.items.length - 1
  const name = draft.activities[at] ?? ''
  const isAnswered = value !== undefined && (!isActivities || name.trim() !== '')
  const go = (to: number) => onDraft({ ...draft, at: to })
  const answer = (given: number) => onDraft({ ...draft, answers: { ...draft.answers, [item.id]: given } })
  const first = isActivities ? W.nameFirst : W.chooseFirst
  const mayStopHere = isActivities && at > 0 && value === undefined && name.trim() === ''
  return (
    <div className="pad">
      <div className="one-q-top">
        <Button className="ico" tone="bare" aria-label={W.back} onClick={() => (at === 0 ? onLeave() : go(at - 1))}>
          <ChevronLeft className="i" aria-hidden="true" />
        </Button>
        <p>
          <b>{W.questionOf(at + 1, measure.items.length)}</b>
          <span className="q sm block">{measure.recall}</span>
        </p>
      </div>
      <progress
        className="one-q-bar"
        max={measure.items.length}
        value={at + 1}
        aria-label={W.questionOf(at + 1, measure.items.length)}
      />
      {measure.intro ? <p className="q">{measure.intro}</p> : null}
      <h2 key={item.id} tabIndex={-1} ref={focusIt} id="the-question">
        {isActivities ? W.activity(at + 1) : item.text}
      </h2>
      {isActivities ? (
        <TextField
          key={`${item.id} name`}
          label={W.activityHint}
          value={name}
          maxLength={120}
          onValue={(text) => onDraft({ ...draft, activities: withName(draft.activities, at, text) })}
        />
      ) : null}
      <Answers measure={measure} itemId={item.id} value={value} onAnswer={answer} />
      <div className="one-q-foot">
        {isLast || mayStopHere ? (
          <Button
            tone="pri"
            size="big"
            className="full"
            busy={busy}
            unavailable={isAnswered || mayStopHere ? null : first}
            onClick={onDone}
          >
            {W.done}
          </Button>
        ) : (
          <Button
            tone="pri"
            size="big"
            className="full"
            unavailable={isAnswered ? null : first}
            onClick={() => go(at + 1)}
          >
            {W.next}
          </Button>
        )}
      </div>
    </div>
  )
}

function withName(names: readonly string[], at: number, name: string): readonly string[] {
  return Array.from({ length: Math.max(names.length, at + 1) }, (_, i) => (i === at ? name : (names[i] ?? '')))
}

type AnswersProps = {
  readonly measure: MeasureView
  readonly itemId: string
  readonly value: number | undefined
  readonly onAnswer: (value: number) => void
}

function Answers({ measure, itemId, value, onAnswer }: AnswersProps) {
  const options = measure.items.find(({ id }) => id === itemId)?.options ?? []
  if (measure.kind === 'options' || measure.kind === 'ticks') {
    return (
      <fieldset className="stack one-q-answers" aria-labelledby="the-question">
        {(measure.kind === 'ticks' ? options.toReversed() : options).map((option) => (
          <Choice
            key={option.value}
            type="radio"
            name={itemId}
            isChosen={value === option.value}
            onChosen={() => onAnswer(option.value)}
            words={measure.kind === 'ticks' ? (option.value === 1 ? W.tickYes : W.tickNo) : option.label}
          />
        ))}
      </fieldset>
    )
  }
  return (
    <fieldset className="pad-numbers" aria-labelledby="the-question">
      <div className="pad-ends" aria-hidden="true">
        <span>{options[0]?.label}</span>
        <span>{options.at(-1)?.label}</span>
      </div>
      <div className="pad-grid">
        {options.map((option) => (
          <label key={option.value} className="pad-number">
            <input
              type="radio"
              className="vh"
              name={itemId}
              checked={value === option.value}
              onChange={() => onAnswer(option.value)}
              aria-label={option.label === '' ? pointsWords(option.value) : `${option.value}, ${option.label}`}
            />
            {option.value}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The next question is read out, and the next Tab starts at its answers. */
function focusIt(heading: HTMLHeadingElement | null) {
  heading?.focus({ preventScroll: true })
}

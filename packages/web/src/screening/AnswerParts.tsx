/** The parts of an answer: yes, no, don't know; where; a note. */
import { REGIONS, type Region } from '@unknot/care/atlas'
import { ANSWERS, type Answer } from '@unknot/care/kernel'
import type { QuestionWire } from '@unknot/wire/screening'
import { type KeyboardEvent, useState } from 'react'
import { TextArea, TextField } from '../design/index.ts'
import { type Draft, type GivenDraft, withWeeks, withWords } from './draft.ts'
import { ANSWER_WORDS, REGION_WORDS, SCREENING_WORDS as W } from './screening.words.ts'

export const ANSWER_KEYS: Readonly<Record<string, Answer>> = { y: 'yes', n: 'no', d: 'unknown' }

type AnswerProps = {
  readonly question: QuestionWire
  readonly given: GivenDraft | undefined
  readonly onAnswer: (answer: Answer) => void
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** Nothing is chosen until somebody chooses. */
export function AnswerSegment({ question, given, onAnswer, onKey }: AnswerProps) {
  return (
    <span className="seg answer-seg">
      {ANSWERS.map((answer) => (
        <label key={answer}>
          <input
            type="radio"
            className="vh"
            name={question.id}
            checked={given?.answer === answer}
            onChange={() => onAnswer(answer)}
            onKeyDown={onKey}
          />
          {ANSWER_WORDS[answer]}
        </label>
      ))}
    </span>
  )
}

type OwnWordsProps = {
  readonly question: QuestionWire
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

/** A question that is answered in words or in weeks. */
export function OwnWords({ question, draft, onDraft }: OwnWordsProps) {
  const given = draft[question.id]
  if (question.kind === 'weeks') {
    return (
      <TextField
        label={<span className="vh">{question.text}</span>}
        inputMode="numeric"
        maxLength={2}
        value={given?.weeks === null || given === undefined ? '' : String(given.weeks)}
        onValue={(typed) => onDraft(withWeeks(draft, question.id, typed))}
      />
    )
  }
  return (
    <TextArea
      label={<span className="vh">{question.text}</span>}
      maxLength={2000}
      rows={2}
      value={given?.note ?? ''}
      onValue={(note) => onDraft(withWords(draft, question.id, note))}
    />
  )
}

type MoreProps = {
  readonly question: QuestionWire
  readonly given: GivenDraft
  readonly onGiven: (given: GivenDraft) => void
}

/** What a yes or a don't-know asks for. */
export function AnswerMore({ question, given, onGiven }: MoreProps) {
  const [isNoting, setNoting] = useState(given.note !== '')
  const asksWhere = question.asksWhere && given.answer === 'yes'
  return (
    <div className="answer-more">
      {asksWhere ? <Where given={given} question={question} onGiven={onGiven} /> : null}
      {isNoting || given.note !== '' ? (
        <TextArea
          label={<span className="vh">{W.noteOf(question.text)}</span>}
          placeholder={W.note}
          maxLength={1000}
          rows={2}
          value={given.note}
          onValue={(note) => onGiven({ ...given, note })}
        />
      ) : (
        <button type="button" className="link-btn add-note" onClick={() => setNoting(true)}>
          {W.addNote}
          <span className="vh">: {question.text}</span>
        </button>
      )}
    </div>
  )
}

function Where({ question, given, onGiven }: MoreProps) {
  const regions = given.regions ?? []
  const toggle = (region: Region) =>
    onGiven({
      ...given,
      regions: REGIONS.filter((other) => (other === region ? !regions.includes(other) : regions.includes(other))),
    })
  return (
    <fieldset className="where">
      <legend className="lbl">
        {W.where}
        <span className="vh"> {question.text}</span>
      </legend>
      <div className="where-ticks">
        {REGIONS.map((region) => (
          <label key={region} className="tick">
            <input type="checkbox" checked={regions.includes(region)} onChange={() => toggle(region)} />
            {REGION_WORDS[region]}
          </label>
        ))}
        <label className="tick">
          <input
            type="checkbox"
            checked={given.regions !== null && regions.length === 0}
            onChange={(event) => onGiven({ ...given, regions: event.target.checked ? [] : null })}
          />
          {W.elsewhere}
        </label>
      </div>
      {given.regions === null ? <p className="hint">{W.whereUnsaid}</p> : null}
    </fieldset>
  )
}

/** One question a screen, for a phone: large answers, thumb-reachable, back and on. */
import { ANSWERS } from '@unknot/care/kernel'
import type { CitationWire, QuestionWire } from '@unknot/wire/screening'
import { ChevronLeft } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, Choice } from '../design/index.ts'
import { AnswerMore, OwnWords } from './AnswerParts.tsx'
import { Contradiction } from './Contradiction.tsx'
import { contradictionsOf } from './contradictions.ts'
import { askedOf, type Draft, inGroups, withAnswer, withSettled } from './draft.ts'
import { ANSWER_WORDS, SCREENING_WORDS as W } from './screening.words.ts'
import { WhyWeAsk } from './WhyWeAsk.tsx'

type Props = {
  readonly groups: readonly { readonly id: string; readonly title: string }[]
  readonly questions: readonly QuestionWire[]
  readonly citations: readonly CitationWire[]
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly ageYears: number | null
  readonly finish: ReactNode
}

export function OneQuestion({ groups, questions, citations, draft, onDraft, ageYears, finish }: Props) {
  const asked = inGroups(groups, askedOf(questions, draft, ageYears))
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      asked.findIndex(({ id, kind }) => kind === 'yes-no' && !draft[id]),
    ),
  )
  const [hasMoved, setMoved] = useState(false)
  const go = (to: number) => {
    setMoved(true)
    setAt(to)
    window.scrollTo(0, 0)
  }
  const question = asked[Math.min(at, asked.length - 1)]
  if (!question) return null
  const given = draft[question.id]
  const found = contradictionsOf(questions, draft, ageYears)
  const contradiction = found.find((each) => each.question === question.id)
  const group = groups.find(({ id }) => id === question.group)
  const isLast = at >= asked.length - 1
  return (
    <div className="one-q">
      <div className="one-q-top">
        <Button className="ico" tone="bare" aria-label={W.back} onClick={() => go(Math.max(0, at - 1))}>
          <ChevronLeft className="i" aria-hidden="true" />
        </Button>
        <p>
          <b>{W.questionOf(at + 1, asked.length)}</b>
          <span className="q sm block">{group?.title}</span>
        </p>
      </div>
      <progress
        className="one-q-bar"
        max={asked.length}
        value={at + 1}
        aria-label={W.questionOf(at + 1, asked.length)}
      />
      <h2 key={question.id} tabIndex={-1} ref={hasMoved ? focusIt : null} id="the-question">
        {question.text}
      </h2>
      {question.kind === 'yes-no' ? null : (
        <OwnWords key={`${question.id} words`} question={question} draft={draft} onDraft={onDraft} />
      )}
      {question.kind === 'yes-no' ? (
        <fieldset className="stack one-q-answers" aria-labelledby="the-question" key={`${question.id} answers`}>
          {ANSWERS.map((answer) => (
            <Choice
              key={answer}
              type="radio"
              name={question.id}
              isChosen={given?.answer === answer}
              onChosen={() => onDraft(withAnswer(draft, question.id, answer))}
              words={ANSWER_WORDS[answer]}
            />
          ))}
          {given && given.answer !== 'no' ? (
            <AnswerMore
              question={question}
              given={given}
              onGiven={(next) => onDraft({ ...draft, [question.id]: next })}
            />
          ) : null}
        </fieldset>
      ) : null}
      {contradiction ? (
        <Contradiction
          found={contradiction}
          settled={given?.settled ?? ''}
          onSettled={(words) => onDraft(withSettled(draft, question.id, words))}
        />
      ) : null}
      <WhyWeAsk question={question} citations={citations} />
      <div className="one-q-foot">
        {isLast ? (
          finish
        ) : (
          <Button tone="pri" size="big" className="full" onClick={() => go(at + 1)}>
            {W.next}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The next question is read out, and the next Tab starts at its answers. */
function focusIt(heading: HTMLHeadingElement | null) {
  heading?.focus({ preventScroll: true })
}

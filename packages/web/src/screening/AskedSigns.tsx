/** The warning signs as they were asked and answered; what was found stands first. */
import type { LetterDraftView } from '@unknot/wire/screening'
import { Card } from '../design/index.ts'
import { LETTER_WORDS as W } from './letter.words.ts'

export function AskedSigns({ asked }: { readonly asked: LetterDraftView['asked'] }) {
  const weight = (answer: string) => (answer === 'no' ? 1 : 0)
  return (
    <Card title={W.asked}>
      <p className="hint">{W.askedHint}</p>
      <ul className="asked">
        {asked
          .toSorted((a, b) => weight(a.answer) - weight(b.answer))
          .map(({ question, text, answer, note }) => (
            <li key={question}>
              <span>
                {text}
                {note === '' ? null : <small className="block q">“{note}”</small>}
              </span>
              <b className={answer === 'no' ? 'q' : 'asked-found'}>{W.answers[answer]}</b>
            </li>
          ))}
      </ul>
    </Card>
  )
}

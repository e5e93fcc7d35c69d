/** The letters of a patient, and the way to a new one from this screening. */
import { Link } from '@tanstack/react-router'
import type { PatientId, ScreeningId } from '@unknot/care/kernel'
import { letterRoutes } from '@unknot/wire/screening'
import { Mail } from 'lucide-react'
import { useRead, whenWords } from '../kernel/index.ts'
import { useMay, useMe } from '../people/index.ts'
import { LETTER_WORDS as W, RECIPIENT_WORDS } from './letter.words.ts'
import './letter.css'

type Props = { readonly patient: PatientId; readonly screening: ScreeningId; readonly isAdvised: boolean }

export function Letters({ patient, screening, isAdvised }: Props) {
  const { timeZone } = useMe().clinic
  const mayWrite = useMay('screening-take')
  const letters = useRead(letterRoutes.listLetters, { params: { patient } }).data?.letters ?? []
  if (!mayWrite && letters.length === 0) return null
  return (
    <section className="letters" aria-label={W.letters}>
      {mayWrite ? (
        <Link
          className={isAdvised && letters.length === 0 ? 'btn pri' : 'btn'}
          to="/patients/$patient/screenings/$screening/letter"
          params={{ patient, screening }}
        >
          <Mail className="i" aria-hidden="true" />
          {W.write}
        </Link>
      ) : null}
      <ul>
        {letters.map((letter) => (
          <li key={letter.id}>
            <Link to="/patients/$patient/letters/$letter" params={{ patient, letter: letter.id }}>
              {letter.subject}
            </Link>{' '}
            <span className="q sm">
              {letter.recipientName || RECIPIENT_WORDS[letter.recipient]},{' '}
              {letter.issuedAt ? W.left(whenWords(letter.issuedAt, timeZone)) : W.draft}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

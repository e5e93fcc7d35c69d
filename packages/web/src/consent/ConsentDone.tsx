/** Signed: what the patient can take home, and that it can be taken back. */
import { consentRoutes, type ConsentView } from '@unknot/wire/consent'
import { CircleCheck, FileDown } from 'lucide-react'
import { Button } from '../design/index.ts'
import { addressOf, whenWords } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { CONSENT_WORDS as W } from './consent.words.ts'

type Props = {
  readonly consent: ConsentView
  /** Where the copy goes by itself; null when no address is known. */
  readonly email: string | null
  readonly onLeave: () => void
}

export function ConsentDone({ consent, email, onLeave }: Props) {
  const { name, clinic } = useMe()
  return (
    <section className="cs-done">
      <CircleCheck className="i done-i" aria-hidden="true" />
      <h1 tabIndex={-1} ref={(heading) => heading?.focus()}>
        {W.doneTitle}
      </h1>
      <p className="q">{W.givenBy(whenWords(consent.givenAt, clinic.timeZone), consent.takenByName)}</p>
      <p>{W.doneBody}</p>
      <p>{email ? W.copyMailed(email) : W.copyPaper}</p>
      <Copies consent={consent.id} />
      <p className="b">{W.giveBack(name)}</p>
      <Button tone="pri" size="big" onClick={onLeave}>
        {W.toChart}
      </Button>
    </section>
  )
}

export function Copies({ consent }: { readonly consent: ConsentView['id'] }) {
  const copy = (paper: 'a4' | 'letter') =>
    addressOf(consentRoutes.consentCopy, { params: { consent }, query: { paper } })
  return (
    <p className="copies">
      <a className="btn" href={copy('a4')} target="_blank" rel="noreferrer">
        <FileDown className="i" aria-hidden="true" />
        {W.copyA4}
      </a>
      <a className="btn" href={copy('letter')} target="_blank" rel="noreferrer">
        <FileDown className="i" aria-hidden="true" />
        {W.copyLetter}
      </a>
    </p>
  )
}

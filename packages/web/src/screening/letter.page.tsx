/** A letter that is kept: edited and printed while it is in the house, recorded when it leaves, and locked from then on. */
import { Link, useParams } from '@tanstack/react-router'
import { asId, type LetterId, type PatientId } from '@unknot/care/kernel'
import { LETTER_WAYS, type LetterWay } from '@unknot/care/screening'
import { patientRoutes, type PatientView } from '@unknot/wire/people'
import { letterRoutes, type LetterView } from '@unknot/wire/screening'
import { ChevronLeft, FileDown, Lock } from 'lucide-react'
import { useState } from 'react'
import { Banner, Button, Card, Choice, ProblemBanner, Skeleton, TextField } from '../design/index.ts'
import { addressOf, Answered, PageHead, problemOf, useRead, useWrite, whenWords } from '../kernel/index.ts'
import { useMay, useMe } from '../people/index.ts'
import { AskedSigns } from './AskedSigns.tsx'
import { HOW_SOON_WORDS, LETTER_WORDS as W, RECIPIENT_WORDS, WAY_WORDS } from './letter.words.ts'
import { LetterForm, whyNotKept, wordsOf } from './LetterForm.tsx'
import './letter.css'

export function LetterPage() {
  const params = useParams({ from: '/framed/patients/$patient/letters/$letter' })
  const who = useRead(patientRoutes.readPatient, { params: { patient: asId<PatientId>(params.patient) } })
  const read = useRead(letterRoutes.readLetter, { params: { letter: asId<LetterId>(params.letter) } })
  return (
    <Answered isWholePage read={who} skeleton={<Skeleton rows={8} rowHeight={48} />}>
      {(patient) => (
        <Answered isWholePage read={read} skeleton={<Skeleton rows={8} rowHeight={48} />}>
          {(letter) => <Letter key={letter.version} patient={patient} letter={letter} />}
        </Answered>
      )}
    </Answered>
  )
}

type Props = { readonly patient: PatientView; readonly letter: LetterView }

/** Keyed by the version, so that what somebody else saved meanwhile is never written over unseen. */
function Letter({ patient, letter }: Props) {
  const { timeZone } = useMe().clinic
  const mayWrite = useMay('screening-take') && letter.issued === null
  const [words, setWords] = useState(() => wordsOf(letter))
  const isChanged = JSON.stringify(words) !== JSON.stringify(wordsOf(letter))
  const change = useWrite(letterRoutes.changeLetter, [letterRoutes.readLetter, letterRoutes.listLetters])
  const save = () => change.mutate({ params: { letter: letter.id }, body: { version: letter.version, ...words } })
  return (
    <>
      <Link className="btn bare back" to="/patients/$patient" params={{ patient: patient.id }}>
        <ChevronLeft className="i" aria-hidden="true" />
        {W.chart}
      </Link>
      <PageHead
        title={W.newTitle(patient.name)}
        sub={W.writtenBy(letter.writtenByName, whenWords(letter.writtenAt, timeZone))}
      />
      {letter.issued ? (
        <div className="letter-left">
          <Banner>
            <Lock className="i sm" aria-hidden="true" /> <b>{W.locked}</b>{' '}
            {W.issued(
              WAY_WORDS[letter.issued.how],
              letter.issued.to,
              whenWords(letter.issued.at, timeZone),
              letter.issued.byName,
            )}
          </Banner>
        </div>
      ) : null}
      <div className="letter-cols">
        <div className="card letter-card">
          {mayWrite ? (
            <>
              <LetterForm words={words} onWords={setWords} />
              <ProblemBanner problem={change.error ? problemOf(change.error) : null} />
              <Button
                onClick={save}
                busy={change.isPending && W.saving}
                unavailable={isChanged ? whyNotKept(words) : W.saved}
              >
                {W.save}
              </Button>
            </>
          ) : (
            <Kept letter={letter} />
          )}
        </div>
        <div className="stack5">
          <Card title={W.letters}>
            <p className="copies">
              {(['a4', 'letter'] as const).map((paper) => (
                <a
                  key={paper}
                  className="btn"
                  href={addressOf(letterRoutes.printLetter, { params: { letter: letter.id }, query: { paper } })}
                  target="_blank"
                  rel="noreferrer"
                >
                  <FileDown className="i" aria-hidden="true" />
                  {paper === 'a4' ? W.printA4 : W.printLetter}
                </a>
              ))}
            </p>
            {isChanged ? <p className="hint">{W.unsaved}</p> : null}
          </Card>
          {mayWrite ? <Leaving letter={letter} unavailable={isChanged ? W.unsaved : null} /> : null}
          <AskedSigns asked={letter.asked} />
        </div>
      </div>
    </>
  )
}

function Kept({ letter }: { readonly letter: LetterView }) {
  const lines = [letter.recipientName, RECIPIENT_WORDS[letter.recipient], letter.recipientAddress].filter(Boolean)
  return (
    <article className="letter-kept">
      <p>{lines.join('\n')}</p>
      <p className="b">
        {HOW_SOON_WORDS[letter.urgency]}: {letter.subject}
      </p>
      <p>{letter.body}</p>
    </article>
  )
}

/** Recorded once, by the one who did it. */
function Leaving({ letter, unavailable }: { readonly letter: LetterView; readonly unavailable: string | null }) {
  const [how, setHow] = useState<LetterWay | null>(null)
  const [to, setTo] = useState('')
  const issue = useWrite(letterRoutes.issueLetter, [letterRoutes.readLetter, letterRoutes.listLetters])
  const why = unavailable ?? (how === null ? W.needWay : to.trim() === '' ? W.needWhom : null)
  const record = () => {
    if (how === null) return
    issue.mutate({ params: { letter: letter.id }, body: { version: letter.version, how, to } })
  }
  return (
    <Card title={W.issueTitle}>
      <div className="stack">
        <fieldset className="letter-ways">
          <legend className="vh">{W.way}</legend>
          {LETTER_WAYS.map((way) => (
            <Choice
              key={way}
              type="radio"
              name="letter-way"
              isChosen={how === way}
              onChosen={() => setHow(way)}
              words={WAY_WORDS[way]}
            />
          ))}
        </fieldset>
        <TextField label={W.whom} hint={W.whomHint} value={to} onValue={setTo} maxLength={200} autoComplete="off" />
        <ProblemBanner problem={issue.error ? problemOf(issue.error) : null} />
        <Button tone="pri" onClick={record} unavailable={why} busy={issue.isPending && W.recording}>
          {W.record}
        </Button>
        <p className="hint">{W.issueHint}</p>
      </div>
    </Card>
  )
}

/** What this device has and the server hasn't: each entry with its patient and its reason; out to a file, and in from one. */
import type { AccountId } from '@unknot/care/kernel'
import { patientRoutes } from '@unknot/wire/people'
import { Link } from '@tanstack/react-router'
import { FileDown, FileUp } from 'lucide-react'
import { type ChangeEvent, useState } from 'react'
import { Banner, Button, Card, PasswordField, Skeleton, Tag } from '../design/index.ts'
import { useRead, whenWords } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { entryWords } from './entry-words.ts'
import type { KeptEvent } from './kept-event.ts'
import { serverProblemWords } from './problem.words.ts'
import { ownStore } from './session-engines.ts'
import { UNSENT_WORDS as W } from './session.words.ts'
import { readUnsentFile, takeIn, writeUnsentFile } from './unsent-file.ts'
import { useOutbox } from './use-outbox.ts'

const PASSPHRASE_LENGTH = 12

export function UnsentCard() {
  const { account } = useMe()
  const unsent = useOutbox(account)
  if (unsent === null) return <Skeleton rows={2} rowHeight={62} />
  const sessions = [...new Set(unsent.map((row) => row.session))]
  return (
    <Card title={W.title}>
      {unsent.length === 0 ? <p className="q">{W.none}</p> : <p>{W.what(unsent.length)}</p>}
      {sessions.map((session) => (
        <SessionOf key={session} rows={unsent.filter((row) => row.session === session)} />
      ))}
      <Files account={account} unsent={unsent} />
    </Card>
  )
}

function SessionOf({ rows }: { readonly rows: readonly KeptEvent[] }) {
  const { timeZone } = useMe().clinic
  const events = rows.map((row) => row.event)
  const opening = events.find((event) => event.kind === 'session-opened')
  return (
    <section className="unsent-session">
      {opening?.kind === 'session-opened' ? <PatientName rows={rows} patient={opening.patient} /> : null}
      <ul className="lines">
        {rows.map(({ id, event, status, problem }) => (
          <li key={id}>
            <span className="grow">
              <b>{entryWords(event, events)}</b>
              <span className="q sm block">
                {whenWords(event.at, timeZone)}
                {status === 'refused' && problem ? `. ${serverProblemWords(problem)}` : ''}
              </span>
            </span>
            <Tag tone={status === 'refused' ? 'dan' : 'warn'}>{status === 'refused' ? W.refused : W.waiting}</Tag>
          </li>
        ))}
      </ul>
    </section>
  )
}

type NameProps = {
  readonly rows: readonly KeptEvent[]
  readonly patient: Extract<KeptEvent['event'], { kind: 'session-opened' }>['patient']
}

function PatientName({ rows, patient }: NameProps) {
  const person = useRead(patientRoutes.readPatient, { params: { patient } }).data
  const session = rows[0]?.session
  if (session === undefined) return null
  return (
    <h3>
      <Link to="/patients/$patient/sessions/$session" params={{ patient, session }}>
        {person?.name ?? W.nameUnknown}
      </Link>
    </h3>
  )
}

type FilesProps = { readonly account: AccountId; readonly unsent: readonly KeptEvent[] }

function Files({ account, unsent }: FilesProps) {
  const [passphrase, setPassphrase] = useState('')
  const [said, setSaid] = useState<{ readonly tone: 'good' | 'dan'; readonly words: string } | null>(null)
  const why = passphrase.length < PASSPHRASE_LENGTH ? W.passphraseHint : null

  async function save(): Promise<void> {
    const text = await writeUnsentFile(unsent, passphrase)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    link.download = W.fileName(new Date().toISOString().slice(0, 10))
    link.click()
    URL.revokeObjectURL(link.href)
    setSaid({ tone: 'good', words: W.saved(unsent.length) })
  }

  async function load(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    const read = await readUnsentFile(await file.text(), passphrase)
    if (typeof read === 'string') return setSaid({ tone: 'dan', words: W.fileProblems[read] })
    const mine = read.filter((row) => row.actor === account)
    const store = await ownStore(account)
    const rows = takeIn(mine, new Set((await store.unsent()).map(({ id }) => id)))
    await store.keep(rows)
    const others = read.length - mine.length
    setSaid({ tone: others > 0 ? 'dan' : 'good', words: W.loaded(rows.length, others) })
  }

  return (
    <div className="stack">
      <PasswordField
        label={W.passphrase}
        hint={W.passphraseHint}
        value={passphrase}
        onValue={setPassphrase}
        autoComplete="off"
      />
      {said === null ? null : <Banner tone={said.tone}>{said.words}</Banner>}
      <div className="stack">
        <Button unavailable={unsent.length === 0 ? W.nothingToSave : why} onClick={() => void save()}>
          <FileDown className="i" aria-hidden="true" />
          {W.save}
        </Button>
        <label className="btn file" aria-disabled={why !== null}>
          <FileUp className="i" aria-hidden="true" />
          {W.load}
          <input
            className="vh"
            type="file"
            accept="application/json,.json"
            disabled={why !== null}
            onChange={(event) => void load(event)}
          />
        </label>
      </div>
    </div>
  )
}

/** The record of a session: the note as it is signed, its addenda, its paper and its data; and the way to add an addendum. */
import { Link, useParams } from '@tanstack/react-router'
import { asId, type EventId, instantOf, isUuid, type PatientId, type SessionId } from '@unknot/care/kernel'
import { foldEvents, type LateEntry, type SessionEvent, unansweredLate } from '@unknot/care/session'
import { sessionRoutes, type SessionView } from '@unknot/wire/session'
import { ChevronLeft, FileDown, Printer, SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Skeleton } from '../design/index.ts'
import { addressOf, Answered, DeadEnd, newId, PageTitle, useRead, useWrite, whenWords } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { AddendumForm } from './AddendumForm.tsx'
import { type AddendumFact, addendumDrafts } from './addendum-drafts.ts'
import { thisDevice } from './device-store.ts'
import { LateEntries } from './LateEntries.tsx'
import { RecordSheet } from './RecordSheet.tsx'
import './record.css'

export function RecordPage() {
  const { patient, session } = useParams({ strict: false })
  if (patient === undefined || session === undefined || !isUuid(patient) || !isUuid(session)) {
    return <DeadEnd Icon={SearchX} title="No such record" />
  }
  return <Record patient={asId<PatientId>(patient)} session={asId<SessionId>(session)} />
}

function Record({ patient, session }: { readonly patient: PatientId; readonly session: SessionId }) {
  const me = useMe()
  const record = useRead(sessionRoutes.readRecord, { params: { session } })
  const view = useRead(sessionRoutes.readSession, { params: { session } }).data
  const late = useMemo(() => (view ? unansweredIn(view) : []), [view])
  const send = useWrite(sessionRoutes.sendEvents, [sessionRoutes.readRecord, sessionRoutes.readSession])

  const [drafts] = useState(() =>
    addendumDrafts({ newId: newId<EventId>, device: thisDevice, now: () => instantOf(Date.now()) }),
  )
  const add = (fact: AddendumFact) =>
    drafts.send(fact, async (event, sentAt) => {
      const { verdicts } = await send.mutateAsync({ params: { session }, body: { sentAt, events: [event] } })
      return verdicts.every(({ verdict }) => verdict !== 'refused') ? 'added' : 'refused'
    })

  const pdf = (paper: 'a4' | 'letter') =>
    addressOf(sessionRoutes.printRecord, { params: { session }, query: { paper } })
  return (
    <>
      <PageTitle title="Record" />
      <nav className="rec-tools" aria-label="Record">
        <Link className="btn bare" to="/patients/$patient" params={{ patient }}>
          <ChevronLeft className="i" aria-hidden="true" />
          Chart
        </Link>
        <span className="sp" />
        <button type="button" className="btn" onClick={() => window.print()}>
          <Printer className="i" aria-hidden="true" />
          Print
        </button>
        <a className="btn" href={pdf('a4')}>
          <FileDown className="i" aria-hidden="true" />
          PDF, A4
        </a>
        <a className="btn" href={pdf('letter')}>
          <FileDown className="i" aria-hidden="true" />
          PDF, Letter
        </a>
        <a className="btn" href={addressOf(sessionRoutes.readRecord, { params: { session } })}>
          <FileDown className="i" aria-hidden="true" />
          JSON
        </a>
      </nav>
      <Answered read={record} skeleton={<Skeleton rows={12} rowHeight={40} />}>
        {({ note, seal, events }) => (
          <>
            <RecordSheet note={note} seal={seal} events={events} />
            {note.signature !== null && me.roles.includes('clinician') ? (
              <>
                <LateEntries
                  late={late}
                  events={events as readonly SessionEvent[]}
                  timeWords={(at) => whenWords(at, note.zone)}
                  authorName={me.name}
                  onAdd={add}
                />
                <AddendumForm authorName={me.name} onAdd={add} />
              </>
            ) : null}
          </>
        )}
      </Answered>
    </>
  )
}

/** The answer's events are care's own; wire says so at compile time. */
function unansweredIn({ events, late }: SessionView): readonly LateEntry[] {
  return unansweredLate(foldEvents(events as readonly SessionEvent[]), late as readonly LateEntry[])
}

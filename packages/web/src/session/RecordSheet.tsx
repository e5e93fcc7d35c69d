/** The record as a sheet of paper: what the note says, laid out, nothing added and nothing left out. */
import type { SessionEvent } from '@unknot/care/session'
import type { SessionRecord } from '@unknot/wire/session'
import { RecordMap } from './RecordMap.tsx'

type Props = { readonly note: SessionRecord['note']; readonly seal: string; readonly events: SessionRecord['events'] }

const COLUMNS = ['No.', 'Site', 'Size, mm', 'Technique', 'Direction', 'Depth', 'Twitch', 'Pain', 'In', 'Out', 'Lot']

export function RecordSheet({ note, seal, events }: Props) {
  return (
    <article className="sheet" data-theme="light" aria-labelledby="record-title">
      <header>
        <div>
          <h1 id="record-title" tabIndex={-1}>
            {note.title}
          </h1>
          <p className="q">{note.subtitle}</p>
          {note.status === 'draft' ? <p className="b">Draft: not signed</p> : null}
        </div>
        <div>
          <b>{note.clinic.name}</b>
          {note.clinic.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      </header>
      <dl className="facts">
        {note.facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <div className="two">
        <div>
          <RecordMap events={events as readonly SessionEvent[]} />
        </div>
        <dl className="notes">
          {note.notes.map((entry, index) => (
            <div key={`${index} ${entry.label}`}>
              <dt>{entry.label}</dt>
              <dd>{entry.value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Needles note={note} />
      {note.addenda.map((addendum, index) => (
        <section key={addendum.event} className="add" aria-label={`Addendum ${index + 1}`}>
          <b>Addendum {index + 1}</b>, {addendum.when}, {addendum.author}: {addendum.text}
        </section>
      ))}
      <div className="sgn">
        <div>{note.signature ? note.signature.signer : 'Not signed'}</div>
        <div>
          {note.signature ? (
            <>
              <b>Signed and locked {note.signature.when}</b>
              <br />
              Changes after this are addenda only.
            </>
          ) : (
            'A draft is no record.'
          )}
        </div>
      </div>
      <footer>
        <span>{note.patient.words}</span>
        <span>Seal {seal.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}</span>
      </footer>
    </article>
  )
}

function Needles({ note }: { readonly note: Props['note'] }) {
  if (note.needles.length === 0) return <h2>No needle was placed</h2>
  return (
    <>
      <h2>Needles</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by keyboard, too */}
      <section className="scroll" aria-label="Needles" tabIndex={0}>
        <table className="tbl">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {note.needles.map((needle) => (
              <tr key={needle.needle}>
                <td>{needle.number}</td>
                <td>{needle.site}</td>
                <td className="nw">{needle.size}</td>
                <td>{needle.technique}</td>
                <td>{needle.direction}</td>
                <td>{needle.depth}</td>
                <td>{needle.twitch}</td>
                <td>{needle.pain}</td>
                <td className="nw">{needle.in}</td>
                <td className="nw">{needle.out}</td>
                <td>{needle.lot}</td>
              </tr>
            ))}
            <tr className="tot">
              <td colSpan={7}>{note.count.equation}</td>
              <td colSpan={4}>{note.countedBy === null ? 'Not counted yet' : `Counted by ${note.countedBy}`}</td>
            </tr>
          </tbody>
        </table>
      </section>
    </>
  )
}

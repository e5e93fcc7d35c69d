/** The sessions of a patient, newest first: open ones say so, signed ones lead to their record. */
import { Link } from '@tanstack/react-router'
import type { ChartSession, ChartView } from '@unknot/wire/pathway'
import { ClipboardList } from 'lucide-react'
import { Card, EmptyState, Tag } from '../design/index.ts'
import { whenWords } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { SessionMini } from '../session/index.ts'

export function ChartSessions({ chart }: { readonly chart: ChartView }) {
  const zone = useMe().clinic.timeZone
  const total = chart.sessions.length
  const openCount = chart.sessions.filter((session) => session.status === 'open').length
  return (
    <Card title="Sessions" action={<span className="q">{`${total - openCount} signed, ${openCount} open`}</span>}>
      {total === 0 ? (
        <EmptyState Icon={ClipboardList} title="No session yet">
          Each session stands here with its map and its count. The first starts above.
        </EmptyState>
      ) : (
        <ol className="chart-sessions">
          {chart.sessions.map((session, index) => (
            <Line key={session.id} session={session} number={total - index} zone={zone} hasMap={index < 6} />
          ))}
        </ol>
      )}
    </Card>
  )
}

type LineProps = {
  readonly session: ChartSession
  readonly number: number
  readonly zone: string
  readonly hasMap: boolean
}

function Line({ session, number, zone, hasMap }: LineProps) {
  const params = { patient: session.patient, session: session.id }
  const counted = [
    `${session.needlesIn} in, ${session.needlesOut} out`,
    session.needlesAccounted > 0 ? `${session.needlesAccounted} accounted for otherwise` : '',
    session.needlesLeft > 0 ? `${session.needlesLeft} still in the body` : '',
    session.addendumCount > 0 ? `${session.addendumCount} ${session.addendumCount === 1 ? 'addendum' : 'addenda'}` : '',
  ]
  return (
    <li className="chart-session">
      <SessionMini session={session.id} isShown={hasMap} />
      <div>
        <h3>Session {number}</h3>
        <p className="q sm">
          {whenWords(session.openedAt, zone)}
          <br />
          {session.openedByName}
        </p>
      </div>
      <div className="what">
        {session.status === 'open' ? (
          <Tag tone={session.needlesLeft > 0 ? 'ned' : 'warn'}>Open, not signed</Tag>
        ) : (
          <Tag tone="good">Signed by {session.signedByName}</Tag>
        )}
        <p className="q sm">{counted.filter(Boolean).join(' · ')}</p>
      </div>
      <div className="go">
        {session.status === 'open' ? (
          <Link className="btn" to="/patients/$patient/sessions/$session" params={params}>
            Treatment room
          </Link>
        ) : (
          <Link className="btn" to="/patients/$patient/sessions/$session/record" params={params}>
            Record
          </Link>
        )}
      </div>
    </li>
  )
}

/** The treatment room's page: joins the session on this device with the patient, the screening and the consent. */
import { useParams } from '@tanstack/react-router'
import { asId, isUuid, type PatientId, type SessionId } from '@unknot/care/kernel'
import type { SessionFact } from '@unknot/care/session'
import { useMemo, useState } from 'react'
import { Skeleton } from '../design/index.ts'
import { DeadEnd, PageTitle } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { SearchX, WifiOff } from 'lucide-react'
import { MissingBefore } from './MissingBefore.tsx'
import { problemWords } from './problem.words.ts'
import { roomOf } from './room-view.ts'
import { SignedPanel } from './SignedPanel.tsx'
import { TreatmentRoom } from './TreatmentRoom.tsx'
import { useRoomSetting } from './use-room-setting.ts'
import { type OpenSession, useSession } from './use-session.ts'

export function TreatmentPage() {
  const { patient, session } = useParams({ strict: false })
  const areIds = patient !== undefined && session !== undefined && isUuid(patient) && isUuid(session)
  return (
    <>
      <PageTitle title="Treatment room" />
      {areIds ? <Opening patient={asId<PatientId>(patient)} session={asId<SessionId>(session)} /> : <NotThere />}
    </>
  )
}

type Ids = { readonly patient: PatientId; readonly session: SessionId }

function Opening({ patient, session }: Ids) {
  const me = useMe()
  const open = useSession(session, me.account)
  if (open === null || (open !== 'failed' && open.snapshot.phase === 'loading')) return <Waiting />
  if (open === 'failed') {
    return (
      <DeadEnd isBare Icon={WifiOff} title="This browser keeps nothing">
        The treatment room stores each tap on the device before it shows it, and this browser does not allow that. Leave
        private browsing, or use another browser.
      </DeadEnd>
    )
  }
  if (open.snapshot.phase === 'not-there') return <NotThere />
  if (open.snapshot.phase === 'unreachable') {
    return (
      <DeadEnd isBare Icon={WifiOff} title="This session is not on this device">
        Unknot can’t be reached, and this session was not opened here before. It opens as soon as the connection is
        back.
      </DeadEnd>
    )
  }
  return <OpenRoom ids={{ patient, session }} open={open} />
}

function OpenRoom({ ids, open }: { readonly ids: Ids; readonly open: OpenSession }) {
  const { engine, snapshot } = open
  const [refusal, setRefusal] = useState<string | null>(null)
  const setting = useRoomSetting(ids.patient, engine)
  const room = useMemo(() => roomOf(snapshot, setting), [snapshot, setting])

  async function record(facts: readonly SessionFact[]): Promise<boolean> {
    const recorded = await engine.record(facts)
    setRefusal(recorded.ok ? null : problemWords(recorded.problem))
    return recorded.ok
  }

  return (
    <TreatmentRoom
      room={room}
      act={(...facts) => record(facts)}
      refusal={refusal}
      onCloseRefusal={() => setRefusal(null)}
      before={<MissingBefore setting={setting} patient={ids.patient} needed={room.needed} />}
      after={
        <SignedPanel
          room={room}
          ids={ids}
          authorName={setting.signerName}
          timeWords={setting.timeWords}
          onAdd={(fact) => record([fact])}
        />
      }
    />
  )
}

function Waiting() {
  return (
    <main className="main" id="page">
      <Skeleton rows={6} rowHeight={64} />
    </main>
  )
}

function NotThere() {
  return (
    <DeadEnd isBare Icon={SearchX} title="No such session">
      There is none at this address, or it is not yours to see. Go back to the patient’s chart.
    </DeadEnd>
  )
}

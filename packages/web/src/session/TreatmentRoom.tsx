/**
 * The treatment room: one screen from the time-out to the signature. Left the map, in the middle what is being done now, right
 * the ledger with the count; below, the command line, undo and *All out now*. It never changes page while a needle is in.
 */
import type { Site } from '@unknot/care/atlas'
import type { PlanId } from '@unknot/care/kernel'
import type { NeedleDetail, SessionFact } from '@unknot/care/session'
import { OctagonAlert } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { AllOut } from './AllOut.tsx'
import { Finish } from './Finish.tsx'
import { FootBar } from './FootBar.tsx'
import { Ledger } from './Ledger.tsx'
import { MusclePicker } from './MusclePicker.tsx'
import { NeedsYou } from './NeedsYou.tsx'
import { Notes } from './Notes.tsx'
import { RoomHead } from './RoomHead.tsx'
import { RoomMap } from './RoomMap.tsx'
import type { Room } from './room-view.ts'
import { ShorthandLine } from './ShorthandLine.tsx'
import { SitePanel } from './SitePanel.tsx'
import { TimeOut } from './TimeOut.tsx'
import { type Chosen, useChosenSite } from './use-chosen-site.ts'
import { useRoomKeys } from './use-room-keys.ts'
import './treatment-room.css'

type Props = {
  readonly room: Room
  /** False when it was refused. */
  readonly act: (...facts: SessionFact[]) => Promise<boolean>
  /** The last refusal in words, until the next entry. */
  readonly refusal: string | null
  readonly onCloseRefusal: () => void
  /** Shown where screening or consent is missing: what to do. */
  readonly before: ReactNode
  readonly after: ReactNode
}

export function TreatmentRoom(props: Props) {
  const { room, act } = props
  const [wantsFinish, setFinishing] = useState(false)
  const isFinishing = wantsFinish || room.isOver
  const chosen = useChosenSite(room)
  const now = useRef<HTMLElement>(null)
  const isPanel = room.stage !== 'needles' || isFinishing
  const panel = isPanel ? `${room.stage} ${isFinishing}` : ''
  // Whatever takes the room over is brought into view, wherever somebody had scrolled to; a screen reader is led there.
  useEffect(() => {
    if (panel === '') return
    now.current?.scrollIntoView({ block: 'nearest' })
    now.current?.focus({ preventScroll: true })
  }, [panel])
  const command = useRef<HTMLInputElement>(null)
  const callAllOut = () => act({ kind: 'all-out-called', reason: 'other', note: '' })

  const choosePlanned = (plan: PlanId) => {
    const planned = room.ledger.planned.find((candidate) => candidate.plan === plan)
    if (planned) chosen.choose(planned.site, planned.detail, plan)
  }

  useRoomKeys({
    command,
    onUndo: () => {
      if (room.undo) void act(room.undo.fact)
    },
    onOldest: () => document.querySelector<HTMLElement>('.ndl.is-in .out')?.focus(),
    onAllOut: () => {
      if (room.whyNoAllOut === null) void callAllOut()
    },
    onLeaveSite: chosen.leave,
  })

  return (
    <main className="tr" data-now={isPanel ? 'panel' : 'needles'}>
      <RoomHead {...room.head} />
      <div className="tr-bar">
        {props.refusal === null ? null : (
          <div className="banner dan" role="alert">
            <OctagonAlert className="i" aria-hidden="true" />
            <span>{props.refusal}</span>
            <button type="button" className="btn bare" onClick={props.onCloseRefusal}>
              Close
            </button>
          </div>
        )}
        {room.mustComeOut === null ? null : (
          <div className="banner dan" role="alert">
            <OctagonAlert className="i" aria-hidden="true" />
            <b>{room.mustComeOut}</b>
          </div>
        )}
        <NeedsYou {...room.needsYou} />
      </div>
      <RoomMap room={room} chosen={chosen.site} onChoose={chosen.move} onPlanned={choosePlanned} />
      <section
        key={panel === '' ? String(chosen.site === null) : panel}
        ref={now}
        className="tr-site"
        aria-label="Now"
        tabIndex={-1}
      >
        {middleOf(props, chosen, isFinishing, setFinishing)}
      </section>
      <Ledger {...room.ledger} canPlace={room.state.phase === 'needling'} onPlanned={choosePlanned} act={act}>
        {room.canFinish && !isFinishing ? (
          <button
            type="button"
            className={room.inBody.length === 0 && room.state.needles.length > 0 && !chosen.site ? 'btn pri' : 'btn'}
            onClick={() => setFinishing(true)}
          >
            Finish
          </button>
        ) : null}
      </Ledger>
      {room.stage === 'signed' ? null : (
        <>
          <ShorthandLine room={room} inputRef={command} act={act} onEmptyEnter={() => place(room, chosen, act)} />
          <FootBar
            undoes={room.undo?.words ?? null}
            onUndo={() => {
              if (room.undo) void act(room.undo.fact)
            }}
            leftLine={room.leftLine}
            whyNot={room.whyNoAllOut}
            onAllOut={() => void callAllOut()}
          />
        </>
      )}
    </main>
  )
}

type ChosenSite = ReturnType<typeof useChosenSite>

function middleOf(
  { room, act, before, after }: Props,
  chosen: ChosenSite,
  isFinishing: boolean,
  setFinishing: (isOpen: boolean) => void,
): ReactNode {
  if (room.stage === 'signed') return after
  if (room.stage === 'time-out') return <TimeOut {...room.timeOut} missing={before} act={act} />
  if (room.stage === 'all-out' && room.allOut) return <AllOut {...room.allOut} act={act} />
  if (isFinishing)
    return <Finish facts={room.finish} act={act} onClose={room.isOver ? null : () => setFinishing(false)} />
  if (chosen.site) {
    return (
      <SitePanel
        {...room.siteWords(chosen.site, chosen.detail, chosen.answers)}
        side={chosen.site.side}
        level={chosen.site.level}
        detail={chosen.detail}
        barred={room.barredTechniques}
        isFromPlan={chosen.plan !== null}
        why={room.whyNotPlace(chosen.site, chosen.detail, chosen.plan, chosen)}
        answers={chosen.answers}
        reason={chosen.reason}
        onAnswer={chosen.setAnswer}
        onReason={chosen.setReason}
        onSide={chosen.setSide}
        onLevel={chosen.setLevel}
        onDetail={chosen.setDetail}
        onPlace={() => place(room, chosen, act)}
        onPlan={() => {
          if (chosen.site) void act(room.plan(chosen.site, chosen.detail))
          chosen.leave()
        }}
        onLeave={chosen.leave}
      />
    )
  }
  return (
    <>
      <MusclePicker muscles={room.muscles} onPick={(muscle, side) => chosen.choose(room.siteOf(muscle, side))} />
      <Notes {...room.notes} act={act} />
    </>
  )
}

/** Places the chosen site with the settings shown, when nothing stands against it. */
function place(room: Room, chosen: ChosenSite, act: Props['act']): void {
  const { site, detail, plan }: { site: Site | null; detail: NeedleDetail; plan: Chosen['plan'] } = chosen
  if (site === null || room.whyNotPlace(site, detail, plan, chosen) !== null) return
  void act(room.insert(site, detail, plan, chosen))
  chosen.leave()
}

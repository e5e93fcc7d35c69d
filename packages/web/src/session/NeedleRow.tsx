/** One needle in the ledger: its clock, *Take out*, and what was seen and felt, each in one tap. */
import { epochMsOf, type Instant } from '@unknot/care/kernel'
import type { ChartedNeedle, Needle, SessionFact, Twitch } from '@unknot/care/session'
import { OctagonAlert } from 'lucide-react'
import { useState } from 'react'
import { PainTaps, Taps } from './Choices.tsx'
import { IncidentForm } from './IncidentForm.tsx'
import { Ring } from './Ring.tsx'
import { INCIDENT_WORDS, sizeWords, spanWords, twitchWords } from './session.words.ts'

type Props = {
  readonly needle: ChartedNeedle
  /** `Right multifidus, L4` */
  readonly name: string
  readonly now: number
  readonly isOpen: boolean
  readonly isStopped: boolean
  readonly isLocked: boolean
  readonly onToggle: () => void
  readonly act: (...facts: SessionFact[]) => void
}

/** How a twitch is written on a button. `several` is counted by nobody. */
const TWITCHES = [
  { value: 'none', words: 'None' },
  { value: 'one', words: 'One' },
  { value: 'two', words: 'Two' },
  { value: 'several', words: 'Several' },
  { value: 'not-looked-for', words: 'Not looked for' },
] as const
type TwitchTap = (typeof TWITCHES)[number]['value']

const TWITCH_OF: Record<TwitchTap, Twitch> = {
  none: { kind: 'none' },
  one: { kind: 'seen', count: 1 },
  two: { kind: 'seen', count: 2 },
  several: { kind: 'seen', count: null },
  'not-looked-for': { kind: 'not-looked-for' },
}

/** The button that stands for a twitch, or none when it has a number of its own. */
function tapOf(twitch: Twitch): TwitchTap | null {
  if (twitch.kind !== 'seen') return twitch.kind === 'unknown' ? null : twitch.kind
  if (twitch.count === null) return 'several'
  return twitch.count === 1 ? 'one' : twitch.count === 2 ? 'two' : null
}

export function NeedleRow(props: Props) {
  const { needle, name, isOpen, act } = props
  const isIn = needle.outcome === 'in-body'
  const seconds = (epochMs(needle.outAt) ?? props.now) / 1000 - epochMsOf(needle.insertedAt) / 1000
  return (
    <li className={`ndl ${isIn ? 'is-in' : 'is-out'} ${isOpen ? 'is-open' : ''}`} id={`needle-${needle.number}`}>
      <div className="ndl-row">
        <button type="button" className="ndl-open" aria-expanded={isOpen} onClick={props.onToggle}>
          {isIn ? <Ring seconds={seconds} plannedS={props.isStopped ? null : needle.detail.plannedDwellS} /> : null}
          {isIn ? null : <span className="badge o">{needle.number}</span>}
          <span className="ndl-text">
            <span className="ndl-name">
              {isIn ? <span className="badge">{needle.number}</span> : null}
              {name}
            </span>
            {isIn ? <NeedleFacts needle={needle} seconds={seconds} isStopped={props.isStopped} /> : null}
          </span>
          {isIn ? null : <span className="t">{fateWords(needle, seconds)}</span>}
        </button>
        {isIn && !props.isLocked ? (
          <button
            type="button"
            className="btn out"
            aria-label={`Take out needle ${needle.number}, ${name}`}
            onClick={() => act({ kind: 'needle-removed', needle: needle.id })}
          >
            Take out
          </button>
        ) : null}
      </div>
      {isOpen && !props.isLocked ? <NeedleMore needle={needle} name={name} act={act} /> : null}
    </li>
  )
}

function NeedleFacts(props: { readonly needle: ChartedNeedle; readonly seconds: number; readonly isStopped: boolean }) {
  const { detail } = props.needle
  const overS = detail.plannedDwellS === null || props.isStopped ? 0 : props.seconds - detail.plannedDwellS
  return (
    <span className="q sm">
      {sizeWords(detail)} · twitch: {twitchWords(detail.twitch)}
      {detail.pain0to10 === 'not-asked' ? null : ` · pain ${detail.pain0to10}`}
      {overS > 0 ? <span className="ndl-late"> · over by {spanWords(overS)}</span> : null}
    </span>
  )
}

function fateWords(needle: ChartedNeedle, seconds: number): string {
  return needle.outcome === 'out' || needle.outcome === 'in-body' ? spanWords(seconds) : INCIDENT_WORDS[needle.outcome]
}

function NeedleMore({
  needle,
  name,
  act,
}: {
  readonly needle: ChartedNeedle
  readonly name: string
  readonly act: Props['act']
}) {
  const [isIncident, setIncident] = useState(false)
  const change = (detail: Partial<Needle['detail']>) =>
    act({ kind: 'needle-detailed', needle: needle.id, change: detail })
  if (isIncident) {
    return (
      <div className="ndl-more">
        <IncidentForm needle={needle} name={name} act={act} onClose={() => setIncident(false)} />
      </div>
    )
  }
  return (
    <div className="ndl-more">
      <Taps
        legend="Twitch"
        options={TWITCHES}
        value={tapOf(needle.detail.twitch)}
        onChoose={(tap) => change({ twitch: TWITCH_OF[tap] })}
      />
      <PainTaps legend="Pain going in" value={needle.detail.pain0to10} onScore={(pain0to10) => change({ pain0to10 })} />
      {needle.outcome === 'in-body' ? (
        <div className="tr-actions">
          <button type="button" className="btn bare" onClick={() => setIncident(true)}>
            <OctagonAlert className="i" aria-hidden="true" />
            Can’t be counted out
          </button>
        </div>
      ) : null}
    </div>
  )
}

function epochMs(instant: Instant | null): number | null {
  return instant === null ? null : epochMsOf(instant)
}

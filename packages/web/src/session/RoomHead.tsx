/** Who is on the table, what screening raised, consent in one word, and whether everything is saved. */
import {
  ChevronLeft,
  CloudCheck,
  CloudUpload,
  OctagonAlert,
  ShieldAlert,
  ShieldCheck,
  TriangleAlert,
} from 'lucide-react'
import type { SessionSnapshot } from './session-engine.ts'
import { countWords } from './session.words.ts'

type Props = {
  readonly name: string
  /** `34 y · prone` */
  readonly line: string
  readonly chips: readonly string[]
  readonly consent: 'given' | 'withdrawn' | 'missing'
  readonly saved: Pick<SessionSnapshot, 'waiting' | 'needsYou' | 'link' | 'isDeviceFull'>
  readonly timeOutLine: string
  /** Null while a needle is in the body: there is no way out of the room then. */
  readonly backTo: string | null
}

const CONSENT_CHIP = {
  given: { tone: 'good', words: 'Consent given', Icon: ShieldCheck },
  withdrawn: { tone: 'dan', words: 'Consent withdrawn', Icon: ShieldAlert },
  missing: { tone: 'dan', words: 'No consent', Icon: ShieldAlert },
} as const

export function RoomHead({ name, line, chips, consent, saved, timeOutLine, backTo }: Props) {
  const chip = CONSENT_CHIP[consent]
  return (
    <header className="tr-head">
      {backTo === null ? null : (
        <a className="btn bare ico" href={backTo} aria-label="Back to the chart">
          <ChevronLeft className="i" aria-hidden="true" />
        </a>
      )}
      <div className="tr-who">
        <h1>{name}</h1>
        <span>{line}</span>
      </div>
      <div className="tr-chips">
        {chips.map((words) => (
          <span key={words} className="chip warn">
            <TriangleAlert className="i" aria-hidden="true" />
            {words}
          </span>
        ))}
        <span className={`chip ${chip.tone}`}>
          <chip.Icon className="i" aria-hidden="true" />
          {chip.words}
        </span>
      </div>
      <div className="tr-state">
        <SavedState saved={saved} />
        <span className="q sm">{timeOutLine}</span>
      </div>
    </header>
  )
}

/** *Saved*, *saved here*, or *needs you*. There is no fourth. */
function SavedState({ saved }: { readonly saved: Props['saved'] }) {
  const needs = saved.needsYou.length + (saved.isDeviceFull ? 1 : 0)
  if (needs > 0) {
    return (
      <output className="tag dan">
        <OctagonAlert className="i" aria-hidden="true" />
        Needs you: {countWords(needs, 'entry', 'entries')}
      </output>
    )
  }
  if (saved.waiting > 0) {
    return (
      <output className="tag warn">
        <CloudUpload className="i" aria-hidden="true" />
        Saved here, {saved.waiting} not yet sent
      </output>
    )
  }
  return (
    <output className="tag good">
      <CloudCheck className="i" aria-hidden="true" />
      Saved
    </output>
  )
}

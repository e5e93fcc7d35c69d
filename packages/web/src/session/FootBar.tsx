/** Undo, which names what it takes back, and *All out now*, which is always there. */
import { Hand, Undo2 } from 'lucide-react'

type Props = {
  /** `5 taken out`; null when there is nothing to take back. */
  readonly undoes: string | null
  readonly onUndo: () => void
  /** `2 needles left: 6, 7` */
  readonly leftLine: string
  /** Set where it has been called already, or the session is over. */
  readonly whyNot: string | null
  readonly onAllOut: () => void
}

export function FootBar({ undoes, onUndo, leftLine, whyNot, onAllOut }: Props) {
  return (
    <div className="tr-all">
      <button
        type="button"
        className="undo"
        aria-disabled={undoes === null}
        onClick={() => {
          if (undoes !== null) onUndo()
        }}
      >
        <Undo2 className="i" aria-hidden="true" />
        <span>Undo</span>
        <small>{undoes ?? 'nothing to undo'}</small>
      </button>
      <button
        type="button"
        className="allout"
        aria-disabled={whyNot !== null}
        aria-keyshortcuts="Control+Shift+O"
        onClick={() => {
          if (whyNot === null) onAllOut()
        }}
      >
        <Hand className="i lg" aria-hidden="true" />
        <span>
          All out now
          <small>{whyNot ?? leftLine}</small>
        </span>
      </button>
    </div>
  )
}

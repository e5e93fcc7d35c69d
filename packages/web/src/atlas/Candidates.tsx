/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- it stands beside the tap, where a dialog element in the top layer can't; Escape closes it */
/** What a tap may have meant, where it may have meant several sites: the clinician says which. */
import { type SiteCandidate, siteName } from '@unknot/care/atlas'
import { type CSSProperties, useEffect, useRef } from 'react'
import { candidateWords } from './atlas.words.ts'

type Props = {
  readonly candidates: readonly SiteCandidate[]
  /** Where the tap was, in fractions of the map. */
  readonly at: { readonly x: number; readonly y: number }
  /** Too narrow for a list beside the tap: it takes the whole width. */
  readonly isNarrow: boolean
  readonly onChoose: (candidate: SiteCandidate) => void
  readonly onClose: () => void
}

export function Candidates({ candidates, at, isNarrow, onChoose, onClose }: Props) {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <div
      className="bm-list"
      role="dialog"
      aria-label="Which one?"
      style={placeOf(at, isNarrow)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <p className="bm-which">Which one?</p>
      {candidates.map((candidate, index) => (
        <button
          key={`${candidate.site.muscle} ${candidate.site.side}`}
          ref={index === 0 ? first : null}
          type="button"
          onClick={() => onChoose(candidate)}
        >
          <b>{siteName(candidate.site)}</b>
          <span>{candidateWords(candidate)}</span>
        </button>
      ))}
      <button type="button" className="bm-none" onClick={onClose}>
        None of these
      </button>
    </div>
  )
}

/** Above or below the tap, on the side where there is more room, and never out of the map. */
function placeOf({ x, y }: Props['at'], isNarrow: boolean): CSSProperties {
  const [right, down] = [100 - x * 100, 100 - y * 100]
  return {
    ...(isNarrow ? { left: 8, right: 8 } : x < 0.5 ? { left: `${x * 100}%` } : { right: `${right}%` }),
    ...(y < 0.5
      ? { top: `calc(${y * 100}% + 18px)`, maxHeight: `calc(${down}% - 26px)` }
      : { bottom: `calc(${down}% + 18px)`, maxHeight: `calc(${y * 100}% - 26px)` }),
  }
}

/** Where a patient signs with finger, pen or mouse. The keyboard's way is the typed name beside it. */
import { RotateCcw } from 'lucide-react'
import type { PointerEvent } from 'react'
import { CONSENT_WORDS as W } from './consent.words.ts'
import { type Drawing, EMPTY_DRAWING } from './signing.ts'
import { beginStroke, extendStroke, pathOf, pointIn } from './strokes.ts'

type Props = {
  readonly drawing: Drawing
  readonly onDrawing: (drawing: Drawing) => void
  /** Below the line: whose signature, and when. */
  readonly caption: string
}

export function SignaturePad({ drawing, onDrawing, caption }: Props) {
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || !event.isPrimary) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { box, x, y } = placeOf(event)
    // The pad is as wide as the screen: a turned tablet begins the signature again.
    const isSameBox = box.width === drawing.box.width && box.height === drawing.box.height
    onDrawing({ box, strokes: beginStroke(isSameBox ? drawing.strokes : [], pointIn(box, x, y)) })
  }
  const draw = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { x, y } = placeOf(event)
    // The box in which the signature began, even if the page moves meanwhile: no point may leave it.
    onDrawing({ ...drawing, strokes: extendStroke(drawing.strokes, pointIn(drawing.box, x, y)) })
  }
  return (
    <div className="pad">
      <div className="pad-box" onPointerDown={begin} onPointerMove={draw}>
        <span className="pad-base" />
        <Signature drawing={drawing} label={caption} />
      </div>
      {drawing.strokes.length === 0 ? <span className="pad-prompt q">{W.padLabel}</span> : null}
      <button type="button" className="btn bare pad-clear" onClick={() => onDrawing(EMPTY_DRAWING)}>
        <RotateCcw className="i sm" aria-hidden="true" />
        {W.clear}
      </button>
      <span className="pad-caption q sm">{caption}</span>
      <span className="vh">{W.padKeys}</span>
    </div>
  )
}

/** A drawn signature, as large as its frame. */
export function Signature({ drawing, label }: { readonly drawing: Drawing; readonly label: string }) {
  const { box, strokes } = drawing
  if (strokes.length === 0) return null
  return (
    <svg
      className="sg"
      viewBox={`0 0 ${box.width} ${box.height}`}
      preserveAspectRatio="xMidYMid meet"
      role="img"
      aria-label={label}
    >
      {strokes.map((stroke, i) => (
        <path key={i} d={pathOf(stroke)} />
      ))}
    </svg>
  )
}

function placeOf(event: PointerEvent<HTMLDivElement>) {
  const rect = event.currentTarget.getBoundingClientRect()
  return {
    box: { width: Math.round(rect.width), height: Math.round(rect.height) },
    x: event.clientX - rect.left,
    y: event.clientY - rect.top,
  }
}

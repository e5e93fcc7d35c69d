/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a button element can't stand in SVG */
/** Needles and plans on the map. Copper: in the body. A ring: out. A dashed teal ring: planned. Each says which in words. */
import type { Aspect } from '@unknot/care/atlas'
import { pinWords } from './atlas.words.ts'
import { layPins, type BodyMapPin, type PlacedPin } from './pin-layout.ts'

type Props = {
  readonly pins: readonly BodyMapPin[]
  readonly view: Aspect
  readonly scale: number
  readonly onPin: (needle: BodyMapPin['needle']) => void
}

/** To the eye 22 px, to the finger 44 where no other pin is near, and never under 24. */
const HEAD_PX = 11
const FINGER_PX = 22
const APART_PX = 25

export function Pins({ pins, view, scale, onPin }: Props) {
  const placed = layPins(pins, APART_PX / scale, view)
  // Drawn from the least to the most pressing, so that a needle in the body is never covered.
  return placed
    .toReversed()
    .map((one) => (
      <Pin key={one.pin.needle} placed={one} scale={scale} reach={reachOf(one, placed) * scale} onPin={onPin} />
    ))
}

/** Half the way to the nearest other pin. */
function reachOf(one: PlacedPin, all: readonly PlacedPin[]): number {
  const others = all.filter((other) => other !== one)
  return Math.min(...others.map((other) => Math.hypot(other.head.x - one.head.x, other.head.y - one.head.y) / 2))
}

type PinProps = {
  readonly placed: PlacedPin
  readonly scale: number
  readonly reach: number
  readonly onPin: Props['onPin']
}

function Pin({ placed: { pin, at, head }, scale, reach, onPin }: PinProps) {
  const isMoved = at !== head && (at.x !== head.x || at.y !== head.y)
  const hit = Math.min(FINGER_PX, Math.max(12, reach))
  const choose = () => onPin(pin.needle)
  return (
    <g
      className={`pin ${pin.state === 'planned' ? 'next' : pin.state}`}
      role="button"
      tabIndex={pin.state === 'out' ? -1 : 0}
      aria-label={pinWords(pin)}
      onClick={(event) => {
        event.stopPropagation()
        choose()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        event.stopPropagation()
        choose()
      }}
    >
      {isMoved ? <path className="pin-line" d={`M${at.x} ${at.y}L${head.x} ${head.y}`} /> : null}
      {/* From here on in screen pixels. */}
      <g transform={`translate(${head.x} ${head.y}) scale(${1 / scale})`}>
        <circle className="hit" r={hit} />
        {pin.state === 'in' ? <circle className="glow" r={HEAD_PX + 6} /> : null}
        {pin.state === 'planned' ? (
          <circle className="halo" r={HEAD_PX} />
        ) : (
          <circle className={pin.state === 'in' ? 'head' : 'ring'} r={pin.state === 'in' ? HEAD_PX : HEAD_PX - 1.5} />
        )}
        {/* A planned needle has no number yet. */}
        {pin.state === 'planned' ? null : <text y={pin.state === 'out' ? 4 : 4.5}>{pin.number}</text>}
      </g>
    </g>
  )
}

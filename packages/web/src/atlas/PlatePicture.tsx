/** The plate as a picture, for a record or a letter: needles and their numbers, nothing to touch. The text beside it says the same. */
import { type Aspect, drawPlate, isInBox, type Layer, type Zoom, zoomBox } from '@unknot/care/atlas'
import { type CSSProperties, useMemo } from 'react'
import { PlateView } from './PlateView.tsx'
import { type BodyMapPin, layPins } from './pin-layout.ts'
import './body-map.css'

type Props = {
  readonly view: Aspect
  readonly zoom: Zoom
  readonly layers: readonly Layer[]
  readonly pins: readonly BodyMapPin[]
  /** What the picture shows, in words. */
  readonly label: string
}

/** Sizes in plate units: a picture is printed at any width, and its numbers grow with it. */
const HEAD = 4
const TEXT = 5

export function PlatePicture({ view, zoom, layers, pins, label }: Props) {
  const layersKey = layers.join(' ')
  const { box, nodes } = useMemo(
    () => drawPlate({ view, zoom, layers: layersKey.split(' ') as Layer[], labels: 'none', textUnits: TEXT }),
    [view, zoom, layersKey],
  )
  const placed = layPins(pins, HEAD * 2.2, view).filter(({ at }) => isInBox(at, zoomBox(zoom, view)))
  return (
    <svg
      className="plate bm-plate bm-picture"
      style={{ '--unit': 0.5 } as CSSProperties}
      viewBox={`${box.x0} ${box.y0} ${box.x1 - box.x0} ${box.y1 - box.y0}`}
      role="img"
      aria-label={label}
    >
      <PlateView nodes={nodes} lit={null} textUnits={TEXT} />
      {placed.map(({ pin, at, head }) => (
        <g key={pin.needle} className={`pin ${pin.state === 'planned' ? 'next' : pin.state}`}>
          {at === head ? null : <path className="pin-line" d={`M${at.x} ${at.y}L${head.x} ${head.y}`} />}
          <circle className={CIRCLE[pin.state]} cx={head.x} cy={head.y} r={HEAD} />
          {pin.state === 'planned' ? null : (
            <text x={head.x} y={head.y + TEXT * 0.36}>
              {pin.number}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

const CIRCLE = { in: 'head', out: 'ring', planned: 'halo' } as const

/** A plate or a figure with what is to be seen on it, as a picture: nothing to touch, and all of it said in words. */
import type { Plate } from '@unknot/care/atlas'
import type { CSSProperties } from 'react'
import { PlateView } from './PlateView.tsx'
import './body-map.css'
import './seen.css'

type Props = {
  readonly plate: Plate
  /** What the picture is. */
  readonly title: string
  /** What is to be seen, in sentences: `describeOverlays`. */
  readonly description: string
  /** As it was asked of the plate. */
  readonly textUnits: number
}

export function SeenPicture({ plate: { box, nodes }, title, description, textUnits }: Props) {
  return (
    <svg
      className="plate bm-plate bm-picture bm-seen"
      style={{ '--unit': 0.5 } as CSSProperties}
      viewBox={`${box.x0} ${box.y0} ${box.x1 - box.x0} ${box.y1 - box.y0}`}
      role="img"
      aria-label={`${title}. ${description}`}
    >
      <PlateView nodes={nodes} lit={null} textUnits={textUnits} />
    </svg>
  )
}

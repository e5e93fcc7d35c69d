/** The map of the room: the plate with the needles on it, what it shows, and the chosen site with its nudge buttons. */
import { LAYERS, type Layer, type Site } from '@unknot/care/atlas'
import type { PlanId } from '@unknot/care/kernel'
import { useState } from 'react'
import { BodyMap, SiteBar } from '../atlas/index.ts'
import { Segment } from '../design/index.ts'
import type { Room } from './room-view.ts'

type Props = {
  readonly room: Room
  readonly chosen: Site | null
  readonly onChoose: (site: Site) => void
  readonly onPlanned: (plan: PlanId) => void
}

const DEPTHS = [
  { value: 'all', words: 'All layers' },
  { value: 'under', words: 'Middle and deep' },
  { value: 'deep', words: 'Deep only' },
] as const
type Depth = (typeof DEPTHS)[number]['value']

const LAYERS_OF: Record<Depth, readonly Layer[]> = {
  all: LAYERS,
  under: LAYERS.filter((layer) => layer !== 'superficial'),
  deep: LAYERS.filter((layer) => layer === 'deep'),
}

const ZOOMS = [
  { value: 'lumbar', words: 'Lumbar' },
  { value: 'gluteal', words: 'Gluteal' },
  { value: 'full', words: 'Whole back' },
] as const

export function RoomMap({ room, chosen, onChoose, onPlanned }: Props) {
  const [depth, setDepth] = useState<Depth>('all')
  const [zoom, setZoom] = useState<(typeof ZOOMS)[number]['value']>('lumbar')
  return (
    <section className="tr-map" aria-label="Body map">
      <div className="tr-tools">
        <Segment label="Layers" isLabelHidden value={depth} options={DEPTHS} onValue={setDepth} />
        <Segment label="Zoom" isLabelHidden value={zoom} options={ZOOMS} onValue={setZoom} />
      </div>
      <div className="tr-plate">
        <BodyMap
          zoom={zoom}
          layers={LAYERS_OF[depth]}
          selected={chosen}
          pins={room.pins}
          onSelect={onChoose}
          onPin={(id) => {
            const planned = room.ledger.planned.find((plan) => plan.plan === id)
            if (planned) onPlanned(planned.plan)
            else showNeedle(room.pins.find((pin) => pin.needle === id)?.number)
          }}
        />
      </div>
      {chosen === null ? null : <SiteBar site={chosen} onSelect={onChoose} />}
    </section>
  )
}

/** A tapped pin leads to its needle in the ledger. */
function showNeedle(number: number | undefined): void {
  const button = document.querySelector<HTMLElement>(`#needle-${number} .ndl-open`)
  if (button?.getAttribute('aria-expanded') === 'false') button.click()
  button?.scrollIntoView({ block: 'nearest' })
  button?.focus()
}

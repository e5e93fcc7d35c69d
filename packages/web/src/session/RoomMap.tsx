/** The map of the room: the plate with the needles on it, what it shows, and the chosen site with its nudge buttons. */
import { ASPECTS, type Aspect, LAYERS, type Layer, type Site, ZOOMS, type Zoom } from '@unknot/care/atlas'
import type { PlanId } from '@unknot/care/kernel'
import { useState } from 'react'
import { ASPECT_NAMES, BodyMap, SiteBar, zoomWords } from '../atlas/index.ts'
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

export function RoomMap({ room, chosen, onChoose, onPlanned }: Props) {
  const [depth, setDepth] = useState<Depth>('all')
  const [zoom, setZoom] = useState<Zoom>('lumbar')
  const [view, setView] = useState<Aspect>('posterior')
  return (
    <section className="tr-map" aria-label="Body map">
      <div className="tr-plate">
        <BodyMap
          tools={
            <>
              <select
                className="tr-zoom"
                aria-label="View"
                value={view}
                onChange={(event) => setView(event.target.value as Aspect)}
              >
                {ASPECTS.map((each) => (
                  <option key={each} value={each}>
                    {ASPECT_NAMES[each]}
                  </option>
                ))}
              </select>
              <Segment label="Layers" isLabelHidden value={depth} options={DEPTHS} onValue={setDepth} />
              <select
                className="tr-zoom"
                aria-label="Zoom"
                value={zoom}
                onChange={(event) => setZoom(event.target.value as Zoom)}
              >
                {ZOOMS.map((each) => (
                  <option key={each} value={each}>
                    {capitalised(zoomWords(each, view))}
                  </option>
                ))}
              </select>
            </>
          }
          view={view}
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
      {chosen === null ? null : <SiteBar site={chosen} view={view} onSelect={onChoose} onView={setView} />}
    </section>
  )
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A tapped pin leads to its needle in the ledger. */
function showNeedle(number: number | undefined): void {
  const button = document.querySelector<HTMLElement>(`#needle-${number} .ndl-open`)
  if (button?.getAttribute('aria-expanded') === 'false') button.click()
  button?.scrollIntoView({ block: 'nearest' })
  button?.focus()
}

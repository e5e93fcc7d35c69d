/** The chosen site in words, and its nudge: four buttons of 2 mm in place of a drag. */
import { type Aspect, fromMidlineMm, homeAspect, nudge, type Site, siteName } from '@unknot/care/atlas'
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { ASPECT_NAMES } from './atlas.words.ts'

type Props = {
  readonly site: Site
  /** How the body is looked at. */
  readonly view: Aspect
  readonly onSelect: (site: Site) => void
  readonly onView: (view: Aspect) => void
}

export const NUDGE_MM = 2

const NUDGES = [
  { words: '2 mm up', Icon: ArrowUp, mm: { x: 0, y: -NUDGE_MM } },
  { words: '2 mm down', Icon: ArrowDown, mm: { x: 0, y: NUDGE_MM } },
  { words: '2 mm left', Icon: ArrowLeft, mm: { x: -NUDGE_MM, y: 0 } },
  { words: '2 mm right', Icon: ArrowRight, mm: { x: NUDGE_MM, y: 0 } },
] as const

export function SiteBar({ site, view, onSelect, onView }: Props) {
  // The site at whose edge a nudge was refused; another site has nothing refused.
  const [stopped, setStopped] = useState<Site | null>(null)
  const midlineMm = fromMidlineMm(site)
  const home = homeAspect(site.muscle, site.side)
  const line =
    stopped === site
      ? 'This is the edge of the muscle on the map. Tap beside it to choose the next one.'
      : home !== view
        ? 'Turn the body to set its exact point · not placed yet'
        : midlineMm === null
          ? 'chosen on the side view · not placed yet'
          : `about ${Math.round(midlineMm)} mm from the midline on a body of mean height · not placed yet`
  return (
    <div className="bm-bar">
      <div>
        <b>{siteName(site)}</b>
        <output className="q sm">{line}</output>
      </div>
      {home !== view ? (
        <button type="button" className="btn bm-turn" onClick={() => onView(home)}>
          Turn to {ASPECT_NAMES[home].toLowerCase()}
        </button>
      ) : (
        <div className="bm-nudges">
          {NUDGES.map(({ words, Icon, mm }) => (
            <button
              key={words}
              type="button"
              className="btn bare"
              aria-label={words}
              onClick={() => {
                const moved = nudge(site, mm)
                if (moved.ok) onSelect(moved.value)
                setStopped(moved.ok ? null : site)
              }}
            >
              <Icon className="i" aria-hidden="true" />
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

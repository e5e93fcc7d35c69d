/** Where the needles of a record were. Only a picture: the table below it says the same. */
import { isInBox, LAYERS, type PlatePoint, pointFor, ZOOMS, zoomBox } from '@unknot/care/atlas'
import { foldEvents, type SessionEvent } from '@unknot/care/session'
import { BodyMap } from '../atlas/index.ts'

export function RecordMap({ events }: { readonly events: readonly SessionEvent[] }) {
  const { needles } = foldEvents(events)
  const points = needles.map(({ site }) => pointFor(site)).filter((point) => point !== null)
  return (
    <div className="rec-map" inert>
      <BodyMap
        zoom={zoomFor(points)}
        layers={LAYERS}
        selected={null}
        pins={needles.map(({ id, number, site, outcome }) => ({
          needle: id,
          number,
          site,
          state: outcome === 'in-body' ? 'in' : 'out',
        }))}
        onSelect={() => {}}
        onPin={() => {}}
      />
    </div>
  )
}

/** The closest look that shows every needle. */
function zoomFor(points: readonly PlatePoint[]): (typeof ZOOMS)[number] {
  return ZOOMS.find((zoom) => points.every((point) => isInBox(point, zoomBox(zoom)))) ?? 'full'
}

/** Where the needles of a record were. Only pictures: the table below them says the same. */
import { type Aspect, LAYERS, looksAt } from '@unknot/care/atlas'
import { foldEvents, type SessionEvent } from '@unknot/care/session'
import { type BodyMapPin, PlatePicture } from '../atlas/index.ts'

export function RecordMap({ events }: { readonly events: readonly SessionEvent[] }) {
  const { needles } = foldEvents(events)
  const pins = needles.map(
    ({ id, number, site, outcome }): BodyMapPin => ({
      needle: id,
      number,
      site,
      state: outcome === 'in-body' ? 'in' : 'out',
    }),
  )
  const looks = looksAt(pins)
  return looks.map(({ view, zoom, shown }) => (
    <figure key={view}>
      <div className="rec-map">
        <PlatePicture
          view={view}
          zoom={zoom}
          layers={LAYERS}
          pins={shown}
          label={`Where needles ${shown.map(({ number }) => number).join(', ')} were; the table says the same`}
        />
      </div>
      <figcaption>{SEEN_WORDS[view]}</figcaption>
    </figure>
  ))
}

const SEEN_WORDS: Readonly<Record<Aspect, string>> = {
  posterior: 'Seen from behind: the patient’s left is on the left.',
  anterior: 'Seen from the front: the patient’s left is on the right.',
  'right-lateral': 'The patient’s right side.',
  'left-lateral': 'The patient’s left side.',
}

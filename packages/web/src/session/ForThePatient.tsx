/** To turn the screen to the patient: the muscles that were treated, and nothing else, in a picture and in plain words. */
import { describeOverlays, drawPlain, looksAt, type Overlay, plainMuscle, type Site } from '@unknot/care/atlas'
import { useMemo } from 'react'
import { SeenPicture } from '../atlas/index.ts'

/** The picture bears no lettering. */
const TEXT_UNITS = 5

export function ForThePatient({ sites }: { readonly sites: readonly Site[] }) {
  const pictures = useMemo(() => picturesOf(sites), [sites])
  if (pictures.length === 0) return null
  return (
    <details className="for-patient">
      <summary>Show the patient</summary>
      <p>
        <b>
          {pictures.flatMap(({ words }) => words).length === 1 ? 'This is the muscle' : 'These are the muscles'} that we
          treated.
        </b>
      </p>
      {pictures.map(({ view, plate, words, description }) => (
        <figure key={view}>
          <SeenPicture
            plate={plate}
            title="The muscles that we treated"
            description={description}
            textUnits={TEXT_UNITS}
          />
          <figcaption>
            <ul>
              {words.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </figcaption>
        </figure>
      ))}
    </details>
  )
}

function picturesOf(sites: readonly Site[]) {
  const treated = new Map(sites.map((site) => [`${site.muscle} ${site.side}`, { site }]))
  return looksAt([...treated.values()]).map(({ view, zoom, shown }) => {
    const overlays = shown.map(({ site }): Overlay => ({ kind: 'treated', muscle: site.muscle, side: site.side }))
    return {
      view,
      plate: drawPlain({ view, zoom, textUnits: TEXT_UNITS }, overlays),
      words: shown.map(({ site }) => plainMuscle(site)),
      description: describeOverlays(overlays),
    }
  })
}

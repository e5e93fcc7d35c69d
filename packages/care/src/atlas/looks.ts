/** From where a set of sites is best looked at, for a record or a picture of a session: each site in one picture. */
import { ASPECTS, type Aspect, homeAspect } from './plates.ts'
import { pointFor } from './site-at.ts'
import type { Site } from './site.ts'
import { isInBox, ZOOMS, type Zoom, zoomBox } from './zoom.ts'

export type Look<T> = { readonly view: Aspect; readonly zoom: Zoom; readonly shown: readonly T[] }

/** One look from behind for all that is seen there, and one more for each aspect that the rest needs; each as close as can be. */
export function looksAt<T extends { readonly site: Site }>(things: readonly T[]): readonly Look<T>[] {
  const aspectOf = ({ site }: T) =>
    pointFor(site) === null ? homeAspect(site.muscle, site.side) : ('posterior' as const)
  return ASPECTS.flatMap((view) => {
    const shown = things.filter((thing) => aspectOf(thing) === view)
    return shown.length === 0 ? [] : [{ view, zoom: closest(view, shown), shown }]
  })
}

function closest(view: Aspect, things: readonly { readonly site: Site }[]): Zoom {
  const isSeen =
    (zoom: Zoom) =>
    ({ site }: { readonly site: Site }) => {
      const at = pointFor(site, view)
      return at !== null && isInBox(at, zoomBox(zoom, view))
    }
  return ZOOMS.find((zoom) => things.every(isSeen(zoom))) ?? 'full'
}

/**
 * The pictures of a muscle's page, as files that stand alone: the muscle lit on the plate on which it is seen best, and the
 * figure with the places where its pain may be felt. Each in light and dark; the page chooses.
 */
import {
  beside,
  describeOverlays,
  drawFigure,
  drawPlate,
  type FigureView,
  isInBox,
  isMirrored,
  isSideSeen,
  LAYERS,
  levelsOf,
  looksAt,
  type Muscle,
  outlinesOf,
  type Overlay,
  type Plate,
  type PlateGroup,
  pointFor,
  type Region,
  referralOf,
  svgOf,
  type Zoom,
  zoomBox,
} from '@unknot/care/atlas'
import { must } from '@unknot/care/kernel'
import { type Html, html } from '../kernel/index.ts'

/** `place` is the muscle on its plate, `pain` the figure. */
const PICTURES = ['place-light', 'place-dark', 'pain-light', 'pain-dark'] as const
export type Picture = (typeof PICTURES)[number]

export function isPicture(text: string): text is Picture {
  return (PICTURES as readonly string[]).includes(text)
}

type Drawn = { readonly plate: Plate; readonly words: string; readonly widthPx: number; readonly textUnits: number }

/** The picture as a file. */
export function pictureFile(muscle: Muscle, picture: Picture): string {
  const { plate, words, widthPx, textUnits } = picture.startsWith('place') ? place(muscle) : pain(muscle)
  const theme = picture.endsWith('dark') ? 'dark' : 'light'
  return svgOf(plate, { title: muscle.name, description: words, theme, widthPx, textUnits })
}

export function pictureOf(muscle: Muscle): Html {
  const drawn = place(muscle)
  return html`<figure>${image(muscle, 'place', drawn)}<figcaption>${drawn.words} Our own drawing; where a muscle lies differs from body to body.</figcaption></figure>`
}

export function painPicture(muscle: Muscle): Html {
  const drawn = pain(muscle)
  return html`<figure class="pain">${image(muscle, 'pain', drawn)}<figcaption>The right side as an example. Close dots: felt most there. Wide dots: there too, or sometimes.</figcaption></figure>`
}

function image(muscle: Muscle, what: 'place' | 'pain', { plate: { box }, words, widthPx }: Drawn): Html {
  const heightPx = Math.round((widthPx * (box.y1 - box.y0)) / (box.x1 - box.x0))
  const address = (theme: 'light' | 'dark') => `/atlas/${muscle.id}/${what}-${theme}.svg`
  return html`<picture><source media="(prefers-color-scheme: dark)" srcset="${address('dark')}">
<img src="${address('light')}" width="${widthPx}" height="${heightPx}" alt="${words}"></picture>`
}

const WHERE = {
  posterior: 'from behind',
  anterior: 'from the front',
  'right-lateral': 'from the right',
  'left-lateral': 'from the left',
} as const

/** From where the part of the body is best seen, if the muscle fits in. */
const ZOOM_OF: Readonly<Record<Region, Zoom>> = {
  cervical: 'neck',
  shoulder: 'thoracic',
  thoracic: 'thoracic',
  lumbar: 'lumbar',
  abdomen: 'full',
  gluteal: 'gluteal',
  thigh: 'full',
}

function place(muscle: Muscle): Drawn {
  const levels = levelsOf(muscle.id)
  const sites = (levels.length === 0 ? [null] : levels).map((level) => ({
    site: { muscle: muscle.id, side: 'right' as const, level, point: null },
  }))
  const look = must(looksAt(sites)[0], `a look at ${muscle.id}`)
  const { view } = look
  const own = zoomBox(ZOOM_OF[muscle.region], view)
  const isWhole = sites.every(({ site }) => isInBox(must(pointFor(site, view), `a point of ${muscle.id}`), own))
  const zoom = isWhole ? ZOOM_OF[muscle.region] : look.zoom
  const textUnits = 6
  // The muscle's own layer lies on top: what covers it is left away.
  const layers = LAYERS.slice(LAYERS.indexOf(muscle.layer))
  const plate = drawPlate({ view, zoom, layers, labels: 'none', textUnits })
  const outlines = outlinesOf(muscle.id, view).map((d) => ({ kind: 'path' as const, class: 'over', d }))
  const lit = (['right', 'left'] as const)
    .filter((side) => isSideSeen(side, view))
    .map(
      (side): PlateGroup => ({
        kind: 'group',
        class: 'treated',
        children: outlines,
        ...(isMirrored(side, view) && { mirrored: true as const }),
      }),
    )
  const words = `${muscle.name} ${WHERE[view]}, lit among its neighbours.`
  return { plate: { ...plate, nodes: [...plate.nodes, ...lit] }, words, widthPx: 560, textUnits }
}

function pain(muscle: Muscle): Drawn {
  const overlays: readonly Overlay[] = [{ kind: 'referral', muscle: muscle.id, side: 'right' }]
  const { main, also } = referralOf(muscle.id, 'right')
  const views = (['posterior', 'anterior'] as const).filter((view) =>
    [...main, ...also].some((region) => region.view === view),
  )
  const textUnits = 26
  const figures = views.map((view) => drawFigure({ view, overlays, textUnits }))
  const [first, second] = figures
  const [one, two] = views
  const plate = must(first, `the pain of ${muscle.id}`)
  const words = describeOverlays(overlays)
  if (second === undefined || one === undefined || two === undefined) return { plate, words, widthPx: 220, textUnits }
  return { plate: beside(plate, second, [TITLE[one], TITLE[two]], textUnits), words, widthPx: 460, textUnits }
}

const TITLE: Readonly<Record<FigureView, string>> = { posterior: 'Back', anterior: 'Front' }

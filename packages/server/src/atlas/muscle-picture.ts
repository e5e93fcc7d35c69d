/** The picture of a muscle's page: the plate on which it is seen best, its layer on top, the muscle itself lit on both sides. */
import {
  drawPlate,
  isInBox,
  isMirrored,
  isSideSeen,
  LAYERS,
  levelsOf,
  looksAt,
  type Muscle,
  muscleName,
  outlinesOf,
  type Plate,
  type PlateGroup,
  pointFor,
  type Region,
  svgOf,
  type Zoom,
  zoomBox,
} from '@unknot/care/atlas'
import { must } from '@unknot/care/kernel'
import { type Html, html } from '../kernel/index.ts'

export type PictureTheme = 'light' | 'dark'

const WIDTH_PX = 560
/** The colour of what is chosen, as on every map of Unknot. */
const CHOSEN = { light: '#0e5e63', dark: '#7cc6c7' } as const

export function isPictureTheme(text: string): text is PictureTheme {
  return text === 'light' || text === 'dark'
}

export function pictureOf(muscle: Muscle): Html {
  const { box, where } = drawn(muscle)
  const height = Math.round((WIDTH_PX * (box.y1 - box.y0)) / (box.x1 - box.x0))
  const address = (theme: PictureTheme) => `/atlas/${muscle.id}/${theme}.svg`
  return html`<figure><picture><source media="(prefers-color-scheme: dark)" srcset="${address('dark')}">
<img src="${address('light')}" width="${WIDTH_PX}" height="${height}" alt="${altOf(muscle, where)}"></picture>
<figcaption>${muscle.name}, ${where}. Our own drawing; where a muscle lies differs from body to body.</figcaption></figure>`
}

/** The picture as a file that stands alone. */
export function pictureFile(muscle: Muscle, theme: PictureTheme): string {
  const plate = drawn(muscle)
  const svg = svgOf(plate, {
    title: muscle.name,
    description: altOf(muscle, plate.where),
    theme,
    widthPx: WIDTH_PX,
    textUnits: TEXT_UNITS,
  })
  const lit = `.plate-chosen path{fill:${CHOSEN[theme]};fill-opacity:.34;stroke:${CHOSEN[theme]};stroke-width:1.1}`
  return svg.replace('</style>', `${lit}</style>`)
}

const TEXT_UNITS = 6

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

function altOf(muscle: Muscle, where: string): string {
  const sides = where === WHERE.posterior || where === WHERE.anterior ? ' on both sides' : ''
  return `${muscleName(muscle.id)}${sides}, seen ${where}, lit among its neighbours.`
}

function drawn(muscle: Muscle): Plate & { readonly where: string } {
  const levels = levelsOf(muscle.id)
  const sites = (levels.length === 0 ? [null] : levels).map((level) => ({
    site: { muscle: muscle.id, side: 'right' as const, level, point: null },
  }))
  const look = must(looksAt(sites)[0], `a look at ${muscle.id}`)
  const { view } = look
  const own = zoomBox(ZOOM_OF[muscle.region], view)
  const isWhole = sites.every(({ site }) => isInBox(must(pointFor(site, view), `a point of ${muscle.id}`), own))
  const zoom = isWhole ? ZOOM_OF[muscle.region] : look.zoom
  const layers = LAYERS.slice(LAYERS.indexOf(muscle.layer))
  const plate = drawPlate({ view, zoom, layers, labels: 'none', textUnits: TEXT_UNITS })
  const outlines = outlinesOf(muscle.id, view).map((d) => ({ kind: 'path' as const, class: '', d }))
  const lit = (['right', 'left'] as const)
    .filter((side) => isSideSeen(side, view))
    .map(
      (side): PlateGroup => ({
        kind: 'group',
        class: 'chosen',
        children: outlines,
        ...(isMirrored(side, view) && { mirrored: true as const }),
      }),
    )
  return { ...plate, nodes: [...plate.nodes, ...lit], where: WHERE[view] }
}

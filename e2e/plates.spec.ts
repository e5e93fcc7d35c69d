/**
 * The plates as pictures: each look is drawn in a real browser and held against the stored one, so that a later change can't
 * spoil the drawing unseen. `UNKNOT_RENEW_PICTURES=1` stores them anew; look at each before it is committed.
 *
 * Names and rulers are left out: letters differ from machine to machine, and their places have tests of their own.
 */
import { expect, type Page, test } from '@playwright/test'
import {
  type Aspect,
  mustMuscle,
  doseByMuscle,
  drawFigure,
  drawPlain,
  drawPlate,
  drawSeen,
  LAYERS,
  type Layer,
  type Overlay,
  overlaid,
  PAIN_KINDS,
  type PainArea,
  type Plate,
  type PlateTheme,
  type Site,
  svgOf,
  type Zoom,
} from '@unknot/care/atlas'

const WIDTH_PX = 240

type Picture = { readonly name: string; readonly plate: Plate; readonly theme: PlateTheme }

function looked(view: Aspect, zoom: Zoom, layers: readonly Layer[], theme: PlateTheme = 'light'): Picture {
  const plate = drawPlate({ view, zoom, layers, labels: 'none', ruler: false })
  return {
    name: [view, zoom, layers.length === LAYERS.length ? 'all' : layers.join('+'), theme].join('-'),
    plate,
    theme,
  }
}

const WHOLE: readonly Picture[] = (['posterior', 'anterior', 'right-lateral'] as const).flatMap((view) =>
  LAYERS.map((layer) => looked(view, 'full', [layer])),
)

const CLOSE: readonly Picture[] = [
  looked('posterior', 'lumbar', ['intermediate', 'deep']),
  looked('posterior', 'lumbar', ['deep'], 'dark'),
  looked('posterior', 'gluteal', ['deep']),
  looked('posterior', 'thoracic', ['intermediate']),
  looked('posterior', 'neck', ['superficial'], 'print'),
  looked('anterior', 'neck', ['deep'], 'dark'),
  looked('left-lateral', 'gluteal', LAYERS),
]

function site(muscle: string, side: Site['side'], level: Site['level'] = null): Site {
  return { muscle: mustMuscle(muscle).id, side, level, point: null }
}

const AREAS: readonly PainArea[] = ['low-back-right', 'buttock-right', 'thigh-back-right', 'neck-back-left'].map(
  (region, i): PainArea => ({
    where: { kind: 'region', region },
    pain: PAIN_KINDS[i] ?? 'aching',
    intensity0to10: 8 - 2 * i,
  }),
)
const PAIN: Overlay = { kind: 'pain', areas: AREAS }
const LATER: Overlay = { kind: 'pain', areas: AREAS.slice(0, 1) }
const NEEDLES: readonly Overlay[] = [
  { kind: 'needle', site: site('lumbar-multifidus', 'right', 'L4'), state: 'in', number: 1 },
  { kind: 'needle', site: site('iliocostalis-lumborum', 'right', 'L3'), state: 'out', number: 2 },
  { kind: 'needle', site: site('gluteus-medius', 'left'), state: 'planned', number: 3 },
  { kind: 'finding', site: site('quadratus-lumborum', 'left', 'L3'), letter: 'A', text: 'taut band' },
]
const DOSE: Overlay = {
  kind: 'dose',
  doses: doseByMuscle(
    ['right', 'right', 'right', 'left'].map((side, i) => ({
      session: `${i}`,
      site: site('lumbar-multifidus', side === 'left' ? 'left' : 'right', 'L4'),
      dwellS: 600,
    })),
  ),
}
const CLOSE_UP = {
  view: 'posterior',
  zoom: 'lumbar',
  layers: ['intermediate', 'deep'],
  labels: 'none',
  ruler: false,
} as const

const SEEN: readonly Picture[] = [
  {
    name: 'pain',
    theme: 'light',
    plate: drawFigure({ view: 'posterior', overlays: [PAIN], hasRegions: true, hasLowBack: true }),
  },
  {
    name: 'pain-before-and-after',
    theme: 'dark',
    plate: drawFigure({ view: 'posterior', overlays: overlaid([PAIN], [LATER]) }),
  },
  {
    name: 'referral',
    theme: 'light',
    plate: drawFigure({
      view: 'posterior',
      overlays: [{ kind: 'referral', muscle: mustMuscle('gluteus-medius').id, side: 'right' }],
    }),
  },
  { name: 'needles-and-findings', theme: 'light', plate: drawSeen(CLOSE_UP, NEEDLES) },
  { name: 'dose', theme: 'light', plate: drawSeen(CLOSE_UP, [DOSE]) },
  {
    name: 'plain',
    theme: 'light',
    plate: drawPlain(CLOSE_UP, [{ kind: 'treated', muscle: mustMuscle('lumbar-multifidus').id, side: 'right' }]),
  },
]

test('the whole plates look as they did', ({ page }) => hold(page, WHOLE))
test('the close looks look as they did', ({ page }) => hold(page, CLOSE))
test('what the map shows looks as it did', ({ page }) => hold(page, SEEN))

async function hold(page: Page, pictures: readonly Picture[]): Promise<void> {
  for (const { name, plate, theme } of pictures) {
    const svg = svgOf(plate, { title: name, description: name, theme, widthPx: WIDTH_PX })
    await page.setContent(`<body style="margin:0">${svg}</body>`)
    await expect.soft(page.locator('svg')).toHaveScreenshot(`${name}.png`, { maxDiffPixels: 60, threshold: 0.12 })
  }
}

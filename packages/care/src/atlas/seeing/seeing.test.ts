import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mustMuscle, MUSCLES } from '../muscles.ts'
import type { PlateNode } from '../plate-node.ts'
import { svgOf } from '../plate-svg.ts'
import { ASPECTS } from '../plates.ts'
import { isInside, nearestOnEdge } from '../polygon.ts'
import type { Level, MuscleId, Side, Site } from '../site.ts'
import { type DosedNeedle, doseByMuscle } from './dose.ts'
import { beside, drawFigure, drawPlain, drawSeen, overlaid } from './figure.ts'
import { describeOverlays, type Overlay } from './overlay.ts'
import {
  checkPainArea,
  hasLowBackPain,
  PAIN_KINDS,
  type PainArea,
  painByRegion,
  painChanges,
  painExtent,
} from './pain.ts'
import { isLowBack, isOnFigure, LOW_BACK_AREA, PAIN_REGIONS, painRegionAt } from './pain-regions.ts'
import { referralOf } from './referral.ts'

const VIEWS = ['posterior', 'anterior'] as const

function site(muscle: string, side: Side = 'right', level: Level | null = null): Site {
  return { muscle: mustMuscle(muscle).id, side, level, point: null }
}

function region(id: string, intensity0to10: number | null = 5, pain: PainArea['pain'] = 'aching'): PainArea {
  return { where: { kind: 'region', region: id }, pain, intensity0to10 }
}

test('60 regions: 16 behind and 14 in front on each side, every one mirrors its fellow exactly, and none leaves the body', () => {
  expect(PAIN_REGIONS).toHaveLength(60)
  for (const each of PAIN_REGIONS) {
    const fellow = PAIN_REGIONS.find(
      ({ id }) => id === each.id.replace(/right$|left$/, each.side === 'right' ? 'left' : 'right'),
    )
    const mirrored = fellow?.polygon.map(([x, y]) => `${-x + 0} ${y}`).sort()
    expect(each.polygon.map(([x, y]) => `${x + 0} ${y}`).sort()).toEqual(mirrored)
  }
  for (const view of VIEWS)
    for (const side of ['left', 'right'] as const) {
      expect(PAIN_REGIONS.filter((each) => each.view === view && each.side === side)).toHaveLength(
        view === 'posterior' ? 16 : 14,
      )
    }
})

test('every point of the body lies in a region, on the side of the patient that it is on', () => {
  let met = 0
  const place = fc.record({
    x: fc.integer({ min: -195, max: 195 }).map((x) => x + 0.5),
    y: fc.integer({ min: 1, max: 998 }),
  })
  fc.assert(
    fc.property(place, fc.constantFrom(...VIEWS), (point, view) => {
      const found = painRegionAt(point, view)
      if (found === undefined) return
      met++
      expect(found.side).toBe(point.x > 0 === (view === 'posterior') ? 'right' : 'left')
      const isNearEdge = nearestOnEdge([point.x, point.y], found.polygon).distance < 2
      if (!isNearEdge) expect(isOnFigure(point)).toBe(true)
    }),
    { numRuns: 1500 },
  )
  expect(met).toBeGreaterThan(300)
})

test('the low-back area runs from the twelfth rib to the lower gluteal folds', () => {
  const ys = LOW_BACK_AREA.map(([, y]) => y)
  expect([Math.min(...ys), Math.max(...ys)]).toEqual([309.6, 535])
  expect(isLowBack({ x: 0, y: 308 })).toBe(false)
  expect(isLowBack({ x: 1, y: 312 })).toBe(true)
  expect(isLowBack({ x: 40, y: 530 })).toBe(true)
  expect(isLowBack({ x: 40, y: 538 })).toBe(false)
  expect(hasLowBackPain([region('buttock-left')])).toBe(true)
  expect(hasLowBackPain([region('knee-back-left'), region('lower-abdomen-left')])).toBe(false)
})

test('what was drawn by hand is found in the regions that it covers, and in no other', () => {
  const drawn: PainArea = {
    where: {
      kind: 'drawn',
      view: 'posterior',
      outline: [
        [20, 340],
        [60, 340],
        [60, 600],
        [20, 600],
      ],
    },
    pain: 'burning',
    intensity0to10: 7,
  }
  expect(checkPainArea(drawn).ok).toBe(true)
  const found = painByRegion([drawn, region('low-back-right', 3)])
  expect(found.map((each) => each.region.id)).toContain('thigh-back-right')
  expect(found.every((each) => each.region.side === 'right')).toBe(true)
  const back = found.find((each) => each.region.id === 'low-back-right')
  expect(back).toMatchObject({ share: 1, intensity0to10: 7, kinds: ['aching', 'burning'] })
  const thigh = found.find((each) => each.region.id === 'thigh-back-right')
  expect(thigh?.share).toBeGreaterThan(0)
  expect(thigh?.share).toBeLessThan(1)
})

test('more drawn is never less of the body', () => {
  const ids = PAIN_REGIONS.map(({ id }) => id)
  fc.assert(
    fc.property(fc.subarray(ids, { minLength: 1, maxLength: 6 }), fc.constantFrom(...ids), (some, one) => {
      const before = painExtent(some.map((id) => region(id)))
      const after = painExtent([...some, one].map((id) => region(id)))
      expect(after).toBeGreaterThanOrEqual(before)
      expect(before).toBeGreaterThan(0)
      expect(after).toBeLessThanOrEqual(1)
    }),
    { numRuns: 20 },
  )
  expect(painExtent([])).toBe(0)
  expect(painExtent(ids.map((id) => region(id)))).toBe(1)
})

test.each([
  ['a region that there isn’t', region('tail-right'), 'pain-region-unknown'],
  ['eleven of ten', region('calf-left', 11), 'pain-intensity-impossible'],
  ['half a point', region('calf-left', 2.5), 'pain-intensity-impossible'],
  [
    'a line',
    {
      ...region('x'),
      where: {
        kind: 'drawn',
        view: 'anterior',
        outline: [
          [0, 300],
          [9, 300],
        ],
      },
    },
    'pain-area-too-small',
  ],
  [
    'a place that is none',
    {
      ...region('x'),
      where: {
        kind: 'drawn',
        view: 'anterior',
        outline: [
          [0, 300],
          [9, 300],
          [Number.NaN, 2],
        ],
      },
    },
    'pain-area-too-small',
  ],
  [
    'a scribble beside the body',
    {
      ...region('x'),
      where: {
        kind: 'drawn',
        view: 'anterior',
        outline: [
          [300, 300],
          [310, 300],
          [305, 320],
        ],
      },
    },
    'pain-area-beside-body',
  ],
] as const)('%s is refused', (_, area, code) => {
  const answer = checkPainArea(area)
  expect(answer.ok ? null : answer.problem.code).toBe(code)
})

test('between two dates pain is new, gone, less, the same or more; unsaid strength is unknown, never better', () => {
  const before = [
    region('low-back-right', 6),
    region('buttock-right', 4),
    region('calf-right', 3),
    region('heel-right', null),
    region('neck-back-left', 2),
  ]
  const after = [
    region('low-back-right', 2),
    region('buttock-right', 4),
    region('heel-right', 1),
    region('neck-back-left', 5),
    region('palm-left', 1),
  ]
  const found = Object.fromEntries(painChanges(before, after).map(({ region: { id }, change }) => [id, change]))
  expect(found).toEqual({
    'low-back-right': 'less',
    'buttock-right': 'same',
    'calf-right': 'gone',
    'heel-right': 'unknown',
    'neck-back-left': 'more',
    'palm-left': 'new',
  })
})

test('every muscle has a referral pattern of its own, on its own side', () => {
  for (const { id } of MUSCLES) {
    for (const side of ['left', 'right'] as const) {
      const { main, also } = referralOf(id, side)
      expect(main.length, id).toBeGreaterThan(0)
      for (const each of [...main, ...also]) expect(each.side).toBe(side)
      expect(
        also.some((each) => main.includes(each)),
        id,
      ).toBe(false)
    }
  }
})

const anyNeedle = fc.record({
  session: fc.constantFrom('a', 'b', 'c'),
  site: fc.constantFrom(
    site('piriformis'),
    site('piriformis', 'left'),
    site('lumbar-multifidus', 'right', 'L4'),
    site('lumbar-multifidus', 'right', 'L5'),
  ),
  dwellS: fc.option(fc.integer({ min: 0, max: 1800 })),
})

test('a dose loses no needle and no second, and time that isn’t known is counted as not known', () => {
  fc.assert(
    fc.property(fc.array(anyNeedle, { maxLength: 30 }), (needles: readonly DosedNeedle[]) => {
      const doses = doseByMuscle(needles)
      const sum = (of: (dose: (typeof doses)[number]) => number) => doses.reduce((all, dose) => all + of(dose), 0)
      expect(sum(({ needleCount }) => needleCount)).toBe(needles.length)
      expect(sum(({ dwellS }) => dwellS ?? 0)).toBe(needles.reduce((all, { dwellS }) => all + (dwellS ?? 0), 0))
      expect(sum(({ dwellUnknownCount }) => dwellUnknownCount)).toBe(
        needles.filter(({ dwellS }) => dwellS === null).length,
      )
      for (const dose of doses) expect(dose.sessionCount).toBeLessThanOrEqual(dose.needleCount)
      expect(doses.map(({ needleCount }) => needleCount)).toEqual(
        doses.map(({ needleCount }) => needleCount).toSorted((a, b) => b - a),
      )
    }),
    { numRuns: 200 },
  )
})

const EVERYTHING: readonly Overlay[] = [
  { kind: 'pain', areas: PAIN_KINDS.map((kind, i) => region(PAIN_REGIONS[i * 3]?.id ?? '', i, kind)) },
  { kind: 'needle', site: site('lumbar-multifidus', 'right', 'L4'), state: 'in', number: 1 },
  { kind: 'needle', site: site('piriformis', 'left'), state: 'out', number: 2 },
  { kind: 'needle', site: site('gluteus-medius'), state: 'planned', number: 3 },
  { kind: 'finding', site: site('quadratus-lumborum', 'left', 'L3'), letter: 'A', text: 'taut band' },
  { kind: 'referral', muscle: 'gluteus-medius' as MuscleId, side: 'right' },
  { kind: 'dose', doses: doseByMuscle([{ session: 'a', site: site('piriformis'), dwellS: null }]) },
  { kind: 'treated', muscle: 'piriformis' as MuscleId, side: 'right' },
]

test('all that is drawn is also said', () => {
  const said = describeOverlays(EVERYTHING)
  for (const words of [
    'aching, 0 of 10',
    'numb, 5 of 10',
    'Needle 1, in the body: Right lumbar multifidus, L4',
    'Needle 2, out',
    'Planned: Right gluteus medius',
    'Finding A: Left quadratus lumborum, L3, taut band',
    'pain of the right gluteus medius',
    'Right piriformis: 1 needle in 1 session',
    'This is the muscle that we treated: right piriformis',
  ])
    expect(said).toContain(words)
  expect(describeOverlays([{ kind: 'pain', areas: [region('calf-left', null)] }])).toContain('strength not said')
})

test('every overlay is drawn on every aspect that shows it, as clean SVG', () => {
  for (const view of ASPECTS) {
    const plate = drawSeen({ view, zoom: 'full', layers: ['intermediate', 'deep'] }, EVERYTHING)
    const svg = svgOf(plate, { title: 'Seen', description: describeOverlays(EVERYTHING), theme: 'dark', widthPx: 800 })
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    expect(svg, view).toContain('needle-head')
  }
  for (const view of VIEWS) {
    const plate = drawFigure({ view, overlays: EVERYTHING, hasRegions: true, hasLowBack: true })
    expect(svgOf(plate, { title: 'Pain', description: '', theme: 'print', widthPx: 400 })).not.toMatch(
      /NaN|undefined|Infinity/,
    )
  }
})

test('side by side each date has its own half and its title; overlaid, the earlier one is an outline', () => {
  const figure = drawFigure({ view: 'posterior', overlays: [] })
  const both = beside(figure, figure, ['2 March', '30 March'], 16)
  expect(both.box.x1 - both.box.x0).toBeGreaterThan(2 * (figure.box.x1 - figure.box.x0))
  expect(both.nodes.flatMap((node) => (node.kind === 'text' ? [node.text] : []))).toEqual(['2 March', '30 March'])
  const pain: Overlay = { kind: 'pain', areas: [region('calf-left')] }
  expect(overlaid([pain], [pain])).toEqual([{ ...pain, was: true }, pain])
})

test('the plain picture shows the treated muscle and no other', () => {
  const plain = drawPlain({ view: 'posterior', zoom: 'lumbar' }, [
    { kind: 'treated', muscle: 'piriformis' as MuscleId, side: 'right' },
  ])
  const classes = (node: PlateNode): readonly string[] =>
    node.kind === 'group' ? [node.class, ...node.children.flatMap(classes)] : [node.class]
  const all = plain.nodes.flatMap(classes)
  expect(all.filter((name) => name.startsWith('mus'))).toEqual([])
  expect(all).toContain('treated')
})

test('a number of a pain area lies in the area, whatever its shape', () => {
  const horseshoe = [
    [-60, 330],
    [60, 330],
    [60, 480],
    [40, 480],
    [40, 350],
    [-40, 350],
    [-40, 480],
    [-60, 480],
  ] as const
  const plate = drawFigure({
    view: 'posterior',
    overlays: [
      {
        kind: 'pain',
        areas: [{ where: { kind: 'drawn', view: 'posterior', outline: horseshoe }, pain: 'sharp', intensity0to10: 4 }],
      },
    ],
  })
  const circles = (node: PlateNode): readonly (readonly [number, number])[] =>
    node.kind === 'circle' ? [[node.x, node.y]] : node.kind === 'group' ? node.children.flatMap(circles) : []
  const [at] = plate.nodes.flatMap(circles)
  expect(at !== undefined && isInside(at, horseshoe)).toBe(true)
})

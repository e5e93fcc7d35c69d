/**
 * How long a pointer waits for its site, and a site for its dangers: medians over random points, beside one JSON round trip
 * of a site, which every needle makes anyway.
 *
 *     npm run bench
 */
import { assessSite, LAYERS, type PlatePoint, siteAt } from '@unknot/care/atlas'

const POINTS = 10_000
const TARGET_MS = 0.2

/** The same points each run, without a clock or chance: steps of an irrational part, folded into the trunk. */
const points: readonly PlatePoint[] = Array.from({ length: POINTS }, (_, number) => ({
  x: ((number * 0.618033988749) % 1) * 180 - 90,
  y: 90 + ((number * 0.754877666246) % 1) * 600,
}))
const needle = { lengthMm: 50, direction: 'medial' } as const

const found = points.map((point) => siteAt(point, { layers: LAYERS, withinMm: 12 }))
const hits = found.filter((candidates) => candidates.length > 0)
if (hits.length < POINTS / 3) throw new Error(`only ${hits.length} of ${POINTS} points met a muscle`)
const sites = hits.flatMap(([first]) => (first === undefined ? [] : [first.site]))
for (const { point, muscle } of sites) if (point === null) throw new Error(`${muscle} lost its point`)

const placing = medianMs(points, (point) => siteAt(point, { layers: LAYERS, withinMm: 12 }))
const danger = medianMs(sites, (site) => assessSite(site, needle, 'deep-static', 'prone', {}, []))
const plain = medianMs(sites, (site) => JSON.parse(JSON.stringify(site)))

console.log(`placing: ${words(placing)} a point, ${(placing / plain).toFixed(1)} times a JSON round trip of a site`)
console.log(`danger:  ${words(danger)} a site, ${(danger / plain).toFixed(1)} times a JSON round trip of a site`)
if (placing >= TARGET_MS) throw new Error(`placing takes more than ${TARGET_MS} ms`)

function medianMs<T>(values: readonly T[], run: (value: T) => unknown): number {
  for (const value of values.slice(0, 500)) run(value)
  const took = values.map((value) => {
    const before = performance.now()
    run(value)
    return performance.now() - before
  })
  return took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? Number.NaN
}

function words(ms: number): string {
  return `${(ms * 1000).toFixed(1)} µs`
}

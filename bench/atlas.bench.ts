/**
 * How long a plate takes to be drawn, and how much of it is sent. The answer is asserted first; the time is given beside that
 * of a plain baseline in the same run, because milliseconds lie across machines: joining as many characters as the picture has.
 */
import { strict as assert } from 'node:assert'
import { cpus } from 'node:os'
import { gzipSync } from 'node:zlib'
import { ASPECTS, drawPlate, LAYERS, svgOf } from '@unknot/care/atlas'

/** A frame of a slow tablet, which takes four times as long as the machine on which this runs, on average. */
const FRAME_MS = 16
const SLOW = 4
const LIMIT_KB = 60
const ROUNDS = 15

for (const view of ASPECTS) {
  const draw = () => drawPlate({ view, zoom: 'full', layers: LAYERS, labels: 'both', textUnits: 8 })
  const write = () => svgOf(draw(), { title: view, description: view, theme: 'light', widthPx: 900, textUnits: 8 })
  const from = performance.now()
  const svg = write()
  const firstMs = performance.now() - from
  const named = svg.match(/<text[^>]*>/g)?.length ?? 0
  assert(named > 20 && !/NaN|undefined/.test(svg), `${view} is drawn whole`)
  const sentKb = gzipSync(svg).length / 1000
  assert(sentKb <= LIMIT_KB, `${view}: ${sentKb} kB`)
  const [drawnMs, writtenMs, baselineMs] = [median(draw), median(write), median(() => [...svg].join(''))]
  console.log(
    `${view.padEnd(14)} first ${firstMs.toFixed(0)} ms with reading the plate, then drawn in ${drawnMs.toFixed(2)} ms, written ${writtenMs.toFixed(2)} ms, ` +
      `${(writtenMs / baselineMs).toFixed(2)} × joining its ${Math.round(svg.length / 1000)} k characters, sent ${sentKb.toFixed(1)} kB`,
  )
  assert(drawnMs * SLOW < FRAME_MS, `${view} is drawn within a frame of a slow device`)
}
console.log(`on ${cpus()[0]?.model ?? 'an unknown processor'}`)

function median(work: () => unknown): number {
  work()
  const times = Array.from({ length: ROUNDS }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
}

/** The ruler of levels that stands at the right of the body and of its names, from C1 to S4 as far as the box shows them. */
import { tenth } from './curve.ts'
import { levelY } from './levels.ts'
import { type Box, group, type PlateGroup, path } from './plate-node.ts'
import { LEVELS } from './site.ts'

export function drawRuler(
  body: Box,
  textUnits: number,
  /** How far beyond the body it stands: names at the right keep its place free, so no leader runs through it. */
  beyond: number,
): { readonly units: number; readonly node: PlateGroup } {
  const x = body.x1 + beyond + 4
  const seen = LEVELS.map((level) => ({ level, y: levelY(level) })).filter(
    ({ y }) => y > body.y0 + textUnits * 0.8 && y < body.y1 - textUnits * 0.8,
  )
  const [first, last] = [seen[0], seen.at(-1)]
  if (first === undefined || last === undefined) return { units: 0, node: group('ruler', []) }
  const tick = textUnits * 0.5
  const ticks = seen.map(({ y }) => `M${tenth(x)} ${tenth(y)}h${tenth(tick)}`).join('')
  // Where levels stand closer than their names are high (the neck, far off), every second one is named.
  let named = Number.NEGATIVE_INFINITY
  const texts = seen.flatMap(({ level, y }) => {
    if (y - named < textUnits * 1.02) return []
    named = y
    const text = {
      kind: 'text',
      class: '',
      x: x + tick + textUnits * 1.3,
      y: y + textUnits * 0.35,
      anchor: 'middle',
      text: level,
    } as const
    return [group('level', [text], { is: { kind: 'level', level, y } })]
  })
  return {
    units: 4 + tick + textUnits * 2.9,
    node: group('ruler', [path('', `M${tenth(x)} ${tenth(first.y)}V${tenth(last.y)}${ticks}`), ...texts]),
  }
}

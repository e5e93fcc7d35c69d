/** The ruler of levels that stands at the right of the body, from C1 to S4 as far as the box shows them. */
import { tenth } from './curve.ts'
import { levelY } from './levels.ts'
import { type Box, group, type PlateGroup, path } from './plate-node.ts'
import { LEVELS } from './site.ts'

export function drawRuler(
  body: Box,
  textUnits: number,
  isTight: boolean,
): { readonly units: number; readonly node: PlateGroup } {
  const x = body.x1 + (isTight ? 2 : 4)
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
      x: x + tick + textUnits * 1.15,
      y: y + textUnits * 0.35,
      anchor: 'middle',
      text: level,
    } as const
    return [group('level', [text], { is: { kind: 'level', level, y } })]
  })
  return {
    units: (isTight ? 2 : 4) + tick + textUnits * 2.7,
    node: group('ruler', [path('', `M${tenth(x)} ${tenth(first.y)}V${tenth(last.y)}${ticks}`), ...texts]),
  }
}

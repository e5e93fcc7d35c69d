/** A danger drawn: an area hatched within its box, a line with a halo, the canal as a pale band. Never filled over muscle. */
import { pathAcrossMidline, pathOf } from './curve.ts'
import type { HazardShape } from './plate-data.ts'
import { group, type PlateNode, path } from './plate-node.ts'
import { type Aspect, isMirrored, plateOf, viewOf } from './plates.ts'
import type { Side } from './site.ts'

/** The hazard of an id on one side; what lies in the midline, or on one side only, is drawn as it is. */
export function drawHazard(id: string, side: Side, aspect: Aspect = 'posterior'): readonly PlateNode[] {
  return plateOf(viewOf(aspect))
    .hazards.filter((hazard) => hazard.id === id && (hazard.only === null || hazard.only === side))
    .map((hazard) =>
      group('hazard', hazard.kind === 'line' ? drawHazardLine(hazard) : drawHazardArea(hazard), {
        ...(isTurned(hazard, side, aspect) && { mirrored: true as const }),
        is: { kind: 'hazard', hazard: id, side: hazard.twice ? side : 'middle' },
      }),
    )
}

function isTurned(hazard: HazardShape, side: Side, aspect: Aspect): boolean {
  return viewOf(aspect) === 'lateral' ? aspect === 'left-lateral' : hazard.twice && isMirrored(side, aspect)
}

function drawHazardLine(hazard: HazardShape): readonly PlateNode[] {
  const d = pathOf(hazard.points, false)
  return [path('hz-halo', d), path('hz-line', d)]
}

function drawHazardArea(hazard: HazardShape): readonly PlateNode[] {
  const d = hazard.lies === 'middle' ? pathAcrossMidline(hazard.points) : pathOf(hazard.points, true)
  if (hazard.id.startsWith('spinal-canal')) return [path('hz-canal', d)]
  return [group('hz-fill', [path('hatch', hatchOf(hazard))], { clip: d }), path('hz-box', d)]
}

function hatchOf(hazard: HazardShape): string {
  const xs = hazard.points.map(([x]) => x)
  const ys = hazard.points.map(([, y]) => y)
  const [right, y0, y1] = [Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const left = hazard.lies === 'middle' ? -right : Math.min(...xs)
  let lines = ''
  for (let x = left - (y1 - y0); x < right; x += 5)
    lines += `M${Math.round(x)} ${Math.round(y1)}l${Math.round(y1 - y0)} ${Math.round(y0 - y1)}`
  return lines
}

/** A danger drawn: an area hatched within its box, a line with a halo, the canal as a pale band. Never filled over muscle. */
import { pathAcrossMidline, pathOf } from './curve.ts'
import { group, type PlateNode, path } from './plate-node.ts'
import { type HazardShape, POSTERIOR } from './posterior.ts'
import type { Side } from './site.ts'

/** The hazard of an id on one side; what lies in the midline is drawn whole. */
export function drawHazard(id: string, side: Side): readonly PlateNode[] {
  return POSTERIOR.hazards
    .filter((hazard) => hazard.id === id)
    .map((hazard) => {
      const drawn = hazard.kind === 'line' ? drawHazardLine(hazard) : drawHazardArea(hazard)
      const isMirrored = hazard.twice && side === 'left'
      return group('hazard', drawn, {
        ...(isMirrored && { mirrored: true as const }),
        is: { kind: 'hazard', hazard: id, side: hazard.twice ? side : 'middle' },
      })
    })
}

function drawHazardLine(hazard: HazardShape): readonly PlateNode[] {
  const d = pathOf(hazard.points, false)
  return [path('hz-halo', d), path('hz-line', d)]
}

function drawHazardArea(hazard: HazardShape): readonly PlateNode[] {
  const d = hazard.twice ? pathOf(hazard.points, true) : pathAcrossMidline(hazard.points)
  if (!hazard.twice) return [path('hz-canal', d)]
  return [group('hz-fill', [path('hatch', hatchOf(hazard))], { clip: d }), path('hz-box', d)]
}

function hatchOf(hazard: HazardShape): string {
  const xs = hazard.points.map(([x]) => x)
  const ys = hazard.points.map(([, y]) => y)
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  let lines = ''
  for (let x = x0 - (y1 - y0); x < x1; x += 5)
    lines += `M${Math.round(x)} ${Math.round(y1)}l${Math.round(y1 - y0)} ${Math.round(y0 - y1)}`
  return lines
}

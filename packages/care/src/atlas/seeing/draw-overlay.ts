/**
 * Overlays drawn over a plate or over the figure. Colour never carries anything alone: each kind of pain has its own
 * texture, its strength is a number, a needle's state is a shape, a dose is a number, before is an outline.
 */
import { must } from '../../kernel/index.ts'
import { tenth, type XY } from '../curve.ts'
import { outlinesOf } from '../draw-muscle.ts'
import { type Box, group, type PlateNode, path } from '../plate-node.ts'
import { type Aspect, isMirrored, isSideSeen } from '../plates.ts'
import { isInside, slice } from '../polygon.ts'
import { pointFor } from '../site-at.ts'
import type { MuscleId, Side, Site } from '../site.ts'
import type { MuscleDose } from './dose.ts'
import type { NeedleState, Overlay } from './overlay.ts'
import { outlineOfPain, type PainArea, type PainKind, viewOfPain } from './pain.ts'
import type { PainRegion } from './pain-regions.ts'
import { referralOf } from './referral.ts'

export type OverlayLook = {
  readonly aspect: Aspect
  /** Height of the lettering in plate units: numbers and marks keep to it. */
  readonly textUnits: number
}

/** What of the overlays is seen in an aspect, in the order given. */
export function drawOverlays(overlays: readonly Overlay[], look: OverlayLook): readonly PlateNode[] {
  return overlays.flatMap((overlay) => drawOverlay(overlay, look))
}

function drawOverlay(overlay: Overlay, look: OverlayLook): readonly PlateNode[] {
  switch (overlay.kind) {
    case 'pain':
      return overlay.areas
        .filter((area) => viewOfPain(area) === look.aspect)
        .map((area) => drawPain(area, overlay.was === true, look))
    case 'needle':
      return drawNeedle(overlay.site, overlay.state, overlay.number, overlay.was === true, look)
    case 'finding':
      return drawFinding(overlay.site, overlay.letter, look)
    case 'referral':
      return drawReferral(overlay.muscle, overlay.side, look)
    case 'dose':
      return overlay.doses.flatMap((dose) => drawDose(dose, look))
    case 'treated':
      return drawMuscleOver('treated', overlay.muscle, overlay.side, look.aspect)
  }
}

function drawPain(area: PainArea, was: boolean, { textUnits }: OverlayLook): PlateNode {
  const outline = outlineOfPain(area)
  const d = closedPath(outline)
  if (was) return group('pain was', [path('pain-edge', d)])
  const strength = area.intensity0to10
  const texture = group('pain-fill', [path('pain-texture', TEXTURES[area.pain](boxOf(outline), gapOf(strength)))], {
    clip: d,
  })
  const [x, y] = insideOf(outline)
  const number = strength === null ? [] : badge('pain-number', `${strength}`, x, y, textUnits)
  return group(`pain pain-${area.pain}`, [path('pain-area', d), texture, path('pain-edge', d), ...number])
}

/** Stronger pain is drawn closer. */
function gapOf(strength: number | null): number {
  return strength === null ? 7 : 8 - strength * 0.5
}

type Texture = (box: Box, gap: number) => string

const TEXTURES: Readonly<Record<PainKind, Texture>> = {
  aching: (box, gap) => slanted(box, gap, 1),
  sharp: (box, gap) => slanted(box, gap * 1.4, 1) + slanted(box, gap * 1.4, -1),
  burning: (box, gap) => across(box, gap, (x) => `M${tenth(x)} ${tenth(box.y0)}V${tenth(box.y1)}`),
  shooting: (box, gap) => down(box, gap, (y) => `M${tenth(box.x0)} ${tenth(y)}H${tenth(box.x1)}`),
  tingling: (box, gap) => dotted(box, gap, 0.1),
  numb: (box, gap) => dotted(box, gap * 1.3, gap * 0.45),
}

function across(box: Box, gap: number, line: (x: number) => string): string {
  let d = ''
  for (let x = box.x0 + gap / 2; x < box.x1; x += gap) d += line(x)
  return d
}

function down(box: Box, gap: number, line: (y: number) => string): string {
  let d = ''
  for (let y = box.y0 + gap / 2; y < box.y1; y += gap) d += line(y)
  return d
}

function slanted(box: Box, gap: number, way: 1 | -1): string {
  const height = box.y1 - box.y0
  return across({ ...box, x0: box.x0 - height, x1: box.x1 + height }, gap * 1.4, (x) => {
    return `M${tenth(x)} ${tenth(box.y1)}l${tenth(way * height)} ${tenth(-height)}`
  })
}

/** Short strokes in rows: dots when they are short, dashes when they are long. */
function dotted(box: Box, gap: number, length: number): string {
  return down(box, gap, (y) => across(box, gap, (x) => `M${tenth(x)} ${tenth(y)}h${length.toFixed(1)}`))
}

function drawReferral(muscle: MuscleId, side: Side, { aspect }: OverlayLook): readonly PlateNode[] {
  const { main, also } = referralOf(muscle, side)
  const draw = (kind: string, gap: number) => (region: PainRegion) => {
    const d = closedPath(region.polygon)
    return group(`referral ${kind}`, [
      group('', [path('referral-dots', dotted(boxOf(region.polygon), gap, 0.1))], { clip: d }),
    ])
  }
  const seen = (regions: readonly PainRegion[]) => regions.filter(({ view }) => view === aspect)
  return [
    ...seen(also).map(draw('also', 6.4)),
    ...seen(main).map(draw('main', 3.2)),
    ...drawMuscleOver('source', muscle, side, aspect),
  ]
}

function drawDose(dose: MuscleDose, look: OverlayLook): readonly PlateNode[] {
  const at = pointFor({ muscle: dose.muscle, side: dose.side, level: null, point: null }, look.aspect)
  if (at === null) return []
  const step = Math.min(5, Math.ceil(dose.needleCount / 2))
  return [
    ...drawMuscleOver(`dose dose-${step}`, dose.muscle, dose.side, look.aspect),
    group('dose', badge('dose-number', `${dose.needleCount}`, at.x, at.y, look.textUnits)),
  ]
}

function drawMuscleOver(kind: string, muscle: MuscleId, side: Side, aspect: Aspect): readonly PlateNode[] {
  const outlines = isSideSeen(side, aspect) ? outlinesOf(muscle, aspect) : []
  if (outlines.length === 0) return []
  const drawn = outlines.map((d) => path('over', d))
  return [group(kind, drawn, isMirrored(side, aspect) ? { mirrored: true } : {})]
}

function drawNeedle(
  site: Site,
  state: NeedleState,
  number: number,
  was: boolean,
  { aspect, textUnits }: OverlayLook,
): readonly PlateNode[] {
  const at = pointFor(site, aspect)
  if (at === null) return []
  const text = state === 'planned' ? '+' : `${number}`
  return [group(`needle needle-${state}${was ? ' was' : ''}`, badge('needle-head', text, at.x, at.y, textUnits))]
}

/** A square on its corner, so that it isn't taken for a needle. */
function drawFinding(site: Site, letter: string, { aspect, textUnits }: OverlayLook): readonly PlateNode[] {
  const at = pointFor(site, aspect)
  if (at === null) return []
  const r = textUnits
  const d = `M${tenth(at.x)} ${tenth(at.y - r)}l${tenth(r)} ${tenth(r)} ${tenth(-r)} ${tenth(r)} ${tenth(-r)} ${tenth(-r)}Z`
  return [group('finding', [path('finding-mark', d), lettered(letter, at.x, at.y, textUnits)])]
}

function badge(kind: string, text: string, x: number, y: number, textUnits: number): readonly PlateNode[] {
  return [{ kind: 'circle', class: kind, x, y, r: textUnits * 0.85 }, lettered(text, x, y, textUnits)]
}

function lettered(text: string, x: number, y: number, textUnits: number): PlateNode {
  return { kind: 'text', class: 'mark', x, y: y + textUnits * 0.35, anchor: 'middle', text }
}

function closedPath(points: readonly XY[]): string {
  return `M${points.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}Z`
}

function boxOf(points: readonly XY[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) }
}

/** A point well inside: the middle, or the middle of the widest stretch at its height. */
function insideOf(outline: readonly XY[]): XY {
  const { x0, x1, y0, y1 } = boxOf(outline)
  const middle: XY = [(x0 + x1) / 2, (y0 + y1) / 2]
  if (isInside(middle, outline)) return middle
  const widest = [...slice(outline, middle[1])].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0]
  return widest === undefined ? must(outline[0], 'a corner') : [(widest[0] + widest[1]) / 2, middle[1]]
}

/**
 * What can't be true of a needle, SES-1: a size that nobody makes, a depth beyond the needle's length, a pain of 11.
 *
 * The bounds are those of the needles, devices and scales that there are; they say nothing about what is wise.
 */
import type { ElectricalSettings, NeedleDetail } from './needle.ts'
import type { DetailField, DetailProblem } from './problem.ts'

export type Bounds = { readonly from: number; readonly to: number; readonly isWhole?: true }

/** Also what the screen's fields allow. */
export const DETAIL_BOUNDS = {
  gaugeMm: { from: 0.1, to: 0.6 },
  lengthMm: { from: 5, to: 150 },
  depthMm: { from: 0, to: 150 },
  pain0to10: { from: 0, to: 10, isWhole: true },
  plannedDwellS: { from: 5, to: 2400 },
  'twitch.count': { from: 1, to: 99, isWhole: true },
  'electrical.frequencyHz': { from: 0.5, to: 200 },
  'electrical.pulseWidthUs': { from: 10, to: 1000 },
  'electrical.durationMin': { from: 0.5, to: 60 },
  'electrical.intensity': { from: 0, to: 100 },
} as const satisfies Partial<Record<DetailField, Bounds>>

type BoundedField = keyof typeof DETAIL_BOUNDS

/** The first thing that can't be true of it, or null. */
export function checkDetail(detail: NeedleDetail): DetailProblem | null {
  return checkNumbers(detail) ?? checkDepth(detail) ?? checkCurrent(detail)
}

function checkNumbers(detail: NeedleDetail): DetailProblem | null {
  const { twitch, depthMm, pain0to10 } = detail
  return (
    outside('gaugeMm', detail.gaugeMm) ??
    outside('lengthMm', detail.lengthMm) ??
    outside('depthMm', depthMm === 'not-measured' ? null : depthMm) ??
    outside('pain0to10', pain0to10 === 'not-asked' ? null : pain0to10) ??
    outside('plannedDwellS', detail.plannedDwellS) ??
    outside('twitch.count', twitch.kind === 'seen' ? twitch.count : null)
  )
}

function checkDepth({ depthMm, lengthMm }: NeedleDetail): DetailProblem | null {
  if (depthMm === 'not-measured' || lengthMm === null || depthMm <= lengthMm) return null
  return { code: 'depth-beyond-length', depthMm, lengthMm }
}

function checkCurrent({ technique, electrical }: NeedleDetail): DetailProblem | null {
  if (electrical === null) return null
  if (technique !== 'electrical') return { code: 'electrical-settings-without-current', technique }
  return checkSettings(electrical)
}

function checkSettings(electrical: ElectricalSettings): DetailProblem | null {
  return (
    outside('electrical.frequencyHz', electrical.frequencyHz) ??
    outside('electrical.pulseWidthUs', electrical.pulseWidthUs) ??
    outside('electrical.intensity', electrical.intensity?.value ?? null) ??
    outside('electrical.durationMin', electrical.durationMin)
  )
}

/** Null is *not recorded*, which is always allowed; a number that is none (NaN) never is. */
function outside(field: BoundedField, value: number | null): DetailProblem | null {
  if (value === null) return null
  const bounds: Bounds = DETAIL_BOUNDS[field]
  const isWithin = value >= bounds.from && value <= bounds.to && (!bounds.isWhole || Number.isInteger(value))
  return isWithin ? null : { code: 'detail-out-of-range', field, from: bounds.from, to: bounds.to }
}

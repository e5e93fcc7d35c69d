/** Hours as a table of a week: up to two times a day. What is more than that isn't shown as a table, and so never overwritten. */
import type { CalendarDay, LocationId } from '@unknot/care/kernel'
import type { SupplyView } from '@unknot/wire/booking'

export type TimeRange = { readonly from: string; readonly to: string }
/** Monday first; each day with two ranges, empty text where there is none. */
export type WeekHours = readonly (readonly TimeRange[])[]
type HoursRow = SupplyView['clinicians'][number]['hours'][number]

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const NONE: TimeRange = { from: '', to: '' }
const RANGES = 2

export const NO_HOURS: WeekHours = CODES.map(() => [NONE, NONE])

/** Null when the rules say more than a week of one place: every other week, an end, several places, more than two times a day. */
export function readWeek(
  hours: readonly HoursRow[],
): { readonly week: WeekHours; readonly location: LocationId | null } | null {
  const days: TimeRange[][] = CODES.map(() => [])
  for (const { rrule, fromMin, toMin } of [...hours].sort((a, b) => a.fromMin - b.fromMin)) {
    const codes = /^FREQ=DAILY$/.test(rrule)
      ? CODES
      : (/^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/.exec(rrule)?.[1]?.split(',') ?? null)
    if (codes === null || codes.some((code) => !CODES.includes(code))) return null
    for (const code of codes) days[CODES.indexOf(code)]?.push({ from: clock(fromMin), to: clock(toMin) })
  }
  if (days.some((ranges) => ranges.length > RANGES)) return null
  const [location = null, ...others] = new Set(hours.map((row) => row.location))
  if (others.length > 0) return null
  return { week: days.map((ranges) => [ranges[0] ?? NONE, ranges[1] ?? NONE]), location }
}

/** The table as rules: one for each time of the day, with its weekdays. Null when a time ends before it begins. */
export function writeWeek(week: WeekHours, location: LocationId, firstOn: CalendarDay): readonly HoursRow[] | null {
  const rows = new Map<string, { fromMin: number; toMin: number; codes: string[] }>()
  for (const [day, ranges] of week.entries()) {
    for (const { from, to } of ranges) {
      if (from === '' && to === '') continue
      const [fromMin, toMin] = [minutes(from), minutes(to)]
      if (fromMin === null || toMin === null || toMin <= fromMin) return null
      const row = rows.get(`${from}-${to}`) ?? { fromMin, toMin, codes: [] }
      rows.set(`${from}-${to}`, { ...row, codes: [...row.codes, CODES[day] ?? ''] })
    }
  }
  return [...rows.values()].map(({ fromMin, toMin, codes }) => ({
    location,
    rrule: `FREQ=WEEKLY;BYDAY=${codes.join(',')}`,
    firstOn,
    fromMin,
    toMin,
  }))
}

function minutes(time: string): number | null {
  const parts = /^(\d\d):(\d\d)$/.exec(time)
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null
}

/** Midnight at the end of a day can't be typed as a time: a minute before is what is shown. */
function clock(minute: number): string {
  const shown = Math.min(minute, 24 * 60 - 1)
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`
}

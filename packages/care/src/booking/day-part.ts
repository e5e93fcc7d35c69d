/** The earliest slot in each part of a day: what most people want to see first. */
import type { LocationId } from '../kernel/index.ts'
import type { Slot } from './slots.ts'

export type DayPart = 'morning' | 'afternoon' | 'evening'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const [NOON, EVENING] = [12, 17]

/** Until noon, until five, after: on the location's clock. */
export function dayPartOf({ wallMs }: Pick<Slot, 'wallMs'>): DayPart {
  const hour = Math.floor((((wallMs % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS)
  return hour < NOON ? 'morning' : hour < EVENING ? 'afternoon' : 'evening'
}

/** Of slots in order, the first in each part of each day at each location, in order. */
export function earliestInEachPart(slots: readonly Slot[]): readonly Slot[] {
  const seen = new Set<string>()
  return slots.filter((slot) => {
    const part = partKey(slot, slot.location)
    if (seen.has(part)) return false
    seen.add(part)
    return true
  })
}

function partKey(slot: Slot, location: LocationId): string {
  return `${Math.floor(slot.wallMs / DAY_MS)} ${dayPartOf(slot)} ${location}`
}

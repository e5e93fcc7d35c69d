/** When a clinician is there: recurring hours, other hours on single days, and closures. */
import type { AccountId, LocationId } from '../kernel/index.ts'
import { type EpochDay, epochDayOf, recurs } from './recurrence.ts'
import { type Spans, spansOf } from './span.ts'
import type { BookableLocation, OpenMinutes, Supply } from './supply.ts'
import { epochMsAtWall, type ZoneClock } from './zone.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

export type OpenPart = OpenMinutes & { readonly location: LocationId }

/** A clinician's hours on one day, wherever: other hours replace the recurring ones, and a closure takes both. */
export function openPartsOn(supply: Supply, clinician: AccountId, day: EpochDay): readonly OpenPart[] {
  const other = supply.otherHours.find((one) => one.clinician === clinician && epochDayOf(one.on) === day)
  const parts = other
    ? other.hours
    : supply.hours.filter(
        (hours) => hours.clinician === clinician && recurs(hours.recurrence, epochDayOf(hours.firstOn), day),
      )
  return parts.filter(({ location }) => !isClosed(supply, location, day))
}

/** The clinician's open time at a location on the days from one to another, both included, as spans of instants. */
export function openTime(
  supply: Supply,
  clinician: AccountId,
  { location, clock }: { readonly location: BookableLocation; readonly clock: ZoneClock },
  { fromOn, toOn }: { readonly fromOn: EpochDay; readonly toOn: EpochDay },
): Spans {
  const days = Array.from({ length: toOn - fromOn + 1 }, (_, index) => fromOn + index)
  const at = (day: EpochDay, minute: number) => epochMsAtWall(clock, day * DAY_MS + minute * MINUTE_MS)
  return spansOf(
    days.flatMap((day) =>
      openPartsOn(supply, clinician, day)
        .filter((part) => part.location === location.id)
        .map(({ fromMin, toMin }) => ({ fromMs: at(day, fromMin), toMs: at(day, toMin) })),
    ),
  )
}

function isClosed({ closures }: Supply, location: LocationId, day: EpochDay): boolean {
  return closures.some(
    (closure) =>
      (closure.location === null || closure.location === location) &&
      epochDayOf(closure.fromOn) <= day &&
      day <= epochDayOf(closure.toOn),
  )
}

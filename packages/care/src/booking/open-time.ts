/** When a clinician is there: recurring hours, other hours on single days, and closures, as spans of instants. */
import type { AccountId } from '../kernel/index.ts'
import { daysRecurring, type EpochDay, epochDayOf } from './recurrence.ts'
import { type Span, type Spans, spansOf } from './span.ts'
import type { BookableLocation, Hours, OpenMinutes, Supply } from './supply.ts'
import { epochMsAtWall, type ZoneClock } from './zone.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The clinician's open time at a location on the days from one to another, both included. */
export function openTime(
  supply: Supply,
  clinician: AccountId,
  { location, clock }: { readonly location: BookableLocation; readonly clock: ZoneClock },
  days: { readonly fromOn: EpochDay; readonly toOn: EpochDay },
): Spans {
  const other = otherDays(supply, clinician)
  const closed = closedDays(supply, location)
  const open: Span[] = []
  const add = (day: EpochDay, hours: OpenMinutes) => {
    if (!closed(day)) open.push(onClock(clock, day, hours))
  }
  for (const hours of supply.hours) {
    if (hours.clinician !== clinician || hours.location !== location.id) continue
    for (const day of daysOf(hours, days)) if (!other.has(day)) add(day, hours)
  }
  for (const [day, { hours }] of other) {
    if (day < days.fromOn || day > days.toOn) continue
    for (const part of hours) if (part.location === location.id) add(day, part)
  }
  return spansOf(open)
}

function daysOf(hours: Hours, { fromOn, toOn }: { readonly fromOn: EpochDay; readonly toOn: EpochDay }) {
  return daysRecurring(hours.recurrence, epochDayOf(hours.firstOn), fromOn, toOn)
}

function otherDays(supply: Supply, clinician: AccountId) {
  return new Map(
    supply.otherHours.filter((other) => other.clinician === clinician).map((other) => [epochDayOf(other.on), other]),
  )
}

function closedDays(supply: Supply, location: BookableLocation): (day: EpochDay) => boolean {
  const closures = supply.closures
    .filter((closure) => closure.location === null || closure.location === location.id)
    .map(({ fromOn, toOn }) => [epochDayOf(fromOn), epochDayOf(toOn)] as const)
  return (day) => closures.some(([fromOn, toOn]) => fromOn <= day && day <= toOn)
}

function onClock(clock: ZoneClock, day: EpochDay, { fromMin, toMin }: OpenMinutes): Span {
  const midnight = day * DAY_MS
  return {
    fromMs: epochMsAtWall(clock, midnight + fromMin * MINUTE_MS),
    toMs: epochMsAtWall(clock, midnight + toMin * MINUTE_MS),
  }
}

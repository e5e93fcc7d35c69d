/**
 * The shape of events as devices send them, numbered. A device may have slept through an update with entries that nobody has
 * seen yet, so the version before the newest is still taken.
 *
 * 1: the first. 2: `skewMs` beside an event's time, `answers` of an addendum; `answers` and `reason` of a needle.
 */
export const EVENT_VERSIONS = [1, 2] as const
export type EventVersion = (typeof EVENT_VERSIONS)[number]
/** What this program's own devices send. */
export const EVENT_VERSION: EventVersion = 2

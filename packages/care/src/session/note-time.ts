/** Instants as people at the clinic read them: in its zone, day before month, 24 hours. */
import { epochMsOf, type CalendarDay, type Instant } from '../kernel/index.ts'

export type NoteClock = {
  /** `10:04:10` */
  readonly time: (at: Instant) => string
  /** `10:04` */
  readonly minute: (at: Instant) => string
  /** `23 Nov 2026, 10:04` */
  readonly dayAndMinute: (at: Instant) => string
  /** `23 Nov 2026, 10:04:10` */
  readonly dayAndTime: (at: Instant) => string
  /** `Monday 23 November 2026, 10:00` */
  readonly longDay: (at: Instant) => string
  /** The clinic's day: a birthday begins at its midnight. */
  readonly calendarDay: (at: Instant) => CalendarDay
}

/** Made once a zone: building a format costs more than using it a thousand times. */
const clocks = new Map<string, NoteClock>()

/** @param zone an IANA zone such as `Europe/Dublin`; throws a RangeError for one that doesn't exist */
export function clockOf(zone: string): NoteClock {
  const known = clocks.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const read = (at: Instant): Parts => {
    const parts = new Map(format.formatToParts(epochMsOf(at)).map(({ type, value }) => [type, value]))
    return (type) => parts.get(type) ?? ''
  }
  const clock: NoteClock = {
    time: (at) => timeOf(read(at)),
    minute: (at) => timeOf(read(at)).slice(0, 5),
    dayAndMinute: (at) => `${dayOf(read(at))}, ${timeOf(read(at)).slice(0, 5)}`,
    dayAndTime: (at) => `${dayOf(read(at))}, ${timeOf(read(at))}`,
    longDay: (at) => {
      const part = read(at)
      return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}, ${timeOf(part).slice(0, 5)}`
    },
    calendarDay: (at) => {
      const part = read(at)
      const month = String(MONTHS.indexOf(part('month').slice(0, 3)) + 1).padStart(2, '0')
      return `${part('year')}-${month}-${part('day').padStart(2, '0')}` as CalendarDay
    },
  }
  if (clocks.size < 100) clocks.set(zone, clock)
  return clock
}

type Parts = (type: Intl.DateTimeFormatPartTypes) => string

function timeOf(part: Parts): string {
  return `${part('hour')}:${part('minute')}:${part('second')}`
}

function dayOf(part: Parts): string {
  return `${part('day')} ${part('month').slice(0, 3)} ${part('year')}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** @example dayWords('1992-02-03') // '3 Feb 1992' */
export function dayWords(day: CalendarDay): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}

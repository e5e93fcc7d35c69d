/**
 * Calendar files (RFC 5545, iTIP RFC 5546): what a mail carries, and a feed that a calendar subscribes to.
 *
 * Times are the promised wall time with the zone by name, and the zone's clock is written along from the zone data in use
 * (VTIMEZONE), so that no reader needs a zone table of its own. Of a wall time that comes twice readers take either (seen:
 * ical.js takes the second, RFC 5545 means the first), so such a time is written in UTC. As little as possible stands in them: who reads a shared
 * calendar must not learn what is treated.
 */
import { type Instant, must } from '../kernel/index.ts'
import { epochMsAtWall, isShownTwice, type WallTime, wallMsOf, wallTimeOf, type ZoneClock } from './zone.ts'

export type CalendarEntry = {
  /** The same for one booking forever: a calendar finds the entry by it. */
  readonly uid: string
  /** Counts the moves: the higher one wins. */
  readonly sequence: number
  readonly startWall: WallTime
  readonly endWall: WallTime
  readonly zone: string
  readonly summary: string
  readonly location: string
  readonly description: string
  readonly cancelled: boolean
  /** When it was last changed. */
  readonly changedAt: Instant
}

export type CalendarFile = {
  /** `REQUEST` asks for an entry or changes it, `CANCEL` takes it out, `PUBLISH` is a feed. */
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  readonly organizer: { readonly name: string; readonly email: string } | null
  readonly attendee: { readonly name: string; readonly email: string } | null
  readonly entries: readonly CalendarEntry[]
  /** Of each zone that an entry names, over the time of its entries. */
  readonly clocks: readonly ZoneClock[]
}

/** The file as text, lines folded at 75 octets, CRLF throughout. */
export function calendarFile({ method, organizer, attendee, entries, clocks }: CalendarFile): string {
  const people = [
    ...(organizer ? [`ORGANIZER;${common(organizer.name)}:mailto:${organizer.email}`] : []),
    ...(attendee ? [`ATTENDEE;${common(attendee.name)};PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${attendee.email}`] : []),
  ]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Unknot//Unknot//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...clocks.flatMap(zoneLines),
    ...entries.flatMap((entry) => entryLines(entry, clockOf(clocks, entry.zone), people)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function clockOf(clocks: readonly ZoneClock[], zone: string): ZoneClock {
  return must(
    clocks.find((clock) => clock.zone === zone),
    'a calendar file has the clock of each zone in it',
  )
}

function entryLines(entry: CalendarEntry, clock: ZoneClock, people: readonly string[]): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escape(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${compact(entry.changedAt.slice(0, 19))}Z`,
    `DTSTART${timeOf(clock, entry.startWall)}`,
    `DTEND${timeOf(clock, entry.endWall)}`,
    `SUMMARY:${escape(entry.summary)}`,
    ...(entry.location === '' ? [] : [`LOCATION:${escape(entry.location)}`]),
    ...(entry.description === '' ? [] : [`DESCRIPTION:${escape(entry.description)}`]),
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    ...people,
    'END:VEVENT',
  ]
}

function timeOf(clock: ZoneClock, wall: WallTime): string {
  const wallMs = wallMsOf(wall)
  if (!isShownTwice(clock, wallMs)) return `;TZID=${clock.zone}:${compact(wall)}00`
  return `:${compact(wallTimeOf(epochMsAtWall(clock, wallMs)))}00Z`
}

/** One observance for each span of the clock, with its own start: no rule that a later law could make untrue. */
function zoneLines({ zone, spans }: ZoneClock): readonly string[] {
  const observances = spans.flatMap(({ fromMs, offsetMs }, index) => {
    const before = spans[index - 1]?.offsetMs ?? offsetMs
    const kind = offsetMs > before ? 'DAYLIGHT' : 'STANDARD'
    // An observance begins at what the clock shows just before it. The first one reaches back as far as anybody looks.
    const start = index === 0 ? '19700101T0000' : compact(wallTimeOf(fromMs + before))
    const offsets = [`TZOFFSETFROM:${offset(before)}`, `TZOFFSETTO:${offset(offsetMs)}`]
    return [`BEGIN:${kind}`, `DTSTART:${start}00`, ...offsets, `END:${kind}`]
  })
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE']
}

/** `2026-11-25T09:30` as `20261125T0930`. */
function compact(time: string): string {
  return time.replaceAll(/[-:]/g, '')
}

/** `+0130`. Seconds, of long ago, are left out. */
function offset(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}

function escape(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n|\r/g, '\\n')
}

/** A quoted parameter can hold neither quotes nor line ends. */
function common(name: string): string {
  return `CN="${name.replaceAll(/["\r\n]/g, ' ')}"`
}

/** Lines longer than 75 octets go on in the next one, after a space; a letter of several octets is never cut. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
      octets = 0
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

/** In UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

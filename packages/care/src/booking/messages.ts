/**
 * Which messages a booking leads to, and when each is due.
 *
 * Nothing is mailed in the first minutes after a change, so that a slip can be undone unseen; what is mailed then speaks of the
 * booking as it stands at that moment. Reminders keep quiet hours on the clinic's clock: one that would fall into the night goes
 * out in the evening before it. One that would come too late to be of use, or before the confirmation, is left out.
 */
import type { BookingState } from './booking-state.ts'
import { epochMsAtWall, wallMsAt, type ZoneClock } from './zone.ts'

export type MessageKind = 'confirmation' | 'moved' | 'cancelled' | 'reminder-first' | 'reminder-last'

export type MessageRules = {
  /** How long a change can be undone before anything is mailed. */
  readonly undoMin: number
  /** How long before the start, the longer first. */
  readonly remindersMin: { readonly first: number; readonly last: number }
  /** Minutes after midnight on the clinic's clock; from evening over midnight to morning. */
  readonly quiet: { readonly fromMin: number; readonly toMin: number }
}

/** Reminders 48 and 3 hours before; quiet from nine in the evening to eight in the morning. */
export const USUAL_MESSAGES: MessageRules = {
  undoMin: 3,
  remindersMin: { first: 48 * 60, last: 3 * 60 },
  quiet: { fromMin: 21 * 60, toMin: 8 * 60 },
}

export type DueMessage = { readonly kind: MessageKind; readonly sequence: number; readonly dueMs: number }
export type SentMessage = { readonly kind: MessageKind; readonly sequence: number }

export type MessageSubject = {
  readonly state: BookingState
  readonly startMs: number
  /** Counts the moves. */
  readonly sequence: number
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * What is to be sent from now on, given what was sent. Whatever was due and isn't in the answer is no longer wanted.
 *
 * @param clock the clinic's, around the booking
 */
export function messagesFor(
  booking: MessageSubject,
  sent: readonly SentMessage[],
  { rules, clock, nowMs }: { readonly rules: MessageRules; readonly clock: ZoneClock; readonly nowMs: number },
): readonly DueMessage[] {
  const { state, sequence, startMs } = booking
  const soonMs = nowMs + rules.undoMin * MINUTE_MS
  const told = sent.filter(({ kind }) => kind === 'confirmation' || kind === 'moved')
  if (state === 'cancelled') {
    // Nobody is told that something is off that they never heard of.
    if (told.length === 0 || startMs <= nowMs) return []
    // About to begin: who is on the way is told at once.
    return [{ kind: 'cancelled', sequence, dueMs: startMs <= soonMs ? nowMs : soonMs }]
  }
  if ((state !== 'booked' && state !== 'late') || startMs <= soonMs) return []
  const news: DueMessage[] = []
  if (told.length === 0) news.push({ kind: 'confirmation', sequence, dueMs: soonMs })
  else if (told.every((message) => message.sequence < sequence)) news.push({ kind: 'moved', sequence, dueMs: soonMs })
  const reminders = (['first', 'last'] as const).flatMap((which): DueMessage[] => {
    const dueMs = outOfQuiet(startMs - rules.remindersMin[which] * MINUTE_MS, rules.quiet, clock)
    return dueMs > soonMs ? [{ kind: `reminder-${which}`, sequence, dueMs }] : []
  })
  // In the evening before an early start both would come at one moment: one is enough.
  const [first, last] = reminders
  return [...news, ...(first && last && first.dueMs >= last.dueMs ? [last] : reminders)]
}

/** The same moment, or the last one before the quiet hours that it falls into. */
function outOfQuiet(dueMs: number, { fromMin, toMin }: MessageRules['quiet'], clock: ZoneClock): number {
  const wallMs = wallMsAt(clock, dueMs)
  const midnightMs = Math.floor(wallMs / DAY_MS) * DAY_MS
  const minute = Math.floor((wallMs - midnightMs) / MINUTE_MS)
  if (minute < toMin) return epochMsAtWall(clock, midnightMs - DAY_MS + (fromMin - 1) * MINUTE_MS)
  return minute >= fromMin ? epochMsAtWall(clock, midnightMs + (fromMin - 1) * MINUTE_MS) : dueMs
}

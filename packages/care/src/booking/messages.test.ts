/** Messages: what is told when, and what is never told. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BOOKING_STATES } from './booking-state.ts'
import { HARD_ZONES } from './hard-zones.fixture.ts'
import { type DueMessage, type MessageSubject, messagesFor, type SentMessage, USUAL_MESSAGES } from './messages.ts'
import { wallMsAt, wallTimeAt, zoneClock } from './zone.ts'

const NOW = Date.parse('2026-11-20T10:00Z')
const DAY = 86_400_000
const clock = zoneClock('Europe/Dublin', NOW, NOW + 30 * DAY)
const subject: MessageSubject = { state: 'booked', startMs: Date.parse('2026-11-26T14:00Z'), sequence: 0 }

function due(booking: Partial<MessageSubject>, sent: readonly SentMessage[] = [], nowMs = NOW): string[] {
  const messages = messagesFor({ ...subject, ...booking }, sent, { rules: USUAL_MESSAGES, clock, nowMs })
  return messages.map(({ kind, dueMs }: DueMessage) => `${kind} ${wallTimeAt(clock, dueMs)}`)
}

test('a booking is confirmed after three minutes and reminded of 48 and 3 hours before', () => {
  expect(due({})).toEqual([
    'confirmation 2026-11-20T10:03',
    'reminder-first 2026-11-24T14:00',
    'reminder-last 2026-11-26T11:00',
  ])
})

test('moved before anything was mailed, the confirmation speaks of the new time; moved after, the move is told', () => {
  expect(due({ sequence: 1 })[0]).toBe('confirmation 2026-11-20T10:03')
  const sent: SentMessage[] = [{ kind: 'confirmation', sequence: 0 }]
  expect(due({ sequence: 1 }, sent)[0]).toBe('moved 2026-11-20T10:03')
  expect(due({ sequence: 1 }, [...sent, { kind: 'moved', sequence: 1 }])[0]).toBe('reminder-first 2026-11-24T14:00')
})

test('a cancellation is told to those who had been told of the booking, and never of what is past', () => {
  expect(due({ state: 'cancelled' })).toEqual([])
  const sent: SentMessage[] = [{ kind: 'confirmation', sequence: 0 }]
  expect(due({ state: 'cancelled' }, sent)).toEqual(['cancelled 2026-11-20T10:03'])
  expect(due({ state: 'cancelled' }, sent, subject.startMs - 60_000)).toEqual(['cancelled 2026-11-26T13:59'])
  expect(due({ state: 'cancelled' }, sent, subject.startMs)).toEqual([])
})

test('a reminder that would fall into the night comes in the evening before, and both at once are one', () => {
  // 08:00 less three hours is five in the morning.
  expect(due({ startMs: Date.parse('2026-11-26T08:00Z') })).toEqual([
    'confirmation 2026-11-20T10:03',
    'reminder-first 2026-11-24T08:00',
    'reminder-last 2026-11-25T20:59',
  ])
  expect(due({ startMs: Date.parse('2026-11-26T07:59Z') })[1]).toBe('reminder-first 2026-11-23T20:59')
})

test('what would come too late is left out', () => {
  // 09:00 in two days: three hours before lies in the night.
  expect(due({ startMs: NOW + 47 * 3_600_000 })).toEqual([
    'confirmation 2026-11-20T10:03',
    'reminder-last 2026-11-21T20:59',
  ])
  expect(due({ startMs: NOW + 2 * 3_600_000 })).toEqual(['confirmation 2026-11-20T10:03'])
  expect(due({ startMs: NOW + 2 * 60_000 })).toEqual([])
})

test('whatever happens: never in the quiet hours but news, never after the start, each kind once, nothing for what is over', () => {
  let reminders = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...HARD_ZONES),
      fc.constantFrom(...BOOKING_STATES),
      fc.integer({ min: -2000, max: 12_000 }),
      fc.integer({ min: 0, max: 3 }),
      fc.boolean(),
      (zone, state, aheadMin, sequence, wasTold) => {
        const ownClock = zoneClock(zone, NOW, NOW + 12 * DAY)
        const startMs = NOW + aheadMin * 60_000
        const sent: SentMessage[] = wasTold ? [{ kind: 'confirmation', sequence: 0 }] : []
        const messages = messagesFor({ state, startMs, sequence }, sent, {
          rules: USUAL_MESSAGES,
          clock: ownClock,
          nowMs: NOW,
        })
        expect(new Set(messages.map(({ kind }) => kind)).size).toBe(messages.length)
        for (const { kind, dueMs } of messages) {
          expect(dueMs).toBeLessThan(startMs)
          expect(dueMs).toBeGreaterThanOrEqual(NOW)
          if (!kind.startsWith('reminder')) continue
          reminders += 1
          const minute = (((wallMsAt(ownClock, dueMs) / 60_000) % 1440) + 1440) % 1440
          expect(minute >= 8 * 60 && minute < 21 * 60, `${zone} ${minute}`).toBe(true)
        }
        if (state !== 'booked' && state !== 'late' && state !== 'cancelled') expect(messages).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
  expect(reminders).toBeGreaterThan(20)
})

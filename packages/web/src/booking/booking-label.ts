/** A booking in one line, as a screen reader says it. */
import type { BookingView } from '@unknot/wire/booking'
import { BOOKING_WORDS as W } from './booking.words.ts'
import { lengthMinOf } from './diary-layout.ts'

/** `Maja Lindqvist, Needling session, 09:00, 45 minutes, with Rosa Okafor, arrived, overbooked` */
export function bookingLabel(booking: BookingView): string {
  const parts = [
    booking.name ?? W.nobody,
    booking.serviceName,
    booking.wall.slice(11),
    W.minutes(lengthMinOf(booking)),
    `${W.with.toLowerCase()} ${booking.clinicianName}`,
    W.state(booking.state),
    booking.overbookReason === null ? '' : W.overbooked,
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** `RO` of `Rosa Okafor` */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

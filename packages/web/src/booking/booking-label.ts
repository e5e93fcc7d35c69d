/** What a screen reader says of a booking after what stands on the screen, and initials for a narrow lane. */
import type { BookingView } from '@unknot/wire/booking'
import { BOOKING_WORDS as W } from './booking.words.ts'
import { lengthMinOf } from './diary-layout.ts'

/** `, Needling session, 45 minutes, with Rosa Okafor, arrived, overbooked` */
export function bookingRest(booking: BookingView): string {
  const parts = [
    booking.serviceName,
    W.minutes(lengthMinOf(booking)),
    `${W.with.toLowerCase()} ${booking.clinicianName}`,
    W.state(booking.state),
    booking.overbookReason === null ? '' : W.overbooked,
  ]
  return parts
    .filter((part) => part !== '')
    .map((part) => `, ${part}`)
    .join('')
}

/** `RO` of `Rosa Okafor` */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

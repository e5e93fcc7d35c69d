/**
 * Ids: UUIDs, made by whoever makes the thing (tablet or server), never by the database.
 * Version 7 starts with the instant, so that rows made together lie together.
 */
import { assert } from './assert.ts'
import type { Brand } from './brand.ts'

export type ClinicId = Brand<string, 'ClinicId'>
export type LocationId = Brand<string, 'LocationId'>
export type AccountId = Brand<string, 'AccountId'>
export type PatientId = Brand<string, 'PatientId'>
export type ScreeningId = Brand<string, 'ScreeningId'>
export type LetterId = Brand<string, 'LetterId'>
export type ConsentTextId = Brand<string, 'ConsentTextId'>
export type ConsentId = Brand<string, 'ConsentId'>
export type SessionId = Brand<string, 'SessionId'>
export type EventId = Brand<string, 'EventId'>
export type NeedleId = Brand<string, 'NeedleId'>
export type PlanId = Brand<string, 'PlanId'>
export type DeviceId = Brand<string, 'DeviceId'>

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** True for a lower-case UUID of any version 1 to 8. */
export function isUuid(text: string): boolean {
  return uuidShape.test(text)
}

/** A trusted text as an id of the kind that the caller names. Throws when it is no UUID: check input with `isUuid` first. */
export function asId<Id extends string>(text: string): Id {
  assert(isUuid(text), 'not a lower-case UUID')
  return text as Id
}

/**
 * UUID version 7 (RFC 9562 section 5.7).
 *
 * @param epochMs milliseconds since 1970, 0 to 2^48 - 1
 * @param random at least 10 random bytes
 */
export function uuidV7<Id extends string>(epochMs: number, random: Uint8Array): Id {
  assert(Number.isInteger(epochMs) && epochMs >= 0 && epochMs < 2 ** 48, 'epochMs out of range')
  assert(random.length >= 10, 'uuidV7 needs 10 random bytes')
  const bytes = [...timeBytes(epochMs), ...random.subarray(0, 10)]
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
}

/** The 48-bit instant, most significant byte first. */
function timeBytes(epochMs: number): number[] {
  return [40, 32, 24, 16, 8, 0].map((shift) => Math.floor(epochMs / 2 ** shift) % 256)
}

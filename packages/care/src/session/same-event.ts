/**
 * Whether an event that comes a second time is the same one, whatever the order of its keys. What was measured of the
 * device's clock is no part of what happened: it may have been measured between two tries.
 */
import type { SessionEvent } from './event.ts'

export function isSameEvent(one: SessionEvent, other: SessionEvent): boolean {
  return isSame({ ...one, skewMs: undefined }, { ...other, skewMs: undefined })
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = definedKeys(one)
  if (keys.length !== definedKeys(other).length) return false
  return keys.every((key) => isSame((one as Fields)[key], (other as Fields)[key]))
}

type Fields = Readonly<Record<string, unknown>>

/** A field that is undefined is one that isn't there: JSON doesn't carry it. */
function definedKeys(value: object): readonly string[] {
  return Object.keys(value).filter((key) => (value as Fields)[key] !== undefined)
}

/**
 * The seal of a session: one SHA-256 over its events in their order.
 *
 * It goes over the events' meaning, not their bytes: the database keeps no order of keys, so keys are sorted first. The same
 * comparison says whether an event that is sent a second time is the same event.
 */
import { createHash } from 'node:crypto'
import { assert } from '@unknot/care/kernel'

/** JSON with sorted keys and without spaces. Fields that are undefined are left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`)
    return `{${fields.join(',')}}`
  }
  const text = JSON.stringify(value)
  assert(typeof text === 'string', 'only what JSON can say has a seal')
  return text
}

/** Lower-case hexadecimal. Each event is hashed together with the seal of those before it, so that order counts. */
export function sealOf(events: readonly unknown[]): string {
  let seal = ''
  for (const event of events) {
    seal = createHash('sha256')
      .update(`${seal}\n${canonicalJson(event)}`, 'utf8')
      .digest('hex')
  }
  return seal === '' ? createHash('sha256').digest('hex') : seal
}

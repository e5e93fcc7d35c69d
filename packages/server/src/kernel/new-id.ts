/** New ids, in the order in which they were asked for, so that entries of one request keep their order in the audit trail. */
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '@unknot/care/kernel'

/**
 * UUID version 7 with a counter in its first 12 random bits (RFC 9562 section 6.2, method 1).
 * When the clock steps back or more than 2,048 are made in a millisecond, the ids run ahead of it.
 */
export function idMaker(clock: () => number = Date.now): <Id extends string>() => Id {
  let lastMs = 0
  let count = 0
  return <Id extends string>() => {
    const random = randomBytes(10)
    const now = clock()
    if (now > lastMs) {
      lastMs = now
      // Begins in the lower half, so that there is room to count.
      count = random.readUInt16BE(0) & 0x7ff
    } else if (count < 0xfff) count += 1
    else {
      lastMs += 1
      count = random.readUInt16BE(0) & 0x7ff
    }
    random.writeUInt16BE(count, 0)
    return uuidV7<Id>(lastMs, random)
  }
}

/** Ids made on the device: by the clock and the browser's own random source, which also works without https. */
import { uuidV7 } from '@unknot/care/kernel'

export function newId<Id extends string>(): Id {
  return uuidV7<Id>(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

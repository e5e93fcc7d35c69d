/**
 * Secrets that must be read again, such as those of authenticator apps, sealed before they reach a table (AES-256-GCM).
 *
 * The key lies in `kernel_secret`, which the app's role can't read, and is handed in at boot: whoever gets at the tables through
 * the app's role, by whatever hole, finds nothing to sign in with. A copy of the whole database holds the key, too.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { assert } from '@unknot/care/kernel'

export type Vault = {
  /** `about` says whose secret it is: sealed text that is moved to another row doesn't open there. */
  readonly seal: (text: string, about: string) => string
  /** Throws when the text was changed, moved, or sealed by another installation. */
  readonly open: (sealed: string, about: string) => string
}

const FORM = 'v1.'
const IV_BYTES = 12
const TAG_BYTES = 16

/** True for text that a vault sealed. */
export function isSealed(text: string): boolean {
  return text.startsWith(FORM)
}

export function vaultOf(key: Buffer): Vault {
  assert(key.length === 32, 'a vault has a key of 256 bits')
  return {
    seal: (text, about) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return FORM + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open: (sealed, about) => {
      assert(isSealed(sealed), 'this was never sealed')
      const bytes = Buffer.from(sealed.slice(FORM.length), 'base64url')
      const [iv, rest] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES)]
      const options = { authTagLength: TAG_BYTES }
      const decipher = createDecipheriv('aes-256-gcm', key, iv, options).setAAD(Buffer.from(about))
      decipher.setAuthTag(rest.subarray(0, TAG_BYTES))
      return Buffer.concat([decipher.update(rest.subarray(TAG_BYTES)), decipher.final()]).toString('utf8')
    },
  }
}

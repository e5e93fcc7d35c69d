/** The secret that a browser or another system shows with each request: `<clinicId>.<256 random bits, base64url>`. */
import { createHash, randomBytes } from 'node:crypto'
import { asId, type ClinicId, isUuid } from '@unknot/care/kernel'

export type ReadToken = { readonly clinic: ClinicId; readonly hash: Buffer }

export function makeToken(clinic: ClinicId): { readonly token: string; readonly hash: Buffer } {
  const secret = randomBytes(32).toString('base64url')
  return { token: `${clinic}.${secret}`, hash: sha256(secret) }
}

/** Which clinic to ask and which hash to look for, or null for anything that can't be a token. */
export function readToken(token: string): ReadToken | null {
  const [clinic = '', secret = '', ...more] = token.split('.')
  if (more.length > 0 || !isUuid(clinic) || !/^[\w-]{43}$/.test(secret)) return null
  return { clinic: asId<ClinicId>(clinic), hash: sha256(secret) }
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}

/** What an e-mail is looked up by: nobody has two accounts by writing it in capitals. */
export function emailHash(email: string): Buffer {
  return sha256(email.trim().toLowerCase())
}

/**
 * Passwords at rest: argon2id with the parameters of OWASP's Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane).
 *
 * The same letters typed on another keyboard may come as other code points, so they are brought to one form first
 * (NIST SP 800-63B 3.1.1.2).
 */
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// The library's default algorithm is argon2id; the database refuses any other.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), PARAMETERS)
}

/** With null it works as long and says false, so that the time tells nobody whether an account exists. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await noOnesHash()), password.normalize('NFKC'))
  return fits && passwordHash !== null
}

let noOnes: Promise<string> | null = null

function noOnesHash(): Promise<string> {
  noOnes ??= hashPassword(randomBytes(32).toString('base64'))
  return noOnes
}

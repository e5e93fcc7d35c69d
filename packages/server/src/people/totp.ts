/**
 * Six-digit codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, one step of leeway to either side, the form that every
 * app reads), and the recovery codes for the day when the phone is lost.
 */
import { randomBytes } from 'node:crypto'
import { epochMsOf, type Instant } from '@unknot/care/kernel'
import { Secret, TOTP } from 'otpauth'
import { sha256 } from './token.ts'

const PERIOD_S = 30
const RECOVERY_CODE_COUNT = 10

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the QR code holds. */
export function totpUri(secret: string, email: string, clinicName: string): string {
  return totpOf(secret, email, `Unknot ${clinicName}`).toString()
}

/** The time step that the code belongs to, or null when it is wrong. Whether that step was used is the caller's to check. */
export function stepOfCode(secret: string, code: string, at: Instant): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const timestamp = epochMsOf(at)
  const delta = totpOf(secret, '', '').validate({ token: code, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_S) + delta
}

/** Ten codes of 80 random bits, such as `k3vd-9x2p-…`, shown once. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODE_COUNT }, () => {
    const letters = [...randomBytes(16)].map((byte) => 'abcdefghjkmnpqrstuvwxyz23456789x'[byte % 32])
    return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
  })
}

/** Capitals, spaces and dashes don't matter. */
export function recoveryCodeHash(code: string): Buffer {
  return sha256(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

/** Six digits with or without spaces are a code of the app; anything else can only be a recovery code. */
export function appCode(code: string): string | null {
  const digits = code.replace(/\s/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

function totpOf(secret: string, label: string, issuer: string): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), label, issuer, algorithm: 'SHA1', digits: 6, period: PERIOD_S })
}

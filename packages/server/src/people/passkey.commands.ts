/**
 * Passkeys: added by somebody who is signed in, then enough to sign in without e-mail and password.
 *
 * The authenticator checks the person (user verification is required), so that a passkey counts as two factors. It tells us
 * clinic and account by itself: both ids are the user handle that it was given. A challenge lives five minutes and serves once.
 */
import {
  type AccountId,
  asId,
  type ClinicId,
  epochMsOf,
  err,
  type Instant,
  instantOf,
  isUuid,
  ok,
  type Result,
} from '@unknot/care/kernel'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'
import { type Actor, audit, type Database, type Queries } from '../kernel/index.ts'
import { findAccount } from './account.store.ts'
import { BEFORE_ANY_CLINIC } from './before-any-clinic.ts'
import {
  addChallenge,
  addPasskeyRow,
  listPasskeysOf,
  lockPasskey,
  markPasskeyUsed,
  type Passkey,
  takeChallenge,
} from './passkey.store.ts'
import type { AuditFrom, SignInProblem } from './sign-in.commands.ts'
import { beginSignIn, type Begun, type Origin } from './sign-in.ts'
import { chargeAttempt, takeBack } from './throttle.ts'

const CHALLENGE_LASTS_S = 300
const PASSKEYS_MAX = 20

/** Whom the authenticator talks to: the site's domain and the address that the browser shows. */
export type RelyingParty = { readonly id: string; readonly name: string; readonly origin: string }

/** From the configured public address, or the one that the browser asked. */
export function relyingPartyOf(publicUrl: string): RelyingParty {
  const url = new URL(publicUrl)
  return { id: url.hostname, name: 'Unknot', origin: url.origin }
}

export async function passkeyOptions(
  tx: Queries,
  actor: Actor,
  email: string,
  party: RelyingParty,
  at: Instant,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const passkeys = await listPasskeysOf(tx, actor.clinic, actor.account)
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userID: userHandle(actor.clinic, actor.account),
    userName: email,
    userDisplayName: actor.name,
    attestationType: 'none',
    excludeCredentials: passkeys.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: CHALLENGE_LASTS_S * 1000,
  })
  const challenge = { challenge: options.challenge, purpose: 'add-passkey', account: actor.account } as const
  await addChallenge(tx, actor.clinic, { ...challenge, expiresAt: later(at) }, at)
  return options
}

export type AddPasskeyProblem = { readonly code: 'passkey-refused' } | { readonly code: 'too-many-passkeys' }

/** What the authenticator is checked against: a challenge of ours that served now, for this once. */
type Answered = { readonly party: RelyingParty; readonly challenge: string | null }

/** Uses the challenge up, in a statement of its own: whatever comes of the adding, it doesn't come back. Null when it isn't fresh. */
export async function useAddChallenge(
  db: Database,
  { clinic, account }: Actor,
  credential: RegistrationResponseJSON,
  at: Instant,
): Promise<string | null> {
  const challenge = challengeOf(credential)
  if (challenge === null) return null
  const isFresh = await db.onClinic(clinic, (queries) =>
    takeChallenge(queries, clinic, challenge, 'add-passkey', account, at),
  )
  return isFresh ? challenge : null
}

export async function addPasskey(
  tx: Queries,
  actor: Actor,
  given: { readonly id: string; readonly name: string; readonly credential: RegistrationResponseJSON },
  { party, challenge }: Answered,
  at: Instant,
): Promise<Result<Passkey, AddPasskeyProblem>> {
  const { clinic, account } = actor
  if (challenge === null) return err({ code: 'passkey-refused' })
  if ((await listPasskeysOf(tx, clinic, account)).length >= PASSKEYS_MAX) return err({ code: 'too-many-passkeys' })
  const verified = await quietly(() =>
    verifyRegistrationResponse({
      response: given.credential,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    }),
  )
  if (!verified?.verified) return err({ code: 'passkey-refused' })
  const { credential } = verified.registrationInfo
  const passkey: Passkey = {
    id: given.id,
    account,
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
    name: given.name,
    addedAt: at,
    usedAt: null,
  }
  return (await addPasskeyRow(tx, clinic, passkey)) ? ok(passkey) : err({ code: 'passkey-refused' })
}

/** Public, so counted by address: each one leaves a row until it is swept. */
export async function passkeySignInOptions(
  db: Database,
  party: RelyingParty,
  at: Instant,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    timeout: CHALLENGE_LASTS_S * 1000,
  })
  const challenge = { challenge: options.challenge, purpose: 'sign-in', account: null, expiresAt: later(at) } as const
  await db.inClinic(BEFORE_ANY_CLINIC, (tx) => addChallenge(tx, BEFORE_ANY_CLINIC, challenge, at))
  return options
}

export type PasskeySignIn = {
  readonly credential: AuthenticationResponseJSON
  readonly party: RelyingParty
  readonly origin: Origin
  readonly at: Instant
}

export async function passkeySignIn(
  db: Database,
  from: AuditFrom,
  command: PasskeySignIn,
): Promise<Result<Begun, SignInProblem>> {
  const { credential, origin, at } = command
  const charged = await chargeAttempt(db, origin.address, null, at)
  if (charged.kind === 'wait') return err({ code: 'too-many-tries', retryAfterS: charged.retryAfterS })
  const who = readUserHandle(credential.response.userHandle)
  const challenge = challengeOf(credential)
  // Taken out before anything else is looked at, and stays out whatever comes: it serves once.
  const isFresh =
    challenge !== null &&
    (await db.onClinic(BEFORE_ANY_CLINIC, (queries) =>
      takeChallenge(queries, BEFORE_ANY_CLINIC, challenge, 'sign-in', null, at),
    ))
  if (!who || !isFresh) return err({ code: 'sign-in-refused' })
  const begun = await db.inClinic(who.clinic, (tx) => enterByPasskey(tx, from, who, challenge, command))
  if (begun.ok) await takeBack(db, charged.charges, true, at)
  return begun
}

async function enterByPasskey(
  tx: Queries,
  from: AuditFrom,
  { clinic, account }: Handle,
  challenge: string,
  { credential, party, origin, at }: PasskeySignIn,
): Promise<Result<Begun, SignInProblem>> {
  const passkey = await lockPasskey(tx, clinic, account, credential.id)
  const known = passkey && (await findAccount(tx, clinic, account))
  if (!passkey || !known?.active) return err({ code: 'sign-in-refused' })
  const verified = await quietly(() =>
    verifyAuthenticationResponse({
      response: credential,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: passkey.credentialId,
        publicKey: passkey.publicKey,
        counter: passkey.counter,
        transports: [...passkey.transports] as NonNullable<WebAuthnCredential['transports']>,
      },
      requireUserVerification: true,
    }),
  )
  if (!verified?.verified) return err({ code: 'sign-in-refused' })
  await markPasskeyUsed(tx, clinic, passkey.id, verified.authenticationInfo.newCounter, at)
  const begun = await beginSignIn(tx, { clinic, account, how: 'passkey' }, origin, at)
  await audit(tx, { ...from, clinic, actor: { account } }, { action: 'signed-in', subject: begun.signIn })
  return ok(begun)
}

/** The library throws on what an authenticator of ours would never send. From outside that is a refusal, not a bug. */
async function quietly<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify()
  } catch {
    return null
  }
}

type Handle = { readonly clinic: ClinicId; readonly account: AccountId }

/** 16 bytes of the clinic's id, then 16 of the account's. Says nothing about the person (WebAuthn 3, section 14.6.1). */
function userHandle(clinic: ClinicId, account: AccountId): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from((clinic + account).replaceAll('-', ''), 'hex'))
}

function readUserHandle(handle: string | null | undefined): Handle | null {
  const hex = Buffer.from(handle ?? '', 'base64url').toString('hex')
  if (hex.length !== 64) return null
  const [clinic, account] = [uuidOf(hex.slice(0, 32)), uuidOf(hex.slice(32))]
  return isUuid(clinic) && isUuid(account) ? { clinic: asId(clinic), account: asId(account) } : null
}

function uuidOf(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function challengeOf(credential: AuthenticationResponseJSON | RegistrationResponseJSON): string | null {
  try {
    const data: unknown = JSON.parse(Buffer.from(credential.response.clientDataJSON, 'base64url').toString('utf8'))
    const challenge = typeof data === 'object' && data !== null && 'challenge' in data ? data.challenge : null
    return typeof challenge === 'string' ? challenge : null
  } catch {
    return null
  }
}

function later(at: Instant): Instant {
  return instantOf(epochMsOf(at) + CHALLENGE_LASTS_S * 1000)
}

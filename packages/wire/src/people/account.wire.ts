/**
 * Signing in, one's own account, and the staff of a clinic.
 *
 * A browser gets its sign-in as a cookie that scripts can't read. Another system asks for it with `"as": "token"` and
 * sends it back as `Authorization: Bearer`.
 */
import type { AccountId, ClinicId } from '@unknot/care/kernel'
import { isEmail, ROLES } from '@unknot/care/people'
import * as z from 'zod/mini'
import { defineRoutes, idOf, instant, text } from '../kernel/index.ts'

export const emailField = text({ min: 1, max: 254 }).check(
  z.refine(isEmail, 'must be an e-mail address, such as name@example.org'),
)
/** Spaces count and nothing is trimmed: a password is taken as it was typed. Its rules are judged by the server. */
export const passwordField = z
  .string({ error: 'must be text' })
  .check(z.minLength(1, 'must not be empty'), z.maxLength(200, 'must have at most 200 characters'))
const codeField = text({ min: 6, max: 32 })
const rolesField = z
  .array(z.enum(ROLES))
  .check(z.minLength(1, 'must name at least one role'), z.maxLength(ROLES.length, 'must name each role once'))
const registrationField = z.nullable(text({ max: 100 }))
const account = idOf<AccountId>()
const passkey = idOf()
const signInId = idOf()

export const me = z.object({
  account,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(ROLES)),
  registration: z.nullable(z.string()),
  /** Somebody else chose the password: ask for a new one. */
  temporaryPassword: z.boolean(),
  totp: z.boolean(),
  passkeyCount: z.number(),
  clinic: z.object({
    id: idOf<ClinicId>(),
    name: z.string(),
    country: z.string(),
    timeZone: z.string(),
    emergencyNumber: z.nullable(z.string()),
    demo: z.boolean(),
  }),
  signIn: z.object({ id: signInId, expiresAt: instant, idleExpiresAt: instant }),
})
export type Me = z.output<typeof me>

const signedIn = z.object({
  me,
  /** Only when `"as": "token"` was asked for. */
  token: z.nullable(z.string()),
  /** Every clinic that this e-mail and password open, this one first. Sign in again with `clinic` to go to another. */
  clinics: z.array(z.object({ id: idOf<ClinicId>(), name: z.string() })),
})
export type SignedIn = z.output<typeof signedIn>

const as = z.optional(z.enum(['cookie', 'token']))

const base64url = z.string().check(z.regex(/^[\w-]{0,20000}=*$/, 'must be base64url'))
// What a browser hands over from an authenticator. Not strict: authenticators add fields over the years.
const webAuthnAnswer = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(2000)),
  rawId: z.string().check(z.minLength(1), z.maxLength(2000)),
  type: z.literal('public-key'),
  response: z.looseObject({
    clientDataJSON: z.string().check(z.minLength(1), z.maxLength(8000)),
    attestationObject: z.optional(base64url),
    authenticatorData: z.optional(base64url),
    signature: z.optional(base64url),
    userHandle: z.optional(z.nullable(base64url)),
    transports: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10))),
  }),
  clientExtensionResults: z.record(z.string(), z.unknown()),
})
/** WebAuthn's own options object: hand it to the browser as it is. */
const webAuthnOptions = z.looseObject({ challenge: z.string() })

const passwordAgain = z.strictObject({ password: passwordField })

const passkeyLine = z.object({ id: passkey, name: z.string(), addedAt: instant, usedAt: z.nullable(instant) })
const signInLine = z.object({
  id: signInId,
  startedAt: instant,
  usedAt: instant,
  expiresAt: instant,
  /** What the browser called itself. */
  device: z.string(),
  address: z.string(),
  how: z.enum(['password', 'password-and-totp', 'password-and-recovery-code', 'passkey', 'set-up', 'demo']),
  current: z.boolean(),
})
export type SignInLine = z.output<typeof signInLine>

const staffMember = z.object({
  id: account,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(ROLES)),
  registration: z.nullable(z.string()),
  active: z.boolean(),
  totp: z.boolean(),
  passkeyCount: z.number(),
  temporaryPassword: z.boolean(),
})
export type StaffMember = z.output<typeof staffMember>

export const accountRoutes = defineRoutes({
  signIn: {
    method: 'POST',
    path: '/api/sign-in',
    access: 'public',
    summary: 'Sign in by e-mail and password, with a code where the account has TOTP (401 totp-needed asks for it)',
    body: z.strictObject({
      email: emailField,
      password: passwordField,
      /** Six digits of TOTP, or a recovery code. */
      code: z.optional(codeField),
      clinic: z.optional(idOf<ClinicId>()),
      as,
    }),
    answer: signedIn,
  },
  forgotPassword: {
    method: 'POST',
    path: '/api/sign-in/forgotten',
    access: 'public',
    summary:
      'Ask for a mail with a link to choose a new password; the answer is the same whether anybody has the e-mail',
    body: z.strictObject({ email: emailField }),
    status: 204,
  },
  choosePassword: {
    method: 'POST',
    path: '/api/sign-in/choose-password',
    access: 'public',
    summary:
      'Choose a password by the token of a mailed link, which works once and for an hour; every sign-in of the account ends',
    body: z.strictObject({ token: text({ min: 1, max: 200 }), password: passwordField }),
    status: 204,
  },
  signOut: { method: 'POST', path: '/api/sign-out', access: 'signed-in', summary: 'End this sign-in', status: 204 },
  me: { method: 'GET', path: '/api/me', access: 'signed-in', summary: 'Who is signed in, and where', answer: me },
  changePassword: {
    method: 'POST',
    path: '/api/me/password',
    access: 'signed-in',
    summary: 'Change the password; every other sign-in of the account ends',
    body: z.strictObject({ password: passwordField, newPassword: passwordField }),
    status: 204,
  },
  startTotp: {
    method: 'POST',
    path: '/api/me/totp',
    access: 'signed-in',
    summary: 'Get a secret for an authenticator app; it counts once confirmed',
    body: passwordAgain,
    answer: z.object({ secret: z.string(), uri: z.string() }),
  },
  confirmTotp: {
    method: 'POST',
    path: '/api/me/totp/confirm',
    access: 'signed-in',
    summary: 'Confirm the authenticator app with a code; answers recovery codes, shown once',
    body: z.strictObject({ code: codeField }),
    answer: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  removeTotp: {
    method: 'DELETE',
    path: '/api/me/totp',
    access: 'signed-in',
    summary: 'Stop asking for a code',
    body: passwordAgain,
    status: 204,
  },
  passkeyOptions: {
    method: 'POST',
    path: '/api/me/passkeys/options',
    access: 'signed-in',
    summary: 'Begin to add a passkey; good for five minutes',
    body: passwordAgain,
    answer: z.object({ options: webAuthnOptions }),
  },
  addPasskey: {
    method: 'POST',
    path: '/api/me/passkeys',
    access: 'signed-in',
    summary: 'Add the passkey that the browser made',
    body: z.strictObject({ name: text({ min: 1, max: 100 }), credential: webAuthnAnswer }),
    status: 201,
    answer: passkeyLine,
  },
  listPasskeys: {
    method: 'GET',
    path: '/api/me/passkeys',
    access: 'signed-in',
    summary: "One's own passkeys",
    answer: z.object({ passkeys: z.array(passkeyLine) }),
  },
  removePasskey: {
    method: 'DELETE',
    path: '/api/me/passkeys/:passkey',
    access: 'signed-in',
    summary: 'Remove a passkey',
    params: z.strictObject({ passkey }),
    status: 204,
  },
  passkeySignInOptions: {
    method: 'POST',
    path: '/api/sign-in/passkey/options',
    access: 'public',
    summary: 'Begin to sign in by passkey, without an e-mail; good for five minutes',
    answer: z.object({ options: webAuthnOptions }),
  },
  passkeySignIn: {
    method: 'POST',
    path: '/api/sign-in/passkey',
    access: 'public',
    summary: 'Sign in with what the authenticator answered',
    body: z.strictObject({ credential: webAuthnAnswer, as }),
    answer: signedIn,
  },
  listSignIns: {
    method: 'GET',
    path: '/api/me/sign-ins',
    access: 'signed-in',
    summary: 'Where this account is signed in',
    answer: z.object({ signIns: z.array(signInLine) }),
  },
  revokeSignIn: {
    method: 'DELETE',
    path: '/api/me/sign-ins/:signIn',
    access: 'signed-in',
    summary: 'End one of the sign-ins of this account',
    params: z.strictObject({ signIn: signInId }),
    status: 204,
  },
  listStaff: {
    method: 'GET',
    path: '/api/staff',
    access: ['owner'],
    summary: 'Everybody who has an account in the clinic',
    answer: z.object({ staff: z.array(staffMember) }),
  },
  addStaff: {
    method: 'POST',
    path: '/api/staff',
    access: ['owner'],
    summary: 'Give somebody an account, with a first password that they are asked to change',
    body: z.strictObject({
      id: account,
      name: text({ min: 1, max: 200 }),
      email: emailField,
      roles: rolesField,
      registration: registrationField,
      password: passwordField,
    }),
    status: 201,
    answer: staffMember,
  },
  changeStaff: {
    method: 'PATCH',
    path: '/api/staff/:account',
    access: ['owner'],
    summary: 'Change roles, switch an account off or on, give a new first password, or remove a lost authenticator app',
    params: z.strictObject({ account }),
    body: z.strictObject({
      name: z.optional(text({ min: 1, max: 200 })),
      roles: z.optional(rolesField),
      registration: z.optional(registrationField),
      active: z.optional(z.boolean()),
      newPassword: z.optional(passwordField),
      removeTotp: z.optional(z.literal(true)),
    }),
    answer: staffMember,
  },
})

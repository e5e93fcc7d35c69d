/** Signing in, one's own account, and staff, over HTTP. What these routes refuse is worded in `people.refusals.ts`. */
import { ok } from '@unknot/care/kernel'
import { accountRoutes as routes, type SignedIn as SignedInWire } from '@unknot/wire/people'
import { type App, audit, type Call, notThere, serve } from '../kernel/index.ts'
import {
  changePassword,
  confirmPassword,
  confirmTotp,
  hashNewPassword,
  removeTotp,
  startTotp,
} from './account.commands.ts'
import { findAccount, listAccounts } from './account.store.ts'
import type { FindClinicFacts } from './clinic-facts.ts'
import {
  addPasskey,
  passkeyOptions,
  passkeySignIn,
  passkeySignInOptions,
  relyingPartyOf,
  useAddChallenge,
} from './passkey.commands.ts'
import { listPasskeysOf, removePasskeyRow } from './passkey.store.ts'
import { presentPasskey, presentSignIn, presentStaff, readMe } from './people.presenter.ts'
import { refuseAgain, refusePasskey, refusePassword, refuseSignIn, refuseStaff, refuseTotp } from './people.refusals.ts'
import { type Begun, endsAt, type Origin, SIGN_IN_LASTS_S } from './sign-in.ts'
import { signIn } from './sign-in.commands.ts'
import { listSignIns, revokeSignIn } from './sign-in.store.ts'
import { addStaff, changeStaff } from './staff.commands.ts'

type Needs = { readonly findClinic: FindClinicFacts }
type Caller = Pick<Call, 'userAgent' | 'fromAddress'>

export function originOf(call: Caller): Origin {
  return { device: call.userAgent, address: call.fromAddress }
}

/** A browser gets its cookie, another system its token. Never both: a script in a page must not see the token. */
export function handOver(
  call: Pick<Call, 'setSignInCookie'>,
  token: string,
  as: 'cookie' | 'token' | undefined,
): string | null {
  if (as === 'token') return token
  call.setSignInCookie({ token, maxAgeS: SIGN_IN_LASTS_S })
  return null
}

export function serveSignIn(app: App, { findClinic }: Needs): void {
  const present = async (
    call: Pick<Call, 'db' | 'setSignInCookie'>,
    begun: Begun,
    clinics: readonly Begun['clinic'][],
    as: 'cookie' | 'token' | undefined,
  ): Promise<SignedInWire> => {
    const named = []
    for (const id of clinics) {
      const facts = await call.db.onClinic(id, (queries) => findClinic(queries, id))
      if (facts) named.push({ id, name: facts.name })
    }
    const me = await call.db.onClinic(begun.clinic, (queries) => readMe(queries, findClinic, begun))
    return { me, token: handOver(call, begun.token, as), clinics: named }
  }

  serve(app, routes.signIn, async (call) => {
    const { email, password, code = null, clinic = null, as } = call.body
    const command = { email, password, code, clinic, origin: originOf(call), at: call.at }
    const signed = await signIn(call.db, call, command)
    if (!signed.ok) return refuseSignIn(signed.problem)
    return ok(await present(call, signed.value, signed.value.clinics, as))
  })
  serve(app, routes.passkeySignInOptions, async (call) => {
    const options = await passkeySignInOptions(call.db, relyingPartyOf(call.origin), call.at)
    return ok({ options: { ...options } })
  })
  serve(app, routes.passkeySignIn, async (call) => {
    const command = {
      // The library checks every field of it.
      credential: call.body.credential as never,
      party: relyingPartyOf(call.origin),
      origin: originOf(call),
      at: call.at,
    }
    const signed = await passkeySignIn(call.db, call, command)
    if (!signed.ok) return refuseSignIn(signed.problem)
    return ok(await present(call, signed.value, [signed.value.clinic], call.body.as))
  })
  serve(app, routes.signOut, async (call) => {
    const { clinic, account, signIn: id } = call.actor
    await call.db.inClinic(clinic, async (tx) => {
      await revokeSignIn(tx, clinic, account, id, call.at)
      await audit(tx, call, { action: 'signed-out', subject: id })
    })
    call.setSignInCookie(null)
    return ok(undefined)
  })
}

export function serveOwnAccount(app: App, { findClinic }: Needs): void {
  const again = (call: Pick<Call<typeof routes.startTotp>, 'actor' | 'body' | 'db' | 'fromAddress' | 'at'>) =>
    confirmPassword(call.db, {
      actor: call.actor,
      password: call.body.password,
      address: call.fromAddress,
      at: call.at,
    })

  serve(app, routes.me, async (call) =>
    ok(await call.db.onClinic(call.clinic, (queries) => readMe(queries, findClinic, call.actor))),
  )
  serve(app, routes.changePassword, async (call) => {
    const confirmed = await again(call)
    if (!confirmed.ok) return refuseAgain(confirmed.problem)
    const { email, name } = confirmed.value
    const hashed = await hashNewPassword(call.body.newPassword, [email, name, call.body.password])
    if (!hashed.ok) return refusePassword(hashed.problem, '/newPassword')
    await call.db.inClinic(call.clinic, async (tx) => {
      await changePassword(tx, call.actor, hashed.value, call.at)
      await audit(tx, call, { action: 'password-changed', subject: call.actor.account })
    })
    return ok(undefined)
  })
  serve(app, routes.startTotp, async (call) => {
    const confirmed = await again(call)
    if (!confirmed.ok) return refuseAgain(confirmed.problem)
    return call.db.inClinic(call.clinic, async (tx) => {
      const clinic = await findClinic(tx, call.clinic)
      return ok(await startTotp(tx, call.vault, call.actor, confirmed.value.email, clinic?.name ?? ''))
    })
  })
  serve(app, routes.confirmTotp, async (call) => {
    const confirmed = await call.db.inClinic(call.clinic, async (tx) => {
      const codes = await confirmTotp(tx, call.vault, call.actor, call.body.code, call.at)
      if (codes.ok) await audit(tx, call, { action: 'totp-added', subject: call.actor.account })
      return codes
    })
    return confirmed.ok ? ok({ recoveryCodes: [...confirmed.value] }) : refuseTotp(confirmed.problem)
  })
  serve(app, routes.removeTotp, async (call) => {
    const confirmed = await again(call)
    if (!confirmed.ok) return refuseAgain(confirmed.problem)
    await call.db.inClinic(call.clinic, async (tx) => {
      await removeTotp(tx, call.clinic, call.actor.account)
      await audit(tx, call, { action: 'totp-removed', subject: call.actor.account })
    })
    return ok(undefined)
  })
  serve(app, routes.listSignIns, async (call) => {
    const all = await call.db.onClinic(call.clinic, (queries) => listSignIns(queries, call.clinic, call.actor.account))
    const open = all.filter((one) => one.revokedAt === null && endsAt(one) > call.at)
    return ok({ signIns: open.map((one) => presentSignIn(one, call.actor.signIn)) })
  })
  serve(app, routes.revokeSignIn, async (call) => {
    const { signIn: id } = call.params
    const isRevoked = await call.db.inClinic(call.clinic, async (tx) => {
      if (!(await revokeSignIn(tx, call.clinic, call.actor.account, id, call.at))) return false
      await audit(tx, call, { action: 'sign-in-revoked', subject: id })
      return true
    })
    return isRevoked ? ok(undefined) : notThere()
  })
}

export function servePasskeys(app: App): void {
  serve(app, routes.passkeyOptions, async (call) => {
    const { actor, at, body, db, fromAddress } = call
    const confirmed = await confirmPassword(db, { actor, password: body.password, address: fromAddress, at })
    if (!confirmed.ok) return refuseAgain(confirmed.problem)
    const party = relyingPartyOf(call.origin)
    const options = await db.inClinic(call.clinic, (tx) => passkeyOptions(tx, actor, confirmed.value.email, party, at))
    return ok({ options: { ...options } })
  })
  serve(app, routes.addPasskey, async (call) => {
    const { actor, at, db, body } = call
    // The library checks every field of it.
    const given = { id: call.newId(), name: body.name, credential: body.credential as never }
    const challenge = await useAddChallenge(db, actor, given.credential, at)
    const answered = { party: relyingPartyOf(call.origin), challenge }
    const added = await db.inClinic(call.clinic, async (tx) => {
      const passkey = await addPasskey(tx, actor, given, answered, at)
      if (passkey.ok) await audit(tx, call, { action: 'passkey-added', subject: passkey.value.id })
      return passkey
    })
    return added.ok ? ok(presentPasskey(added.value)) : refusePasskey(added.problem)
  })
  serve(app, routes.listPasskeys, async (call) => {
    const passkeys = await call.db.onClinic(call.clinic, (queries) =>
      listPasskeysOf(queries, call.clinic, call.actor.account),
    )
    return ok({ passkeys: passkeys.map(presentPasskey) })
  })
  serve(app, routes.removePasskey, async (call) => {
    const { passkey } = call.params
    const isRemoved = await call.db.inClinic(call.clinic, async (tx) => {
      if (!(await removePasskeyRow(tx, call.clinic, call.actor.account, passkey))) return false
      await audit(tx, call, { action: 'passkey-removed', subject: passkey })
      return true
    })
    return isRemoved ? ok(undefined) : notThere()
  })
}

export function serveStaff(app: App): void {
  serve(app, routes.listStaff, async (call) => {
    const staff = await call.db.onClinic(call.clinic, (queries) => listAccounts(queries, call.clinic))
    return ok({ staff: staff.map(presentStaff) })
  })
  serve(app, routes.addStaff, async (call) => {
    const { id, name, email, roles, registration, password } = call.body
    const hashed = await hashNewPassword(password, [email, name])
    if (!hashed.ok) return refusePassword(hashed.problem, '/password')
    const account = { id, name, email, roles, registration, passwordHash: hashed.value, passwordTemporary: true }
    const added = await call.db.inClinic(call.clinic, async (tx) => {
      const staff = await addStaff(tx, call.clinic, account, call.at)
      if (staff.ok) await audit(tx, call, { action: 'staff-added', subject: id })
      return staff
    })
    return added.ok ? ok(presentStaff(added.value)) : refuseStaff(added.problem)
  })
  serve(app, routes.changeStaff, async (call) => {
    const { newPassword, ...change } = call.body
    const { account } = call.params
    const known = await call.db.onClinic(call.clinic, (queries) => findAccount(queries, call.clinic, account))
    if (!known) return notThere()
    const hashed = newPassword === undefined ? null : await hashNewPassword(newPassword, [known.email, known.name])
    if (hashed && !hashed.ok) return refusePassword(hashed.problem, '/newPassword')
    const command = { ...change, newPasswordHash: hashed?.value }
    const changed = await call.db.inClinic(call.clinic, async (tx) => {
      const staff = await changeStaff(tx, call.clinic, account, command, call.at)
      if (staff.ok) await audit(tx, call, { action: 'staff-changed', subject: account })
      return staff
    })
    return changed.ok ? ok(presentStaff(changed.value)) : refuseStaff(changed.problem)
  })
}

/**
 * From an empty installation to a clinic: a real one with its owner, or the demo.
 *
 * Anybody may ask for it, so each command looks at what is there under one lock: there is never a second first clinic, and
 * never a demo beside a real one. Who sets up is signed in at once.
 */
import { randomBytes } from 'node:crypto'
import { checkClinic, type ClinicDraft, type ClinicProblem, jurisdictionOf } from '@unknot/care/clinic'
import {
  type AccountId,
  type ClinicId,
  err,
  type Instant,
  type LocationId,
  must,
  ok,
  type Result,
} from '@unknot/care/kernel'
import type { PasswordProblem, Role } from '@unknot/care/people'
import { audit, type Database, listClinics, type Queries, recordClinic, throwAwayDemo } from '../kernel/index.ts'
import {
  addAccount,
  type AuditFrom,
  beginSignIn,
  type Begun,
  type How,
  hashNewPassword,
  listAccounts,
  type Origin,
  setPassword,
} from '../people/index.ts'
import { addClinic, addLocationRow, installedKinds, lockInstall } from './clinic.store.ts'

export type InstallState = 'empty' | 'ready' | 'demo'

export async function installState(db: Database): Promise<InstallState> {
  return stateOf((await listClinics(db)).map(({ kind }) => kind))
}

export type OwnerDraft = {
  readonly name: string
  readonly email: string
  readonly password: string
  /** Treats patients, too. */
  readonly treats: boolean
  readonly registration: string | null
}

export type SetUpProblem = ClinicProblem | PasswordProblem | { readonly code: 'already-set-up' }

export type SetUp = {
  readonly clinic: ClinicDraft
  readonly locationName: string | null
  readonly owner: OwnerDraft
  readonly origin: Origin
}

/** Makes the clinic, its first location and its owner, and signs the owner in. A demo may stand beside it until thrown away. */
export async function setUpClinic(db: Database, from: AuditFrom, command: SetUp): Promise<Result<Begun, SetUpProblem>> {
  const checked = checkClinic(command.clinic, zoneExists)
  if (!checked.ok) return checked
  // Looked at once without the lock, so that a stranger can't keep the machine busy hashing.
  if ((await installState(db)) === 'ready') return err({ code: 'already-set-up' })
  const { owner } = command
  const hashed = await hashNewPassword(owner.password, [owner.email, owner.name, checked.value.name])
  if (!hashed.ok) return hashed
  const clinic = from.newId<ClinicId>()
  return db.inClinic(clinic, async (tx) => {
    await lockInstall(tx)
    if (stateOf(await installedKinds(tx)) === 'ready') return err({ code: 'already-set-up' })
    await makeClinic(tx, { id: clinic, kind: 'clinic', draft: checked.value, locationName: command.locationName }, from)
    const account = from.newId<AccountId>()
    const roles: readonly Role[] = owner.treats ? ['owner', 'clinician'] : ['owner']
    const { name, email, registration } = owner
    const row = { id: account, name, email, registration, roles, passwordHash: hashed.value, passwordTemporary: false }
    await addAccount(tx, clinic, row, from.at)
    return ok(await enter(tx, { clinic, account, how: 'set-up', action: 'clinic-set-up' }, from, command.origin))
  })
}

/** Fills the new demo clinic with its invented patients. The path's last room knows how, and hands it in. */
export type FillDemo = (
  tx: Queries,
  demo: { readonly clinic: ClinicId; readonly accounts: Readonly<Record<Role, AccountId>>; readonly at: Instant },
) => Promise<void>

export type DemoSignIn = { readonly role: Role; readonly email: string; readonly password: string }
export type Demo = { readonly clinic: ClinicId; readonly accounts: Readonly<Record<Role, AccountId>> }
export type DemoProblem = { readonly code: 'already-set-up' }

const DEMO_STAFF: Readonly<Record<Role, { readonly name: string; readonly roles: readonly Role[] }>> = {
  owner: { name: 'Olwen Okafor', roles: ['owner'] },
  clinician: { name: 'Dana Reyes', roles: ['clinician'] },
  desk: { name: 'Finn Aalto', roles: ['desk'] },
}

/** The demo clinic, made and filled when it isn't there yet; never beside a real clinic. */
export async function ensureDemo(db: Database, from: AuditFrom, fill: FillDemo): Promise<Result<Demo, DemoProblem>> {
  const known = await findDemo(db)
  if (known) return ok(known)
  const clinic = from.newId<ClinicId>()
  // Nobody knows this password, and the demo is entered without one; `resetDemoPasswords` gives one to who wants it.
  const hashed = await hashNewPassword(freshPassword(), [])
  if (!hashed.ok) return err({ code: 'already-set-up' })
  const made = await db.inClinic(clinic, async (tx): Promise<Result<Demo | null, DemoProblem>> => {
    await lockInstall(tx)
    const kinds = await installedKinds(tx)
    if (kinds.includes('clinic')) return err({ code: 'already-set-up' })
    if (kinds.includes('demo')) return ok(null)
    await makeClinic(tx, { id: clinic, kind: 'demo', draft: DEMO_CLINIC, locationName: 'Harbour Street' }, from)
    const accounts = {
      owner: from.newId<AccountId>(),
      clinician: from.newId<AccountId>(),
      desk: from.newId<AccountId>(),
    }
    for (const role of ['owner', 'clinician', 'desk'] as const) {
      const { name, roles } = DEMO_STAFF[role]
      const registration = role === 'clinician' ? 'DEMO-0001' : null
      const row = { id: accounts[role], name, email: emailOf(role), roles, registration }
      await addAccount(tx, clinic, { ...row, passwordHash: hashed.value, passwordTemporary: false }, from.at)
    }
    await fill(tx, { clinic, accounts, at: from.at })
    return ok({ clinic, accounts })
  })
  if (!made.ok) return made
  // Null: somebody else was faster by a moment.
  return ok(made.value ?? must(await findDemo(db), 'the demo that is installed is there'))
}

/** Into the demo as one of its staff, without a password: everything in it is invented. */
export async function enterDemo(
  db: Database,
  from: AuditFrom,
  fill: FillDemo,
  role: Role,
  origin: Origin,
): Promise<Result<Begun, DemoProblem>> {
  // A demo that stands beside a real clinic isn't open to passers-by any more.
  if ((await installState(db)) === 'ready') return err({ code: 'already-set-up' })
  const demo = await ensureDemo(db, from, fill)
  if (!demo.ok) return demo
  const { clinic, accounts } = demo.value
  const who = { clinic, account: accounts[role], how: 'demo', action: 'demo-entered' } as const
  return ok(await db.inClinic(clinic, (tx) => enter(tx, who, from, origin)))
}

/** New passwords for the demo's staff, for `unknot demo` to print. */
export async function resetDemoPasswords(db: Database, demo: Demo): Promise<readonly DemoSignIn[]> {
  const signIns: DemoSignIn[] = []
  for (const role of ['owner', 'clinician', 'desk'] as const) {
    const password = freshPassword()
    const hashed = await hashNewPassword(password, [])
    if (!hashed.ok) continue
    await db.inClinic(demo.clinic, (tx) => setPassword(tx, demo.clinic, demo.accounts[role], hashed.value, false))
    signIns.push({ role, email: emailOf(role), password })
  }
  return signIns
}

export type ThrowAwayProblem = { readonly code: 'not-the-demo' }

/** Deletes the demo clinic with everything in it. Asked by somebody who is in it. */
export async function throwAwayDemoClinic(db: Database, clinic: ClinicId): Promise<Result<null, ThrowAwayProblem>> {
  const isDemo = (await listClinics(db)).some(({ id, kind }) => id === clinic && kind === 'demo')
  if (!isDemo) return err({ code: 'not-the-demo' })
  await throwAwayDemo(db, clinic)
  return ok(null)
}

/** True for a name that this machine's zone data has. */
export function zoneExists(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const DEMO_CLINIC: ClinicDraft = {
  name: 'Harbour Street Physiotherapy (demo)',
  country: 'IE',
  timeZone: 'Europe/Dublin',
  jurisdiction: 'ie',
  emergencyNumber: '112',
}

type NewClinic = {
  readonly id: ClinicId
  readonly kind: 'clinic' | 'demo'
  readonly draft: ClinicDraft
  readonly locationName: string | null
}

async function makeClinic(tx: Queries, { id, kind, draft, locationName }: NewClinic, from: AuditFrom): Promise<void> {
  const entry = must(jurisdictionOf(draft.jurisdiction), 'a checked clinic names a jurisdiction')
  await recordClinic(tx, id, kind)
  await addClinic(tx, { ...draft, id, rules: entry.rules, rulesNote: '' }, from.at)
  const location = { id: from.newId<LocationId>(), name: locationName ?? draft.name, address: '', phone: null }
  await addLocationRow(tx, id, location, from.at)
}

async function enter(
  tx: Queries,
  who: { readonly clinic: ClinicId; readonly account: AccountId; readonly how: How; readonly action: string },
  from: AuditFrom,
  origin: Origin,
): Promise<Begun> {
  const begun = await beginSignIn(tx, who, origin, from.at)
  const source = { ...from, clinic: who.clinic, actor: { account: who.account } }
  await audit(tx, source, { action: who.action, subject: begun.signIn })
  return begun
}

async function findDemo(db: Database): Promise<Demo | null> {
  const demo = (await listClinics(db)).find(({ kind }) => kind === 'demo')
  if (!demo) return null
  const staff = await db.onClinic(demo.id, (queries) => listAccounts(queries, demo.id))
  const idOf = (role: Role) =>
    must(
      staff.find(({ email }) => email === emailOf(role)),
      'the demo has its staff',
    ).id
  return { clinic: demo.id, accounts: { owner: idOf('owner'), clinician: idOf('clinician'), desk: idOf('desk') } }
}

function emailOf(role: Role): string {
  return `${role}@demo.example`
}

function freshPassword(): string {
  return randomBytes(12).toString('base64url')
}

function stateOf(kinds: readonly ('clinic' | 'demo')[]): InstallState {
  if (kinds.includes('clinic')) return 'ready'
  return kinds.includes('demo') ? 'demo' : 'empty'
}

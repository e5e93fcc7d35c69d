/** The staff of a clinic: accounts given, changed and switched off by an owner. A clinic always keeps one active owner. */
import { type AccountId, type ClinicId, err, type Instant, must, ok, type Result } from '@unknot/care/kernel'
import type { Role } from '@unknot/care/people'
import type { Queries } from '../kernel/index.ts'
import {
  type Account,
  addAccount,
  changeAccount,
  findAccount,
  lockOwners,
  type NewAccount,
  otherOwnerCount,
  setPassword,
} from './account.store.ts'
import { revokeOtherSignIns } from './sign-in.store.ts'
import { removeTotpOf } from './totp.store.ts'

export type AddStaffProblem = { readonly code: 'email-or-id-taken' }

export async function addStaff(
  tx: Queries,
  clinic: ClinicId,
  account: NewAccount,
  at: Instant,
): Promise<Result<Account, AddStaffProblem>> {
  const added = await addAccount(tx, clinic, { ...account, roles: eachOnce(account.roles) }, at)
  if (!added) return err({ code: 'email-or-id-taken' })
  return ok(must(await findAccount(tx, clinic, account.id), 'an account just added is there'))
}

export type StaffChange = {
  readonly name?: string | undefined
  readonly roles?: readonly Role[] | undefined
  readonly registration?: string | null | undefined
  readonly active?: boolean | undefined
  readonly newPasswordHash?: string | undefined
  readonly removeTotp?: true | undefined
}

export type ChangeStaffProblem = { readonly code: 'account-not-found' } | { readonly code: 'last-owner' }

/** Leaves alone what isn't named. Who is switched off, or gets a new password, is signed out everywhere. */
export async function changeStaff(
  tx: Queries,
  clinic: ClinicId,
  account: AccountId,
  change: StaffChange,
  at: Instant,
): Promise<Result<Account, ChangeStaffProblem>> {
  await lockOwners(tx, clinic)
  const known = await findAccount(tx, clinic, account)
  if (!known) return err({ code: 'account-not-found' })
  const next = {
    name: change.name ?? known.name,
    roles: eachOnce(change.roles ?? known.roles),
    registration: change.registration === undefined ? known.registration : change.registration,
    active: change.active ?? known.active,
  }
  const staysOwner = next.active && next.roles.includes('owner')
  if (!staysOwner && (await otherOwnerCount(tx, clinic, account)) === 0) return err({ code: 'last-owner' })
  await changeAccount(tx, clinic, account, next)
  if (change.newPasswordHash) await setPassword(tx, clinic, account, change.newPasswordHash, true)
  if (change.removeTotp) await removeTotpOf(tx, clinic, account)
  if (!next.active || change.newPasswordHash) await revokeOtherSignIns(tx, clinic, account, null, at)
  return ok(must(await findAccount(tx, clinic, account), 'an account just changed is there'))
}

function eachOnce(roles: readonly Role[]): readonly Role[] {
  return [...new Set(roles)]
}

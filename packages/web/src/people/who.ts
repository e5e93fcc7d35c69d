/**
 * Who is signed in here. Asked of the server; without a network the last answer on this device counts, so that the room opens
 * on a tablet that was reloaded. What is kept holds no patient.
 */
import { useQuery } from '@tanstack/react-query'
import { must } from '@unknot/care/kernel'
import { type Action, may } from '@unknot/care/people'
import { accountRoutes, type Me } from '@unknot/wire/people'
import { call, canSeal, deviceVault, dropAnswers, keyOf, problemOf, queryClient } from '../kernel/index.ts'

const KEPT = 'unknot-me'
const USED = 'unknot-used-at'
const SIGN_OUT_DUE = 'unknot-sign-out-due'
const UNUSED_LOCKS_MS = 3_600_000

const whoQuery = {
  queryKey: keyOf(accountRoutes.me),
  queryFn: async (): Promise<Me> => {
    try {
      const me = await call(accountRoutes.me, {}, { onSignInNeeded: 'throw' })
      localStorage.setItem(KEPT, JSON.stringify(me))
      return me
    } catch (error) {
      const kept = localStorage.getItem(KEPT)
      if (problemOf(error).code === 'no-network' && kept !== null) return JSON.parse(kept) as Me
      throw error
    }
  },
  staleTime: 60_000,
  retry: false,
}

/** For the router's guard: who is signed in, or the refusal; and whether the device's vault must be unlocked first. */
export async function fetchWho(): Promise<{ readonly me: Me; readonly isLocked: boolean }> {
  await endLateSignOut()
  const me = await queryClient.ensureQueryData(whoQuery)
  if (!canSeal()) return { me, isLocked: false }
  const state = await deviceVault.openFor(me.account)
  if (state.kind !== 'open' || !isLongUnused()) return { me, isLocked: state.kind === 'locked' }
  return { me, isLocked: await deviceVault.lock() }
}

/** Somebody touched the page: the device locks by itself an hour after the last touch, as the server ends a sign-in then. */
export function noteUse(): void {
  localStorage.setItem(USED, String(Date.now()))
}

function isLongUnused(): boolean {
  const usedMs = Number(localStorage.getItem(USED) ?? Date.now())
  return Date.now() - usedMs > UNUSED_LOCKS_MS
}

/** Signed out here without a network: the server is told as soon as it can be reached, before anything else is asked of it. */
async function endLateSignOut(): Promise<void> {
  if (localStorage.getItem(SIGN_OUT_DUE) === null) return
  try {
    await call(accountRoutes.signOut, {}, { onSignInNeeded: 'throw' })
  } catch (error) {
    if (problemOf(error).code === 'no-network') throw error
  }
  localStorage.removeItem(SIGN_OUT_DUE)
}

/** Inside the app frame, where somebody is signed in for certain. */
export function useMe(): Me {
  return must(useQuery(whoQuery).data, 'a page of the frame is shown only to somebody signed in')
}

export function useMay(action: Action): boolean {
  return may({ roles: useMe().roles }, action)
}

/** After signing in, or a change of one's own account. */
export function nowSignedIn(me: Me): void {
  noteUse()
  localStorage.removeItem(SIGN_OUT_DUE)
  localStorage.setItem(KEPT, JSON.stringify(me))
  queryClient.setQueryData(whoQuery.queryKey, me)
}

export async function askWhoAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: whoQuery.queryKey })
}

/**
 * Forgets everything that was read on this page, and destroys the key of what is kept on this device, so that the next person
 * finds none of it. `isServerTold`: false when there was no network to end the sign-in by.
 */
export async function nowSignedOut(isServerTold = true): Promise<void> {
  const account = keptAccount()
  forgetPage()
  if (!isServerTold) localStorage.setItem(SIGN_OUT_DUE, 'yes')
  if (account !== null && canSeal()) {
    await deviceVault.destroy(account)
    await dropAnswers(account).catch(() => undefined)
  }
}

/** Forgets what this page shows. What the account left unsent stays sealed on the device, until that account is back. */
export function forgetPage(): void {
  localStorage.removeItem(KEPT)
  sessionStorage.clear()
  queryClient.clear()
}

function keptAccount(): string | null {
  const kept = localStorage.getItem(KEPT)
  return kept === null ? null : (JSON.parse(kept) as Me).account
}

/** Whose device this is, on the page that unlocks it. */
export function keptName(): string {
  const kept = localStorage.getItem(KEPT)
  return kept === null ? 'Nobody' : (JSON.parse(kept) as Me).name
}

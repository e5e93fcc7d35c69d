/**
 * Who is signed in here. Asked of the server; without a network the last answer on this device counts, so that the room opens
 * on a tablet that was reloaded. What is kept holds no patient.
 */
import { useQuery } from '@tanstack/react-query'
import { must } from '@unknot/care/kernel'
import { type Action, may } from '@unknot/care/people'
import { accountRoutes, type Me } from '@unknot/wire/people'
import { call, keyOf, problemOf, queryClient } from '../kernel/index.ts'

const KEPT = 'unknot-me'

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

/** For the router's guard: who is signed in, or the refusal. */
export function fetchWho(): Promise<Me> {
  return queryClient.ensureQueryData(whoQuery)
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
  localStorage.setItem(KEPT, JSON.stringify(me))
  queryClient.setQueryData(whoQuery.queryKey, me)
}

export async function askWhoAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: whoQuery.queryKey })
}

/** Forgets everything that was read on this page, so that the next person finds none of it. */
export function nowSignedOut(): void {
  localStorage.removeItem(KEPT)
  sessionStorage.clear()
  queryClient.clear()
}

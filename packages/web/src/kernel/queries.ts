/**
 * Reading and writing from a page: TanStack Query over `call`.
 *
 * A write is never paused or repeated by itself: when there is no network the page says so and keeps what was typed.
 */
import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { AnswerOf, Route } from '@unknot/wire/kernel'
import { type CallArgs, call, keyOf } from './api.ts'
import { problemOf } from './problem.ts'
import { keepAnswer, keptAnswer } from './vault/kept-answers.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (count, error) => problemOf(error).code === 'no-network' && count < 1,
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

type ReadOptions = { readonly isOn?: boolean; readonly keepsLast?: boolean; readonly everyMs?: number }

/** An answer of the server, kept fresh. `keepsLast` shows the last answer while the next one is on its way. */
export function useRead<const R extends Route>(
  route: R,
  args: CallArgs<R>,
  { isOn = true, keepsLast = false, everyMs }: ReadOptions = {},
): UseQueryResult<AnswerOf<R>> {
  return useQuery({
    queryKey: keyOf(route, args),
    queryFn: ({ signal }) => readOrRecall(route, args, signal) as Promise<AnswerOf<R>>,
    enabled: isOn,
    ...(keepsLast ? { placeholderData: (last: unknown) => last as never } : {}),
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  })
}

/** A write. Afterwards the answers of the routes in `changes` are asked for anew. */
export function useWrite<const R extends Route>(
  route: R,
  changes: readonly Route[] = [],
): UseMutationResult<AnswerOf<R>, Error, CallArgs<R>> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (args: CallArgs<R>) => (call as Caller)(route, args) as Promise<AnswerOf<R>>,
    onSuccess: async () => {
      await Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: [changed.path] })))
    },
  })
}

/**
 * Asks the server. Without a network the last answer on this device is shown, with the time at which it was kept: the read
 * still fails, so that the page says that what it shows is old.
 */
async function readOrRecall(route: Route, args: CallArgs<Route>, signal: AbortSignal): Promise<unknown> {
  const key = keyOf(route, args)
  try {
    const answer = await (call as Caller)(route, args, { signal })
    if (route.isKept) void keepAnswer(key, answer)
    return answer
  } catch (error) {
    if (route.isKept && problemOf(error).code === 'no-network' && queryClient.getQueryData(key) === undefined) {
      const kept = await keptAnswer(key)
      if (kept) queryClient.setQueryData(key, kept.answer, { updatedAt: kept.keptAtMs })
    }
    throw error
  }
}

/** `call` without its overloads: the types are checked where the hook is used. */
type Caller = (route: Route, args: unknown, options?: { readonly signal?: AbortSignal }) => Promise<unknown>

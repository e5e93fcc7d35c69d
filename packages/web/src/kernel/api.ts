/**
 * The one way to the server: `call(route, args)` over wire's route tables, so that a path, a body or an answer that doesn't
 * fit its table doesn't compile.
 *
 * What the server refuses is thrown as `Refused` with its problem; so is silence, as `no-network`. A sign-in that has ended
 * opens *sign in again* in place: whatever is typed stays on the screen, and the same call is made again afterwards.
 */
import type { AnswerOf, BodyIn, ParamsIn, QueryIn, Route } from '@unknot/wire/kernel'
import { noNetwork, problemFrom, Refused } from './problem.ts'

type Part<K extends string, V> = [V] extends [undefined]
  ? { readonly [P in K]?: undefined }
  : object extends V
    ? { readonly [P in K]?: V }
    : { readonly [P in K]: V }

export type CallArgs<R extends Route> = Part<'params', ParamsIn<R>> &
  Part<'query', QueryIn<R>> &
  Part<'body', BodyIn<R>>

type CallOptions = {
  readonly signal?: AbortSignal
  /** `throw`: a 401 is only told, as on the sign-in page itself. */
  readonly onSignInNeeded?: 'ask' | 'throw'
}

type Loose = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly body?: unknown
}

/** Long enough for a slow line, short enough that nobody wonders. */
const ANSWER_WITHIN_MS = 20_000

/**
 * @example const { patients } = await call(patientRoutes.findPatients, { query: { q: 'maja' } })
 */
export async function call<const R extends Route>(
  route: R,
  ...[args, options]: object extends CallArgs<R>
    ? [args?: CallArgs<R> | undefined, options?: CallOptions]
    : [args: CallArgs<R>, options?: CallOptions]
): Promise<AnswerOf<R>> {
  const asked = (args ?? {}) as Loose
  for (;;) {
    const response = await send(route, asked, options?.signal)
    if (response.ok) return (response.status === 204 ? undefined : await response.json()) as AnswerOf<R>
    const problem = await problemFrom(response)
    const mayAsk = problem.code === 'sign-in-needed' && options?.onSignInNeeded !== 'throw'
    if (!mayAsk || !(await signInAgain())) throw new Refused(problem)
  }
}

/** The address of a route, for a link to a file. */
export function addressOf<const R extends Route>(
  route: R,
  args: Part<'params', ParamsIn<R>> & Part<'query', QueryIn<R>>,
): string {
  return address(route, args as Loose)
}

/** The key under which an answer is kept; the first part names the route, so that all its answers can be forgotten. */
export function keyOf<const R extends Route>(route: R, args?: CallArgs<R>): readonly unknown[] {
  const { params, query } = (args ?? {}) as Loose
  return [route.path, params ?? null, query ?? null]
}

async function send(route: Route, { params, query, body }: Loose, signal?: AbortSignal): Promise<Response> {
  const limit = AbortSignal.timeout(ANSWER_WITHIN_MS)
  try {
    return await fetch(address(route, { ...(params && { params }), ...(query && { query }) }), {
      method: route.method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Refused(noNetwork(route.method === 'GET'))
  }
}

function address(route: Route, { params, query }: Loose): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
  const pairs = Object.entries(query ?? {}).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`
}

/** Answers true once somebody is signed in again, false when they gave up. */
type SignInAgain = () => Promise<boolean>

let askToSignIn: SignInAgain | null = null
let asking: Promise<boolean> | null = null

/** The app frame hands in its dialog. Gives back a function that takes it away again. */
export function onSignInNeeded(ask: SignInAgain): () => void {
  askToSignIn = ask
  return () => {
    if (askToSignIn === ask) askToSignIn = null
  }
}

/** Ten calls that meet the same ended sign-in open one dialog. */
function signInAgain(): Promise<boolean> {
  if (!askToSignIn) return Promise.resolve(false)
  asking ??= askToSignIn().finally(() => {
    asking = null
  })
  return asking
}

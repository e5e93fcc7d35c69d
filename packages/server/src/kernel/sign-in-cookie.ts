/** The cookie by which a browser stays signed in. Scripts can't read it, other sites can't send it along with a write. */
import type { FastifyReply } from 'fastify'

export const SIGN_IN_COOKIE = 'unknot'

export type SignInCookie = {
  readonly token: string
  /** Seconds until the browser forgets it. */
  readonly maxAgeS: number
}

export function writeSignInCookie(reply: FastifyReply, publicUrl: string | null, cookie: SignInCookie | null): void {
  const shared = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl?.startsWith('https:') ?? false,
  } as const
  if (cookie) reply.setCookie(SIGN_IN_COOKIE, cookie.token, { ...shared, maxAge: cookie.maxAgeS })
  else reply.clearCookie(SIGN_IN_COOKIE, shared)
}

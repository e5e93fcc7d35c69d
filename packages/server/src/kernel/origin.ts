/** Whether a write comes from our own pages. A browser says where a request comes from, and scripts can't change what it says. */
import type { IncomingHttpHeaders } from 'node:http'

/**
 * @param byCookie the sign-in came by cookie, which a browser sends along unasked: then it must say where the request is from.
 *   Programs that send a token or nothing say no origin and are let through.
 */
export function isOwnOrigin(
  headers: IncomingHttpHeaders,
  protocol: string,
  publicUrl: string | null,
  byCookie: boolean,
): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const origin = headers.origin
  if (origin === undefined) return !byCookie
  return origin === publicUrl || origin === `${protocol}://${headers.host ?? ''}`
}

/** Public pages are made and packed once, and answered with "not changed" when a reader has them already. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './room.ts'

export const HTML_TYPE = 'text/html; charset=utf-8'

export type KeptPage = { readonly text: string; readonly gzip: Buffer; readonly tag: string }

/** Makes a page for a key when it is first asked for, and keeps it: it changes only with the program. */
export function pageKeeper<Words extends readonly unknown[]>(make: (...words: Words) => string) {
  const kept = new Map<string, KeptPage>()
  return (key: string, ...words: Words): KeptPage => {
    const before = kept.get(key)
    if (before !== undefined) return before
    const text = make(...words)
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
    const made = { text, gzip: gzipSync(text), tag }
    kept.set(key, made)
    return made
  }
}

export function sendKept(request: FastifyRequest, reply: FastifyReply, { text, gzip, tag }: KeptPage): FastifyReply {
  void reply.headers({ 'cache-control': 'no-cache', etag: tag, vary: 'accept-encoding' })
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  const isPacked = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  return isPacked ? reply.header('content-encoding', 'gzip').send(gzip) : reply.send(text)
}

const require = createRequire(import.meta.url)
const FONTS = {
  'sans.woff2': require.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'),
  'serif.woff2': require.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'),
  'serif-italic.woff2': require.resolve(
    '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  ),
} as const

/** The typefaces of the public pages, from our own origin. */
export function servePublicFonts({ http }: App): void {
  for (const [name, file] of Object.entries(FONTS)) {
    const bytes = readFileSync(file)
    http.get(`/public/${name}`, async (_, reply) =>
      reply.header('cache-control', 'public, max-age=604800').type('font/woff2').send(bytes),
    )
  }
}

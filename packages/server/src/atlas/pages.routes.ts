/**
 * The atlas as pages: static HTML for clinicians and students, open to everyone, readable without script, each muscle with
 * an address of its own. Nothing of a patient is in them, so nothing goes to the audit trail.
 *
 * They are pages and no routes of the API, so they stand beside `serve` and aren't in its description.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type Muscle, muscleById, MUSCLES } from '@unknot/care/atlas'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../kernel/index.ts'
import { findPage } from './find.page.ts'
import { html } from './html.ts'
import { musclePage } from './muscle.page.ts'
import { isPictureTheme, pictureFile } from './muscle-picture.ts'
import { type Page, pageOf, searchForm } from './page-frame.ts'

const FONTS = {
  'sans.woff2': import.meta.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'),
  'serif.woff2': import.meta.resolve(
    '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  ),
  'serif-italic.woff2': import.meta.resolve(
    '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  ),
} as const

const HTML = 'text/html; charset=utf-8'

/** A longer search is cut: it finds nothing more. */
const LONGEST_QUERY = 200

export function atlasPages({ http }: App): void {
  const muscleKept = keeper((muscle: Muscle) => pageOf(musclePage(muscle)))
  const pictureKept = keeper(pictureFile)
  http.get<{ Querystring: { q?: string | string[] } }>('/atlas', async (request, reply) => {
    const query = [request.query.q ?? ''].flat().join(' ').slice(0, LONGEST_QUERY)
    return sendPage(reply, findPage(query))
  })
  http.get<{ Params: { muscle: string } }>('/atlas/:muscle', async (request, reply) => {
    const muscle = muscleById(request.params.muscle)
    if (muscle === undefined) return sendPage(reply.code(404), notThere())
    return sendKept(request, reply.type(HTML), muscleKept(muscle.id, muscle))
  })
  http.get<{ Params: { muscle: string; theme: string } }>('/atlas/:muscle/:theme.svg', async (request, reply) => {
    const { muscle: id, theme } = request.params
    const muscle = muscleById(id)
    if (muscle === undefined || !isPictureTheme(theme)) return reply.callNotFound()
    return sendKept(request, reply.type('image/svg+xml; charset=utf-8'), pictureKept(`${id} ${theme}`, muscle, theme))
  })
  for (const [name, file] of Object.entries(FONTS)) {
    const bytes = readFileSync(fileURLToPath(file))
    http.get(`/atlas/files/${name}`, async (_, reply) =>
      reply.header('cache-control', 'public, max-age=604800').type('font/woff2').send(bytes),
    )
  }
}

type Made = { readonly text: string; readonly gzip: Buffer; readonly tag: string }

/** A page changes only with the program, so that each is made and packed once. */
function keeper<Words extends readonly unknown[]>(make: (...words: Words) => string) {
  const kept = new Map<string, Made>()
  return (key: string, ...words: Words): Made => {
    const before = kept.get(key)
    if (before !== undefined) return before
    const text = make(...words)
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
    const made = { text, gzip: gzipSync(text), tag }
    kept.set(key, made)
    return made
  }
}

/** Asked for anew each time, and answered with "not changed" when it isn't. */
function sendKept(request: FastifyRequest, reply: FastifyReply, { text, gzip, tag }: Made): FastifyReply {
  void reply.headers({ 'cache-control': 'no-cache', etag: tag, vary: 'accept-encoding' })
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  const isPacked = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  return isPacked ? reply.header('content-encoding', 'gzip').send(gzip) : reply.send(text)
}

function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  return reply.header('cache-control', 'no-cache').type(HTML).send(pageOf(page))
}

function notThere(): Page {
  return {
    title: 'Not in the atlas · Unknot',
    description: 'The atlas has no such muscle.',
    main: html`<h1>Not in the atlas</h1><p class="lead">It has ${MUSCLES.length} muscles, and none by that address. Look for it by any name:</p>${searchForm('')}<p><a href="/atlas">All muscles</a></p>`,
  }
}

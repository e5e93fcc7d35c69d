/**
 * The atlas as pages: static HTML for clinicians and students, open to everyone, readable without script, each muscle with
 * an address of its own. Nothing of a patient is in them, so nothing goes to the audit trail.
 *
 * They are pages and no routes of the API, so they stand beside `serve` and aren't in its description.
 */
import { type Muscle, muscleById, MUSCLES } from '@unknot/care/atlas'
import type { FastifyReply } from 'fastify'
import { type App, html, HTML_TYPE, pageKeeper, type PublicPage, publicPage, sendKept } from '../kernel/index.ts'
import { findPage } from './find.page.ts'
import { musclePage } from './muscle.page.ts'
import { isPicture, pictureFile } from './muscle-picture.ts'
import { ATLAS_FOOT, searchForm } from './search-form.ts'

/** A longer search is cut: it finds nothing more. */
const LONGEST_QUERY = 200

export function atlasPages({ http }: App): void {
  const muscleKept = pageKeeper((muscle: Muscle) => publicPage(musclePage(muscle)))
  const pictureKept = pageKeeper(pictureFile)
  http.get<{ Querystring: { q?: string | string[] } }>('/atlas', async (request, reply) => {
    const query = [request.query.q ?? ''].flat().join(' ').slice(0, LONGEST_QUERY)
    return sendPage(reply, findPage(query))
  })
  http.get<{ Params: { muscle: string } }>('/atlas/:muscle', async (request, reply) => {
    const muscle = muscleById(request.params.muscle)
    if (muscle === undefined) return sendPage(reply.code(404), notThere())
    return sendKept(request, reply.type(HTML_TYPE), muscleKept(muscle.id, muscle))
  })
  http.get<{ Params: { muscle: string; picture: string } }>('/atlas/:muscle/:picture.svg', async (request, reply) => {
    const { muscle: id, picture } = request.params
    const muscle = muscleById(id)
    if (muscle === undefined || !isPicture(picture)) return reply.callNotFound()
    return sendKept(
      request,
      reply.type('image/svg+xml; charset=utf-8'),
      pictureKept(`${id} ${picture}`, muscle, picture),
    )
  })
}

function sendPage(reply: FastifyReply, page: PublicPage): FastifyReply {
  return reply.header('cache-control', 'no-cache').type(HTML_TYPE).send(publicPage(page))
}

function notThere(): PublicPage {
  return {
    path: '/atlas',
    foot: ATLAS_FOOT,
    title: 'Not in the atlas · Unknot',
    description: 'The atlas has no such muscle.',
    main: html`<h1>Not in the atlas</h1><p class="lead">It has ${MUSCLES.length} muscles, and none by that address. Look for it by any name:</p>${searchForm('')}<p><a href="/atlas">All muscles</a></p>`,
  }
}

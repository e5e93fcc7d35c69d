/**
 * The public questions as pages: static HTML, open to everyone, readable without script. Nothing of a patient is in them, so
 * nothing goes to the audit trail. They are pages and no routes of the API, so they stand beside `serve`.
 */
import { PUBLIC_QUESTIONS, type PublicQuestion, publicQuestion } from '@unknot/care/education'
import { MUSCLES } from '@unknot/care/atlas'
import { type App, HTML_TYPE, html, pageKeeper, publicPage, sendKept } from '../kernel/index.ts'
import { frontPage } from './front.page.ts'
import { type Place, placeKey, placeOf, publicFoot } from './place.ts'
import { questionPage } from './question.page.ts'

export function educationRoom(app: App): void {
  const { http, config } = app
  const front = pageKeeper((place: Place) => publicPage(frontPage(place)))
  const pages = pageKeeper((question: PublicQuestion, place: Place) => publicPage(questionPage(question, place)))

  http.get('/questions', async (request, reply) => {
    const place = await placeOf(app)
    return sendKept(request, reply.type(HTML_TYPE), front(placeKey(place), place))
  })

  http.get<{ Params: { question: string } }>('/questions/:question', async (request, reply) => {
    const place = await placeOf(app)
    const question = publicQuestion(request.params.question)
    if (question === null) return reply.code(404).type(HTML_TYPE).send(notThere(place))
    return sendKept(request, reply.type(HTML_TYPE), pages(`${question.id}\n${placeKey(place)}`, question, place))
  })

  http.get('/sitemap.xml', async (_, reply) => {
    const origin = (config.publicUrl ?? '').replace(/\/$/, '')
    return reply
      .header('cache-control', 'public, max-age=3600')
      .type('application/xml; charset=utf-8')
      .send(sitemap(origin))
  })
}

function sitemap(origin: string): string {
  const paths = [
    '/questions',
    ...PUBLIC_QUESTIONS.map(({ id }) => `/questions/${id}`),
    '/self-check',
    '/atlas',
    ...MUSCLES.map(({ id }) => `/atlas/${id}`),
  ]
  const urls = paths.map((path) => html`<url><loc>${origin}${path}</loc></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`.text}\n`
}

function notThere(place: Place): string {
  return publicPage({
    title: 'No such question · Unknot',
    description: 'There is no such question here.',
    path: '/questions',
    foot: publicFoot(place),
    main: html`<h1>No such question</h1><p class="lead">These are the ones that are answered here:</p><ul class="all">${PUBLIC_QUESTIONS.map(({ id, question }) => html`<li><a href="/questions/${id}">${question}</a></li>`)}</ul>`,
  })
}

/** The public pages as they are sent: whole without script, each sentence with how sure we are, escaped, small, kept. */
import { PUBLIC_QUESTIONS } from '@unknot/care/education'
import { checkClaims } from '@unknot/care/education'
import type { ClinicId } from '@unknot/care/kernel'
import { freshId, withDatabase } from '@unknot/testkit/kernel'
import { beforeAll, expect, test } from 'vitest'
import { type App, recordClinic } from '../kernel/index.ts'
import { educationRoom } from './index.ts'

const store = withDatabase()
let app: App
beforeAll(async () => {
  app = await store.app({ rooms: [educationRoom] })
})

const get = (url: string, headers: Record<string, string> = {}) => app.http.inject({ method: 'GET', url, headers })
/** What a reader sees: no tags, no style, no data block. */
const wordsOf = (page: string) =>
  page
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test.each(PUBLIC_QUESTIONS.map((question) => [question.id, question] as const))(
  '/questions/%s tells all that is known of it, in words, without script',
  async (id, question) => {
    const answer = await get(`/questions/${id}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    const page = answer.body
    expect(page.match(/<script/g) ?? []).toHaveLength(1)
    expect(page).toContain('<script type="application/ld+json">')
    const words = wordsOf(page)
    for (const { text } of [...question.short, ...question.parts.flatMap(({ claims }) => claims)]) {
      expect(words).toContain(text.replaceAll('“', '“'))
    }
    const claims = [...question.short, ...question.parts.flatMap(({ claims: list }) => list)]
    expect(page.match(/class="sure"/g)).toHaveLength(claims.length)
    expect(words).toContain('No clinician has reviewed these words yet.')
    expect(Buffer.byteLength(page)).toBeLessThan(60_000)
  },
)

test('the structured data is what the page says, and can be read', async () => {
  const { body } = await get('/questions/does-it-hurt')
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)?.[1] ?? '')
  expect(data.mainEntity[0].name).toBe('Does it hurt?')
  expect(checkClaims(data.mainEntity[0].acceptedAnswer.text)).toEqual([])
})

test('a page is packed when the reader can unpack it, and isn’t sent twice', async () => {
  const first = await get('/questions', { 'accept-encoding': 'gzip' })
  expect(first.headers['content-encoding']).toBe('gzip')
  const again = await get('/questions', { 'if-none-match': String(first.headers.etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('an unknown question is a 404 that leads on, whatever it is called', async () => {
  for (const id of ['nothing', 'constructor', '__proto__', '%3Cscript%3E', 'a'.repeat(200)]) {
    const answer = await get(`/questions/${id}`)
    expect([id, answer.statusCode]).toEqual([id, 404])
    expect(answer.body).toContain('/questions/does-it-hurt')
    expect(answer.body).not.toContain('<script>')
  }
})

test('with one clinic its own emergency number stands on each page, with several none is guessed', async () => {
  expect(wordsOf((await get('/questions')).body)).toContain('Call the emergency number of your country')
  const clinic = freshId<ClinicId>()
  await store.db.inClinic(clinic, (tx) => recordClinic(tx, clinic, 'clinic'))
  await store.asAdmin(
    `insert into clinic_clinic (clinic_id, name, country, time_zone, jurisdiction, emergency_number, rules, rules_note,
       version, created_at, changed_at)
     values ($1, 'Quay <b>& Sons</b>', 'NZ', 'Pacific/Auckland', 'other', '111', '{}', '', 1, now(), now())`,
    [clinic],
  )
  const { body } = await get('/questions')
  expect(wordsOf(body)).toContain('Call 111 at once')
  expect(body).toContain('Quay &lt;b&gt;&amp; Sons&lt;/b&gt;')
  const other = freshId<ClinicId>()
  await store.db.inClinic(other, (tx) => recordClinic(tx, other, 'clinic'))
  expect(wordsOf((await get('/questions')).body)).toContain('Call the emergency number of your country')
})

test('the map of the site names every page', async () => {
  const { body } = await get('/sitemap.xml')
  for (const { id } of PUBLIC_QUESTIONS) expect(body).toContain(`<loc>/questions/${id}</loc>`)
})

import type { ConsentTextId } from '@unknot/care/kernel'
import { freshId, withDatabase } from '@unknot/testkit/kernel'
import { seedClinic } from '@unknot/testkit/screening'
import type { ConsentTextView, OwnTextLine, OwnTextView } from '@unknot/wire/consent'
import { expect, test } from 'vitest'
import { consentRoom } from './index.ts'

const store = withDatabase()

async function open() {
  const clinic = await seedClinic(store)
  const app = await store.app({ rooms: [consentRoom({ onWithdrawn: async () => {} })] })
  const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, token = clinic.tokens.owner) => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await app.http.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: answer.statusCode, body: answer.json() as never }
  }
  const list = async () =>
    (await call('GET', '/api/consent/texts')).body as {
      inForce: string
      texts: OwnTextLine[]
      start: Pick<OwnTextView, 'title' | 'parts'>
    }
  /** A draft of what is in force, with one sentence in the clinic's own words. */
  const draft = async (tells: string, text: string | null) => {
    const { start } = await list()
    const parts = start.parts.map((part) => ({
      ...part,
      sentences: part.sentences.flatMap((each) =>
        each.tells !== tells ? [each] : text === null ? [] : [{ ...each, text }],
      ),
    }))
    const id = freshId<ConsentTextId>()
    const body = { id, title: 'Needles at Riverside', parts, note: 'Plainer words' }
    return { id, body, answer: await call('POST', '/api/consent/texts', body) }
  }
  const shown = async () =>
    (await call('GET', '/api/consent/text?regions=lumbar', undefined, clinic.tokens.clinician)).body as ConsentTextView
  return { ...clinic, call, list, draft, shown }
}

test('the clinic writes its own version: a draft changes nothing, published it is what patients sign', async () => {
  const { call, draft, list, shown, patient, tokens } = await open()
  const { id, answer } = await draft('do-nothing', 'Waiting is a choice, too.')
  expect(answer).toMatchObject({ status: 201, body: { version: null, revision: 1 } })
  const before = await shown()
  expect(before.version).toBe('DN-2.0')

  const published = await call('POST', `/api/consent/texts/${id}/publish`, { revision: 1 })
  expect(published).toMatchObject({ status: 200, body: { version: 'OWN-1', publishedAt: expect.any(String) } })
  const text = await shown()
  expect(text).toMatchObject({ version: 'OWN-1', title: 'Needles at Riverside' })
  const sentences = text.parts.flatMap((part) => part.sentences)
  expect(sentences.find((each) => each.text === 'Waiting is a choice, too.')).toMatchObject({ unreviewed: true })
  expect((await list()).inForce).toBe('OWN-1')

  const sign = (from: ConsentTextView) =>
    call(
      'POST',
      `/api/patients/${patient}/consents`,
      {
        id: freshId(),
        regions: ['lumbar'],
        electrical: false,
        textVersion: from.version,
        textHash: from.hash,
        signature: { kind: 'typed', name: 'Zoë' },
      },
      tokens.clinician,
    )
  expect(await sign(before)).toMatchObject({ status: 409, body: { code: 'consent-text-changed' } })
  expect(await sign(text)).toMatchObject({ status: 201, body: { textVersion: 'OWN-1' } })
})

test('CON-9 what every consent must tell can not be left out of a published one, nor needling be praised', async () => {
  const { call, draft, shown } = await open()
  const silent = await draft('pneumothorax-late', null)
  expect(await call('POST', `/api/consent/texts/${silent.id}/publish`, { revision: 1 })).toMatchObject({
    status: 422,
    body: { code: 'telling-missing', tells: 'pneumothorax-late', detail: expect.stringContaining('days later') },
  })
  const loud = await draft('what-it-is', 'A proven way to reset your nerves.')
  expect(await call('POST', `/api/consent/texts/${loud.id}/publish`, { revision: 1 })).toMatchObject({
    body: { code: 'word-forbidden' },
  })
  expect((await shown()).version).toBe('DN-2.0')
})

test('a published text never changes: not by its route, not by the database, not even by its owner', async () => {
  const { call, draft, list } = await open()
  const { id, body } = await draft('copy', 'We give you this on paper.')
  const { id: _id, ...words } = body
  const changed = await call('PUT', `/api/consent/texts/${id}`, { ...words, revision: 1, note: 'Again' })
  expect(changed).toMatchObject({ status: 200, body: { revision: 2 } })
  expect(await call('POST', `/api/consent/texts/${id}/publish`, { revision: 1 })).toMatchObject({
    body: { code: 'text-changed-meanwhile' },
  })
  await call('POST', `/api/consent/texts/${id}/publish`, { revision: 2 })
  for (const attempt of [
    call('PUT', `/api/consent/texts/${id}`, { ...words, revision: 3 }),
    call('POST', `/api/consent/texts/${id}/publish`, { revision: 3 }),
  ]) {
    expect(await attempt).toMatchObject({ status: 409, body: { code: 'text-published' } })
  }
  for (const sql of ["update consent_text set title = 'x' where id = $1", 'delete from consent_text where id = $1']) {
    await expect(store.asAdmin(sql, [id])).rejects.toThrow('published consent text')
  }
  const next = await draft('copy', 'You take a copy home.')
  await call('POST', `/api/consent/texts/${next.id}/publish`, { revision: 1 })
  expect((await list()).texts.map(({ version }) => version).sort()).toEqual(['OWN-1', 'OWN-2'])
})

test('only an owner writes it; another clinic has its own', async () => {
  const mine = await open()
  const theirs = await open()
  const { id } = await mine.draft('copy', 'You take a copy home.')
  expect((await theirs.call('GET', `/api/consent/texts/${id}`)).status).toBe(404)
  expect((await theirs.call('POST', `/api/consent/texts/${id}/publish`, { revision: 1 })).status).toBe(404)
  const { tokens } = mine
  const publish = await mine.call('POST', `/api/consent/texts/${id}/publish`, { revision: 1 }, tokens.clinician)
  expect(publish.status).toBe(403)
})

import type { LetterId, PatientId, ScreeningId } from '@unknot/care/kernel'
import { QUESTION_IDS } from '@unknot/care/screening'
import { freshId, pdfText, withDatabase } from '@unknot/testkit/kernel'
import { seedClinic } from '@unknot/testkit/screening'
import type { LetterDraftView, LetterLine, LetterView } from '@unknot/wire/screening'
import { expect, test } from 'vitest'
import { letterRoom, screeningRoom } from './index.ts'

const store = withDatabase()
const squeeze = (text: string) => text.normalize('NFC').replace(/\s+/g, '')

async function open() {
  const clinic = await seedClinic(store)
  const app = await store.app({ rooms: [screeningRoom, letterRoom] })
  const inject = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
    app.http.inject({
      method,
      url,
      headers: { authorization: `Bearer ${clinic.tokens.clinician}` },
      ...(payload ? { payload } : {}),
    })
  const call = async (...args: Parameters<typeof inject>) => {
    const answer = await inject(...args)
    return { status: answer.statusCode, body: answer.json() as never }
  }
  const answers = Object.fromEntries(
    QUESTION_IDS.map((id) => [id, /saddle/.test(id) ? { answer: 'yes', note: 'since Friday' } : { answer: 'no' }]),
  )
  const screening = freshId<ScreeningId>()
  await call('POST', `/api/patients/${clinic.patient}/screenings`, { id: screening, answers })
  const draft = (to = '') =>
    call('GET', `/api/screenings/${screening}/letter-draft${to}`).then(({ body }) => body as LetterDraftView)
  const write = async (change: object = {}, patient: PatientId = clinic.patient) => {
    const { asked: _asked, ...words } = await draft()
    const body = { id: freshId<LetterId>(), screening, ...words, ...change }
    return call('POST', `/api/patients/${patient}/letters`, body)
  }
  return { ...clinic, inject, call, screening, draft, write }
}

test('saddle numbness drafts a letter to the emergency department, with every warning sign as it was answered', async () => {
  const { draft } = await open()
  const letter = await draft()
  expect(letter).toMatchObject({ recipient: 'emergency-department', urgency: 'emergency-now' })
  expect(letter.body).toContain('born 31 March 1992')
  expect(letter.asked.filter(({ answer }) => answer === 'yes')).toMatchObject([{ note: 'since Friday' }])
  expect(letter.asked.length).toBeGreaterThan(8)
  expect(await draft('?to=family-doctor')).toMatchObject({ recipient: 'family-doctor', body: letter.body })
})

test('a letter is edited, printed on either paper, recorded as handed over, and then stays as it is', async () => {
  const { write, call, inject, patient } = await open()
  const kept = (await write()).body as LetterView
  expect(kept).toMatchObject({ version: 1, issued: null })
  const words = {
    recipient: 'specialist',
    recipientName: 'Dr Nora Quinn',
    recipientAddress: 'Spine clinic\n4 Canal Street',
    urgency: 'same-day',
    subject: 'Saddle numbness since Friday',
    body: 'Dear Dr Quinn,\n\nPlease see her today.',
  }
  const url = `/api/letters/${kept.id}`
  const changed = await call('PUT', url, { version: 1, ...words })
  expect(changed).toMatchObject({ status: 200, body: { ...words, version: 2 } })
  expect(await call('PUT', url, { version: 1, ...words })).toMatchObject({
    status: 409,
    body: { code: 'letter-changed-meanwhile' },
  })
  for (const [paper, size] of [
    ['a4', '595.28 841.89'],
    ['letter', '612 792'],
  ] as const) {
    const pdf = (await inject('GET', `${url}/letter.pdf?paper=${paper}`)).rawPayload
    expect(pdf.toString('latin1')).toContain(size)
    const printed = squeeze(pdfText(pdf).join(' '))
    for (const line of ['Dr Nora Quinn', '4 Canal Street', 'TODAY', words.subject, 'Please see her today.', 'DRAFT']) {
      expect(printed).toContain(squeeze(line))
    }
    for (const { text } of kept.asked) expect(printed).toContain(squeeze(text))
    expect(printed).toContain(squeeze('YES. “since Friday”'))
  }
  const issued = await call('POST', `${url}/issue`, { version: 2, how: 'handed-over', to: 'the patient' })
  expect(issued).toMatchObject({ status: 200, body: { issued: { how: 'handed-over', to: 'the patient' } } })
  expect(await call('PUT', url, { version: 3, ...words })).toMatchObject({ body: { code: 'letter-issued' } })
  const again = await call('POST', `${url}/issue`, { version: 3, how: 'posted', to: 'x' })
  expect(again).toMatchObject({ status: 409, body: { code: 'letter-issued' } })
  const copy = squeeze(pdfText((await inject('GET', `${url}/letter.pdf`)).rawPayload).join(' '))
  expect(copy).not.toContain('DRAFT')
  const { letters } = (await call('GET', `/api/patients/${patient}/letters`)).body as { letters: LetterLine[] }
  expect(letters).toMatchObject([{ id: kept.id, subject: words.subject, issuedAt: expect.any(String) }])
})

test('the database itself keeps a letter that left, and no letter is ever deleted', async () => {
  const { write, call } = await open()
  const { id } = (await write()).body as LetterView
  await call('POST', `/api/letters/${id}/issue`, { version: 1, how: 'handed-over', to: 'the patient' })
  const change = store.asAdmin(`update screening_letter set body = 'other words' where id = $1`, [id])
  await expect(change).rejects.toThrow('left the house')
  const [grant] = await store.asAdmin<{ may: boolean }>(
    `select bool_or(privilege_type = 'DELETE') as may from information_schema.role_table_grants
     where table_name = 'screening_letter' and grantee <> current_user`,
  )
  expect(grant?.may).toBe(false)
})

test('a letter to a doctor needs a name; one sent twice is one; another patient’s screening makes none', async () => {
  const { write, patient, call } = await open()
  expect(await write({ recipient: 'family-doctor' })).toMatchObject({
    status: 422,
    body: { code: 'recipient-unnamed' },
  })
  const id = freshId<LetterId>()
  expect([(await write({ id })).status, (await write({ id })).status]).toEqual([201, 201])
  expect((await write({ screening: freshId<ScreeningId>() })).status).toBe(404)
  const theirs = await open()
  expect((await theirs.write({}, patient)).status).toBe(404)
  expect((await theirs.call('GET', `/api/letters/${id}`)).status).toBe(404)
  expect((await call('GET', `/api/letters/${id}`)).status).toBe(200)
})

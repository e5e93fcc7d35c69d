import type { Instant } from '@unknot/care/kernel'
import { freshId, standingClock, withDatabase } from '@unknot/testkit/kernel'
import { seedClinic } from '@unknot/testkit/screening'
import type { ConsentTextView, ConsentView } from '@unknot/wire/consent'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { listMail, vaultOf } from '../kernel/index.ts'
import { consentRoom, findConsent, listConsents } from './index.ts'

const store = withDatabase()
const typed = { kind: 'typed', name: 'Zoë Ó Briain-Łęcka' }
const drawn = {
  kind: 'strokes',
  width: 600,
  height: 200,
  strokes: [
    [
      { x: 10, y: 20 },
      { x: 300.5, y: 150 },
    ],
  ],
}

async function open(seed?: Parameters<typeof seedClinic>[1]) {
  const clinic = await seedClinic(store, seed)
  const clock = standingClock('2026-11-24T05:00:00.000Z' as Instant)
  const app = await store.app({ rooms: [consentRoom({ onWithdrawn: async () => {} })], now: clock.now })
  const inject = (method: 'GET' | 'POST', url: string, payload?: object, token = clinic.tokens.clinician) =>
    app.http.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload ? { payload } : {}) })
  const call = async (...args: Parameters<typeof inject>) => {
    const answer = await inject(...args)
    return { status: answer.statusCode, body: answer.json() as never }
  }
  const textFor = async (regions: readonly string[], electrical = false) => {
    const query = `regions=${regions.join(',')}&electrical=${electrical ? 'yes' : 'no'}`
    return (await call('GET', `/api/consent/text?${query}`)).body as ConsentTextView
  }
  const bodyFor = async (change: object = {}) => {
    const text = await textFor(['lumbar', 'gluteal'])
    const asked = { regions: ['gluteal', 'lumbar'], electrical: false, signature: typed }
    return { id: freshId<string>(), ...asked, textVersion: text.version, textHash: text.hash, ...change }
  }
  const give = async (change?: object, token?: string) =>
    call('POST', `/api/patients/${clinic.patient}/consents`, await bodyFor(change), token)
  return { ...clinic, clock, call, inject, textFor, bodyFor, give }
}

test('a consent is kept with the exact words, the signature and the witness', async () => {
  const { give, call, clinician, textFor } = await open()
  const given = await give({ signature: drawn })
  expect(given.status).toBe(201)
  const view: ConsentView = given.body
  const text = await textFor(['lumbar', 'gluteal'])
  expect(view).toMatchObject({
    regions: ['lumbar', 'gluteal'],
    signature: drawn,
    textHash: text.hash,
    parts: text.parts,
    takenBy: clinician,
    valid: true,
    old: false,
    withdrawal: null,
    withdrawals: [],
    covers: { regions: ['lumbar', 'gluteal'], electrical: false, extras: [] },
  })
  expect(await call('GET', `/api/consents/${view.id}`)).toEqual({ status: 200, body: view })
})

test('words that are not those in force are not signed', async () => {
  const { give, textFor } = await open()
  const other = await textFor(['lumbar'])
  expect(await give({ textHash: other.hash })).toMatchObject({ status: 409, body: { code: 'consent-text-changed' } })
  expect(await give({ textVersion: 'DN-0.9' })).toMatchObject({ status: 409, body: { code: 'consent-text-changed' } })
  expect(await give({ electrical: true })).toMatchObject({ status: 409, body: { code: 'consent-text-changed' } })
})

test('CON-2 a dot is no signature', async () => {
  const { give } = await open()
  const dot = { kind: 'strokes', width: 600, height: 200, strokes: [[{ x: 10, y: 20 }]] }
  expect(await give({ signature: dot })).toMatchObject({ status: 422, body: { code: 'signature-missing' } })
})

test("CON-3 CON-6 a minor needs a named representative and agrees, too, by the country's age", async () => {
  const sixteen = { birthOn: '2010-06-01' as never }
  const ireland = await open(sixteen)
  expect((await ireland.give()).status).toBe(201)
  const mother = { name: 'Mary Byrne', relation: 'mother' }
  const refused = async (representative: object | null, code: string) =>
    expect(await france.give({ representative })).toMatchObject({ status: 422, body: { code } })
  const france = await open({ ...sixteen, country: 'FR', timeZone: 'Europe/Paris' })
  await refused(null, 'representative-needed')
  await refused(mother, 'assent-missing')
  await refused({ ...mother, assent: 'no' }, 'patient-dissents')
  const given = await france.give({ representative: { ...mother, assent: 'yes' } })
  const representative = { ...mother, because: 'under-age', authority: '', assent: 'yes' }
  expect(given).toMatchObject({ status: 201, body: { representative } })
  const { id } = given.body as ConsentView
  expect((await france.call('GET', `/api/consents/${id}`)).body).toMatchObject({ representative })
})

test('CON-6 nobody signs for a grown patient who can decide; for one who can not, the right is written down', async () => {
  const { give } = await open()
  const brother = { name: 'Mark Byrne', relation: 'brother', assent: 'yes' }
  expect(await give({ representative: brother })).toMatchObject({ body: { code: 'representative-not-lawful' } })
  const because = 'lacks-capacity'
  expect(await give({ representative: { ...brother, because } })).toMatchObject({ body: { code: 'authority-missing' } })
  const authority = 'Decision-making representation order, 3 May 2026'
  const lawful = { ...brother, because, authority }
  expect(await give({ representative: lawful })).toMatchObject({ status: 201, body: { representative: lawful } })
})

test('who can not write says it before a witness, unless the law asks for writing; an interpreter is named', async () => {
  const { give, clinic } = await open()
  const spoken = { kind: 'spoken', words: 'Yes, I agree', witness: 'Sam Keane' }
  const interpreter = { name: 'Jan Nowak', language: 'Polish' }
  const given = await give({ signature: spoken, interpreter })
  expect(given).toMatchObject({ status: 201, body: { signature: spoken, interpreter } })
  await store.asAdmin(`update clinic_clinic set rules = rules || '{"consentWritten":"yes"}' where clinic_id = $1`, [
    clinic,
  ])
  expect(await give({ signature: spoken })).toMatchObject({ status: 422, body: { code: 'writing-needed' } })
})

test('CON-7 what the place forbids is not signed, and the reason stands with its source and date', async () => {
  const { give, textFor, clinic } = await open()
  await store.asAdmin(
    `update clinic_clinic set jurisdiction = 'us-ny', rules = rules || '{"dnPermitted":"no"}' where clinic_id = $1`,
    [clinic],
  )
  expect(await give()).toMatchObject({ status: 409, body: { code: 'jurisdiction-forbids' } })
  expect((await textFor(['lumbar'])).forbidden).toMatchObject({
    reason: expect.stringContaining('New York'),
    asOf: '2026-01',
    sources: expect.arrayContaining(['S103']),
  })
  const note = 'Opinion of our college of 2 March 2026: not here.'
  await store.asAdmin(`update clinic_clinic set jurisdiction = 'ie', rules_note = $2 where clinic_id = $1`, [
    clinic,
    note,
  ])
  expect((await textFor(['lumbar'])).forbidden).toMatchObject({ reason: expect.stringContaining(note), sources: [] })
})

test('the text holds what screening says for this patient, and goes back with it', async () => {
  const { patient, call, bodyFor, clinic, clinician } = await open()
  const screening = freshId<string>()
  const result = {
    findings: [
      {
        disposition: 'precaution',
        reasonForPatient: 'You bruise more. Keep taking it.',
        sources: ['S10'],
        unreviewed: false,
        questions: ['blood-thinner'],
      },
      {
        disposition: 'medical-clearance-first',
        reasonForPatient: 'Ask your doctor first.',
        sources: ['S8'],
        unreviewed: false,
        questions: ['pregnant'],
      },
      { disposition: 'proceed', reasonForPatient: 'Good to know.', sources: [], unreviewed: true, questions: [] },
    ],
  }
  await store.asAdmin(
    `insert into screening_screening (clinic_id, id, patient, answers, age_years, result, rules_version, disposition,
      may_needle, screened_at, screened_by, screened_by_name)
     values ($1, $2, $3, '{}', 34, $4, 'T', 'precaution', true, now(), $5, 'Test')`,
    [clinic, screening, patient, JSON.stringify(result), clinician],
  )
  const url = `/api/consent/text?regions=lumbar&extras=student&patient=${patient}`
  const text = (await call('GET', url)).body as ConsentTextView
  expect(text).toMatchObject({ screening, extras: ['pregnancy', 'student'] })
  expect(text.parts.find(({ id }) => id === 'for-you')?.sentences.map((each) => each.text)).toEqual([
    'You bruise more. Keep taking it.',
    'Ask your doctor first.',
  ])
  const signed = { regions: ['lumbar'], textHash: text.hash, textVersion: text.version, extras: text.extras }
  const post = async (body: object) => call('POST', `/api/patients/${patient}/consents`, body)
  expect(await post(await bodyFor(signed))).toMatchObject({ status: 409 })
  const given = await post(await bodyFor({ ...signed, screening }))
  expect(given).toMatchObject({ status: 201, body: { parts: text.parts, extras: ['pregnancy', 'student'] } })
})

test('the same consent sent twice is one, even after the words have changed; other content is refused', async () => {
  const { bodyFor, call, patient, clinic } = await open()
  const body = await bodyFor({ signature: drawn })
  const url = `/api/patients/${patient}/consents`
  const first = await call('POST', url, body)
  await store.asAdmin(`update clinic_clinic set emergency_number = '999' where clinic_id = $1`, [clinic])
  expect(await call('POST', url, body)).toEqual(first)
  const other = await call('POST', url, { ...body, signature: typed })
  expect(other).toMatchObject({ status: 409, body: { code: 'consent-id-reused' } })
})

test('CON-4 a withdrawal ends the consent at once, is kept, and comes once', async () => {
  const { give, call, clock, patient } = await open()
  const { id } = (await give()).body as ConsentView
  clock.moveTo('2026-11-24T06:00:00.000Z' as Instant)
  const url = `/api/consents/${id}/withdrawal`
  const withdrawn = await call('POST', url, { by: 'patient', reason: '' })
  expect(withdrawn).toMatchObject({
    status: 201,
    body: { valid: false, withdrawal: { at: '2026-11-24T06:00:00.000Z', by: 'patient', reason: '' } },
  })
  expect(await call('POST', url, { by: 'patient', reason: 'again' })).toMatchObject({
    status: 409,
    body: { code: 'consent-already-withdrawn' },
  })
  const list = await call('GET', `/api/patients/${patient}/consents`)
  expect((list.body as { consents: object[] }).consents).toMatchObject([
    { id, valid: false, withdrawnAt: '2026-11-24T06:00:00.000Z' },
  ])
})

test('CON-4 a region is withdrawn by itself, once, and the rest still covers; the last one ends the consent', async () => {
  const { give, call, clock, patient } = await open()
  const { id } = (await give()).body as ConsentView
  clock.moveTo('2026-11-24T06:00:00.000Z' as Instant)
  const withdraw = (...scopes: string[]) =>
    call('POST', `/api/consents/${id}/withdrawal`, { scopes, by: 'clinician', reason: 'a bruise there' })
  expect(await withdraw('thoracic')).toMatchObject({ status: 422, body: { code: 'not-in-consent' } })
  expect(await withdraw('gluteal')).toMatchObject({
    status: 201,
    body: { valid: true, withdrawal: null, covers: { regions: ['lumbar'] }, withdrawals: [{ scope: 'gluteal' }] },
  })
  expect(await withdraw('gluteal')).toMatchObject({ status: 409, body: { code: 'consent-already-withdrawn' } })
  const list = await call('GET', `/api/patients/${patient}/consents`)
  expect((list.body as { consents: object[] }).consents).toMatchObject([
    { valid: true, regions: ['lumbar'], withdrawnScopes: ['gluteal'], withdrawnAt: null },
  ])
  expect(await withdraw('lumbar', 'gluteal')).toMatchObject({ status: 201, body: { valid: false } })
})

test('the copy is a PDF on either paper, and stands in the audit trail', async () => {
  const { give, inject, clinic } = await open()
  const { id } = (await give({ signature: drawn })).body as ConsentView
  for (const [query, size] of [
    ['', '595.28 841.89'],
    ['?paper=letter', '612 792'],
  ] as const) {
    const copy = await inject('GET', `/api/consents/${id}/copy.pdf${query}`)
    expect(copy.statusCode).toBe(200)
    expect(copy.headers['content-type']).toBe('application/pdf')
    expect(copy.headers['cache-control']).toBe('no-store')
    expect(copy.rawPayload.toString('latin1')).toContain(size)
  }
  const actions = await store.asAdmin<{ action: string; rule_version: string }>(
    'select action, rule_version from kernel_audit_entry where clinic_id = $1 order by id',
    [clinic],
  )
  expect(actions.map(({ action }) => action)).toEqual(['consent-given', 'consent-copied', 'consent-copied'])
  expect(new Set(actions.map((entry) => entry.rule_version))).toEqual(new Set(['DN-2.0']))
})

test('the copy goes to the patient by itself, once, with every word and how to take it back', async () => {
  const { bodyFor, call, patient, clinic } = await open()
  const url = `/api/patients/${patient}/consents`
  const outbox = async () =>
    (await store.db.onClinic(clinic, (queries) => listMail(queries, vault, clinic, { before: null, limit: 9 }))).mails
  const vault = vaultOf(Buffer.alloc(32, 7))
  await call('POST', url, await bodyFor())
  expect(await outbox()).toEqual([])
  await store.asAdmin(`update people_patient set email = 'zoe@example.org' where id = $1`, [patient])
  const body = await bodyFor()
  const given = (await call('POST', url, body)).body as ConsentView
  await call('POST', url, body)
  const mails = await outbox()
  expect(mails).toMatchObject([{ kind: 'consent-copy', to: 'zoe@example.org' }])
  const words = mails[0]?.body ?? ''
  for (const { title, sentences } of given.parts) {
    for (const text of [title, ...sentences.map((each) => each.text)]) expect(words).toContain(text)
  }
  expect(words).toContain(given.textHash)
  expect(words).toContain('You can take it back at any time')
  expect(mails[0]?.subject).not.toContain('needling')
})

test('a stored text that no longer matches its hash is never handed out as a copy', async () => {
  const { give, inject } = await open()
  const { id } = (await give()).body as ConsentView
  await store.asAdmin(
    `update consent_consent set agreed = jsonb_set(agreed, '{title}', '"Other words"') where id = $1`,
    [id],
  )
  expect((await inject('GET', `/api/consents/${id}/copy.pdf`)).statusCode).toBe(500)
})

test("another clinic's patient and consent look like nothing", async () => {
  const mine = await open()
  const theirs = await open()
  const { id } = (await theirs.give()).body as ConsentView
  const withdrawal = { by: 'patient', reason: '' }
  expect((await mine.call('GET', `/api/consents/${id}`)).status).toBe(404)
  expect((await mine.call('GET', `/api/consents/${id}/copy.pdf`)).status).toBe(404)
  expect((await mine.call('POST', `/api/consents/${id}/withdrawal`, withdrawal)).status).toBe(404)
  expect((await mine.call('GET', `/api/patients/${theirs.patient}/consents`)).status).toBe(404)
  const body = await mine.bodyFor()
  expect((await mine.call('POST', `/api/patients/${theirs.patient}/consents`, body)).status).toBe(404)
  expect((await theirs.call('GET', `/api/consents/${id}`)).body).toMatchObject({ valid: true })
})

test('row-level security alone hides another clinic, whatever clinic the statement names', async () => {
  const mine = await open()
  const theirs = await open()
  const { id } = (await theirs.give()).body as ConsentView
  const [found, list] = await store.db.inClinic(mine.clinic, async (tx) => [
    await findConsent(tx, theirs.clinic, id),
    await listConsents(tx, theirs.clinic, theirs.patient),
  ])
  expect([found, list]).toEqual([null, []])
})

test('the app can neither change nor delete a consent or its withdrawal', async () => {
  const { clinic } = await open()
  const statements = [
    sql`update consent_consent set electrical = true`,
    sql`delete from consent_consent`,
    sql`update consent_withdrawal set reason = ''`,
    sql`delete from consent_withdrawal`,
  ]
  for (const statement of statements) {
    await expect(store.db.onClinic(clinic, (queries) => statement.execute(queries))).rejects.toThrow(
      'permission denied',
    )
  }
})

test('ten devices that withdraw at once make one withdrawal', async () => {
  const { give, call } = await open()
  const { id } = (await give()).body as ConsentView
  const body = { by: 'patient', reason: '' }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => call('POST', `/api/consents/${id}/withdrawal`, body)),
  )
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(9).fill(409)])
})

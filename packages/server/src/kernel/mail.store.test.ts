/** The outbox against a real e-mail server: it listens, takes, refuses, puts off, and its mails are read back. */
import { type ClinicId, epochMsOf, err, type Instant, instantOf } from '@unknot/care/kernel'
import { freshId, standingClock, withDatabase } from '@unknot/testkit/kernel'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { listMail, queueMail, recordClinic, sendDueMail, smtpDelivery, startMailSender, vaultOf } from './index.ts'
import { retryAfterS } from './mail-sender.ts'
import { senderOf } from './smtp.ts'

const store = withDatabase()
const vault = vaultOf(Buffer.alloc(32, 3))
const clock = standingClock('2026-11-24T08:00:00.000Z' as Instant)
const later = (seconds: number) => clock.moveTo(instantOf(epochMsOf(clock.now()) + seconds * 1000))
const SENDER = 'clinic@unknot.example'

type Taken = { readonly to: string; readonly from: string; readonly text: string; readonly raw: string }
const taken: Taken[] = []
/** What the peer answers to a recipient: 0 takes the mail. */
let answer = 0
const peer = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  authOptional: true,
  allowInsecureAuth: true,
  onAuth: ({ password }, _, done) =>
    password === 'right' ? done(null, { user: 'u' }) : done(Object.assign(new Error('no'), { responseCode: 535 })),
  onRcptTo: (_, __, done) => (answer === 0 ? done() : done(Object.assign(new Error('no'), { responseCode: answer }))),
  onData: (stream, { envelope }, done) => {
    let text = ''
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    stream.on('end', () => {
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
      taken.push({ to: envelope.rcptTo.map(({ address }) => address).join(), from, text: plain(text), raw: text })
      done()
    })
  },
})
const port = await new Promise<number>((resolve) => {
  const listening = peer.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port))
})
const url = (user = '') => `smtp://${user}127.0.0.1:${port}?from=${SENDER}`

let clinic: ClinicId
beforeEach(async () => {
  clinic = freshId<ClinicId>()
  await store.db.inClinic(clinic, (tx) => recordClinic(tx, clinic, 'clinic'))
})
afterEach(async () => {
  answer = 0
  taken.length = 0
  await store.asAdmin(`delete from kernel_mail`)
})
afterAll(() => new Promise<void>((resolve) => peer.close(() => resolve())))

/** Quoted-printable, as a mail program reads it. */
function plain(text: string): string {
  const bytes = text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

const queue = (to = 'rosa@clinic.example', usefulForS = 3600, of = clinic) =>
  store.db.inClinic(of, (tx) =>
    queueMail(
      tx,
      { clinic: of, at: clock.now(), newId: freshId, vault },
      {
        kind: 'forgotten-password',
        to,
        subject: 'Ein Täschchen',
        body: 'Dear Rosa,\n\nhere: https://clinic.example/x#secret-link\n',
        usefulUntil: instantOf(epochMsOf(clock.now()) + usefulForS * 1000),
      },
    ),
  )
const send = (smtpUrl = url()) => sendDueMail({ db: store.db, vault, now: clock.now, deliver: smtpDelivery(smtpUrl) })
const mails = async () =>
  (await store.db.onClinic(clinic, (queries) => listMail(queries, vault, clinic, { before: null, limit: 50 }))).mails

test('a queued mail arrives whole, once, and its text is gone from the outbox', async () => {
  await queue()
  expect((await mails())[0]).toMatchObject({ state: 'waiting', body: expect.stringContaining('#secret-link') })
  expect(await send()).toBe(1)
  expect(await send()).toBe(0)
  expect(taken).toHaveLength(1)
  expect(taken[0]).toMatchObject({ to: 'rosa@clinic.example', from: SENDER })
  expect(taken[0]?.text).toContain('https://clinic.example/x#secret-link')
  expect(taken[0]?.text).toMatch(/^Auto-Submitted: auto-generated/m)
  expect(await mails()).toMatchObject([{ state: 'sent', tries: 1, body: null, settledAt: clock.now() }])
})

test('files go along, byte for byte, lie sealed while they wait, and are gone with the text', async () => {
  const bytes = Uint8Array.from({ length: 700 }, (_, index) => (index * 37) % 256)
  const calendar = Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')
  await store.db.inClinic(clinic, (tx) =>
    queueMail(
      tx,
      { clinic, at: clock.now(), newId: freshId, vault },
      {
        kind: 'consent-copy',
        to: 'maja@home.example',
        subject: 'Your copy',
        body: 'Here it is.',
        usefulUntil: clock.now(),
        attachments: [
          { name: 'consent.pdf', type: 'application/pdf', bytes },
          { name: 'invite.ics', type: 'text/calendar; method=REQUEST; charset=utf-8', bytes: calendar },
        ],
      },
    ),
  )
  const [row] = await store.asAdmin<{ text: string }>('select m::text as text from kernel_mail m')
  expect(row?.text).not.toContain('consent.pdf')
  expect((await mails())[0]?.attachments[0]).toEqual({
    name: 'consent.pdf',
    type: 'application/pdf',
    bytes: Buffer.from(bytes),
  })
  await send()
  const raw = taken[0]?.raw ?? ''
  const encoded = raw.slice(raw.indexOf('consent.pdf')).replaceAll('\r\n', '')
  expect(encoded).toContain(Buffer.from(bytes).toString('base64').slice(0, 400))
  expect(raw).toMatch(/Content-Type: text\/calendar; method=REQUEST/)
  expect(await mails()).toMatchObject([{ state: 'sent', attachments: [] }])
  expect(await store.asAdmin('select id from kernel_mail where attachments_sealed is not null')).toEqual([])
})

test('what was not committed is not sent, and the text lies sealed in the table', async () => {
  await store.db.inClinic(clinic, async (tx) => {
    const mail = { kind: 'x', to: 'a@b.example', subject: 's', body: 'b', usefulUntil: clock.now() }
    await queueMail(tx, { clinic, at: clock.now(), newId: freshId, vault }, mail)
    return err({ code: 'refused' })
  })
  expect(await mails()).toEqual([])
  await queue()
  const [row] = await store.asAdmin<{ text: string }>('select m::text as text from kernel_mail m')
  expect(row?.text).not.toContain('secret-link')
})

test('a mailbox that does not exist is not tried again; one that is full is, later and later, while it helps', async () => {
  await queue()
  answer = 550
  await send()
  expect(await mails()).toMatchObject([{ state: 'failed', lastError: expect.stringContaining('(550)'), body: null }])
  await store.asAdmin('delete from kernel_mail')

  await queue('rosa@clinic.example', 100)
  answer = 452
  await send()
  expect(await send()).toBe(0)
  later(30)
  expect(await send()).toBe(1)
  expect(await mails()).toMatchObject([{ state: 'waiting', tries: 2, lastError: expect.stringContaining('(452)') }])
  later(101)
  answer = 0
  await send()
  expect(taken).toEqual([])
  expect(await mails()).toMatchObject([{ state: 'failed', lastError: expect.stringContaining('(452)') }])
  expect([1, 2, 3, 8, 100].map(retryAfterS)).toEqual([30, 60, 120, 3600, 3600])
})

test('an e-mail server that is away, or refuses the password, is tried again', async () => {
  await queue()
  await send('smtp://127.0.0.1:1?from=a@b.example')
  expect(await mails()).toMatchObject([{ state: 'waiting', lastError: expect.stringContaining('can’t be reached') }])
  later(30)
  await send(url('someone:wrong@'))
  expect(await mails()).toMatchObject([{ state: 'waiting', lastError: expect.stringContaining('user or password') }])
  later(60)
  await send(url('someone:right@'))
  expect(taken).toHaveLength(1)
})

test('two servers send each mail once between them', async () => {
  for (let i = 0; i < 6; i += 1) await queue(`person${i}@clinic.example`)
  await Promise.all([send(), send(), send()])
  await send()
  expect(taken.map(({ to }) => to).sort()).toEqual([0, 1, 2, 3, 4, 5].map((i) => `person${i}@clinic.example`))
})

test('the demo’s invented people are never written to', async () => {
  const demo = freshId<ClinicId>()
  await store.db.inClinic(demo, (tx) => recordClinic(tx, demo, 'demo'))
  await queue('invented@clinic.example', 3600, demo)
  expect(await send()).toBe(0)
})

test('while it runs, a mail is sent as soon as its transaction is committed', async () => {
  const failures: unknown[] = []
  const needs = { db: store.db, vault, now: clock.now, deliver: smtpDelivery(url()) }
  const sender = startMailSender(needs, (error) => failures.push(error))
  await queue()
  await expect.poll(() => taken.length).toBe(1)
  await sender.stop()
  await queue()
  expect(taken).toHaveLength(1)
  expect(failures).toEqual([])
})

test('whom a mail is from', () => {
  expect(senderOf('smtp://u%40x.example:p@mail.example?from=c@c.example')).toBe('c@c.example')
  expect(senderOf('smtp://u%40x.example:p@mail.example')).toBe('u@x.example')
  expect(senderOf('smtps://mail.example')).toBe('unknot@mail.example')
})

/**
 * Referral letters over HTTP. Each is made from a screening's findings, can be edited until it leaves the house, and stands
 * in the audit trail at every step.
 */
import { must, ok } from '@unknot/care/kernel'
import { askedSigns, draftLetter, recipientFor } from '@unknot/care/screening'
import { letterRoutes, type LetterLine, type LetterView } from '@unknot/wire/screening'
import { findClinic, listLocationsOf } from '../clinic/index.ts'
import { type App, audit, NOT_THERE, notThere, refusals, serve } from '../kernel/index.ts'
import { findAccount, findPatient } from '../people/index.ts'
import {
  changeLetter,
  type ChangeLetterProblem,
  issueLetter,
  writeLetter,
  type WriteLetterProblem,
} from './letter.commands.ts'
import { letterPdf } from './letter.pdf.ts'
import { findLetter, listLetters, type StoredLetter } from './letter.store.ts'
import { findScreening } from './screening.store.ts'

const empty = { status: 422, title: 'A letter needs a subject and words. Nothing was saved.' } as const
const unnamed = {
  status: 422,
  title: 'Name who the letter goes to. Nothing was saved.',
  detail: 'Only a letter that the patient carries to an emergency department may go without a name.',
} as const
const refuseWriting = refusals<WriteLetterProblem>({
  'letter-empty': empty,
  'recipient-unnamed': unnamed,
  'letter-id-reused': { status: 409, title: 'This id already belongs to another letter. Nothing was saved.' },
})
const refuseChanging = refusals<ChangeLetterProblem>({
  'letter-empty': empty,
  'recipient-unnamed': unnamed,
  'not-there': NOT_THERE,
  'letter-issued': {
    status: 409,
    title: 'This letter has left the house, so it stays as it is.',
    detail: 'Write another one.',
  },
  'letter-changed-meanwhile': {
    status: 409,
    title: 'Somebody changed this letter meanwhile. Nothing was saved.',
    detail: 'Load it again.',
    facts: ({ version }) => ({ version }),
  },
})

export function letterRoom(app: App): void {
  serveWriting(app)
  serveReading(app)
}

function serveWriting(app: App): void {
  serve(app, letterRoutes.draftLetter, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const screening = await findScreening(tx, call.clinic, call.params.screening)
      if (!screening) return notThere()
      const patient = must(await findPatient(tx, call.clinic, screening.patient), 'a screening has its patient')
      const clinic = must(await findClinic(tx, call.clinic), 'a sign-in without its clinic')
      const words = draftLetter(
        {
          patientName: patient.name,
          bornWords: timeWords(patient.birthOn, 'UTC', { dateStyle: 'long' }),
          screenedWords: timeWords(screening.screenedAt, clinic.timeZone, { dateStyle: 'long', timeStyle: 'short' }),
          result: screening.result,
        },
        call.query.to ?? recipientFor(screening.result),
      )
      await audit(tx, call, { action: 'letter-drafted', patient: patient.id, subject: screening.id })
      return ok({ ...words, asked: [...askedSigns(screening.answers)] })
    }),
  )

  serve(app, letterRoutes.writeLetter, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const { id, screening: from, ...words } = call.body
      const screening = await findScreening(tx, call.clinic, from)
      if (!screening || screening.patient !== call.params.patient) return notThere()
      const { account: writtenBy, name: writtenByName } = call.actor
      const written = await writeLetter(tx, call.clinic, {
        ...words,
        id,
        patient: screening.patient,
        screening: screening.id,
        asked: askedSigns(screening.answers),
        writtenAt: call.at,
        writtenBy,
        writtenByName,
      })
      if (!written.ok) return refuseWriting(written.problem)
      await audit(tx, call, { action: 'letter-written', patient: screening.patient, subject: id })
      return ok(presentLetter(written.value))
    }),
  )

  serve(app, letterRoutes.changeLetter, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const { version, ...words } = call.body
      const changed = await changeLetter(tx, call.clinic, { letter: call.params.letter, version, words, at: call.at })
      if (!changed.ok) return refuseChanging(changed.problem)
      await audit(tx, call, { action: 'letter-changed', patient: changed.value.patient, subject: changed.value.id })
      return ok(presentLetter(changed.value))
    }),
  )

  serve(app, letterRoutes.issueLetter, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const { version, how, to } = call.body
      const issue = { at: call.at, how, to, byName: call.actor.name }
      const issued = await issueLetter(tx, call.clinic, { letter: call.params.letter, version, issue })
      if (!issued.ok) return refuseChanging(issued.problem)
      await audit(tx, call, { action: 'letter-issued', patient: issued.value.patient, subject: issued.value.id })
      return ok(presentLetter(issued.value))
    }),
  )
}

function serveReading(app: App): void {
  serve(app, letterRoutes.readLetter, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const letter = await findLetter(tx, call.clinic, call.params.letter)
      if (!letter) return notThere()
      await audit(tx, call, { action: 'letter-read', patient: letter.patient, subject: letter.id })
      return ok(presentLetter(letter))
    }),
  )

  serve(app, letterRoutes.listLetters, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const patient = await findPatient(tx, call.clinic, call.params.patient)
      if (!patient) return notThere()
      const letters = await listLetters(tx, call.clinic, patient.id)
      await audit(tx, call, { action: 'letters-listed', patient: patient.id })
      return ok({ letters: letters.map(presentLine) })
    }),
  )

  serve(app, letterRoutes.printLetter, async (call) => {
    const found = await call.db.inClinic(call.clinic, async (tx) => {
      const letter = await findLetter(tx, call.clinic, call.params.letter)
      if (!letter) return notThere()
      const patient = must(await findPatient(tx, call.clinic, letter.patient), 'a letter has its patient')
      const clinic = must(await findClinic(tx, call.clinic), 'a sign-in without its clinic')
      const screening = must(await findScreening(tx, call.clinic, letter.screening), 'a letter has its screening')
      const author = await findAccount(tx, call.clinic, letter.writtenBy)
      const [location] = await listLocationsOf(tx, call.clinic)
      await audit(tx, call, { action: 'letter-printed', patient: patient.id, subject: letter.id })
      const lines = location ? [location.address, location.phone ?? ''].filter((line) => line !== '') : []
      return ok({
        letter,
        clinic: { name: clinic.name, lines },
        timeZone: clinic.timeZone,
        patient,
        author: [letter.writtenByName, author?.registration ?? ''].filter(Boolean).join(', '),
        screenedAt: screening.screenedAt,
      })
    })
    if (!found.ok) return found
    const bytes = await letterPdf(found.value, call.query.paper ?? 'a4')
    return ok({ bytes, name: `letter-${found.value.letter.id}.pdf` })
  })
}

function timeWords(at: string, timeZone: string, form: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...form, timeZone }).format(new Date(at))
}

function presentLetter(letter: StoredLetter): LetterView {
  return {
    id: letter.id,
    patient: letter.patient,
    screening: letter.screening,
    recipient: letter.recipient,
    recipientName: letter.recipientName,
    recipientAddress: letter.recipientAddress,
    urgency: letter.urgency,
    subject: letter.subject,
    body: letter.body,
    asked: letter.asked.map(({ question, text, answer, note }) => ({ question, text, answer, note })),
    version: letter.version,
    writtenAt: letter.writtenAt,
    writtenBy: letter.writtenBy,
    writtenByName: letter.writtenByName,
    changedAt: letter.changedAt,
    issued: letter.issued && {
      at: letter.issued.at,
      how: letter.issued.how,
      to: letter.issued.to,
      byName: letter.issued.byName,
    },
  }
}

function presentLine(letter: StoredLetter): LetterLine {
  return {
    id: letter.id,
    screening: letter.screening,
    recipient: letter.recipient,
    recipientName: letter.recipientName,
    urgency: letter.urgency,
    subject: letter.subject,
    changedAt: letter.changedAt,
    writtenByName: letter.writtenByName,
    issuedAt: letter.issued?.at ?? null,
  }
}

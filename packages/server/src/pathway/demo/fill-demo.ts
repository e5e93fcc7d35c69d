/**
 * Fills the demo clinic: thirty invented patients in every state of the path, made by the same commands as in real use.
 *
 * The same day and seed give the same clinic. A command that refuses here is a bug in the demo, and throws.
 */
import {
  type AccountId,
  assert,
  type CalendarDay,
  type ClinicId,
  type ConsentId,
  epochMsOf,
  type Instant,
  instantOf,
  must,
  type PatientId,
  type Problem,
  type Result,
  type ScreeningId,
  uuidV7,
} from '@unknot/care/kernel'
import { type Answers, QUESTION_IDS } from '@unknot/care/screening'
import { findClinic, type Clinic, type FillDemo } from '../../clinic/index.ts'
import { giveConsent, textInForce, withdrawConsent } from '../../consent/index.ts'
import { audit, type AuditSource, type Queries } from '../../kernel/index.ts'
import { dayIn, findAccount, registerPatient } from '../../people/index.ts'
import { recordScreening } from '../../screening/index.ts'
import { INVENTED_PEOPLE, type InventedPerson } from './invented-people.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** What every step of the demo works with. */
export type DemoHand = {
  readonly tx: Queries
  readonly clinic: Clinic
  readonly desk: { readonly account: AccountId; readonly name: string }
  readonly clinician: { readonly account: AccountId; readonly name: string }
  /** A new id whose time part is the instant. */
  readonly idAt: <Id extends string>(at: Instant) => Id
  readonly sourceAt: (at: Instant, who: AccountId) => AuditSource
}

export const fillDemo: FillDemo = async (tx, { clinic, accounts, at }) => {
  const hand = await handOf(tx, clinic, accounts, at)
  for (const [index, person] of INVENTED_PEOPLE.entries()) await walk(hand, person, arrival(at, index, person))
}

async function handOf(
  tx: Queries,
  clinic: ClinicId,
  accounts: { readonly clinician: AccountId; readonly desk: AccountId },
  at: Instant,
): Promise<DemoHand> {
  const random = seeded(Number.parseInt(at.slice(0, 10).replaceAll('-', ''), 10))
  const idAt = <Id extends string>(when: Instant): Id =>
    uuidV7<Id>(
      epochMsOf(when),
      Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256)),
    )
  const named = async (account: AccountId) => {
    const { name } = must(await findAccount(tx, clinic, account), 'the demo has its staff')
    return { account, name }
  }
  return {
    tx,
    clinic: must(await findClinic(tx, clinic), 'the demo has its clinic'),
    desk: await named(accounts.desk),
    clinician: await named(accounts.clinician),
    idAt,
    sourceAt: (when, account) => {
      return { clinic, actor: { account }, at: when, requestId: null, fromAddress: null, newId: () => idAt(when) }
    },
  }
}

/** When the patient first came: those with an open session today, the others up to five weeks ago. */
function arrival(at: Instant, index: number, { walk }: InventedPerson): Instant {
  const isNow = walk.session !== undefined && !walk.session.startsWith('signed')
  const daysAgo = isNow ? 0 : walk.session === 'signed-long-ago' ? 35 : 1 + (index % 6)
  return instantOf(epochMsOf(at) - daysAgo * DAY_MS - (100 - index) * MINUTE_MS)
}

async function walk(hand: DemoHand, person: InventedPerson, at: Instant): Promise<void> {
  const patient = await register(hand, person, at)
  const { screened, consented, withdrawn } = person.walk
  if (screened) await screen(hand, { ...patient, answers: answersOf(screened) }, later(at, 8))
  if (!consented) return
  const consent = await consentTo(hand, patient, consented, later(at, 14))
  if (withdrawn !== undefined) await withdraw(hand, patient.id, consent, withdrawn, later(at, 40))
}

type DemoPatient = { readonly id: PatientId; readonly name: string; readonly birthOn: CalendarDay }

async function register(hand: DemoHand, person: InventedPerson, at: Instant): Promise<DemoPatient> {
  const { name, sex, language, phone, email, contact, notes } = person
  const id = hand.idAt<PatientId>(at)
  const today = dayIn(hand.clinic.timeZone, at)
  const year = Number(today.slice(0, 4)) - person.age - 1
  // Never the 29th of February, never today: the age is the same all through the demo's days.
  const birthOn =
    `${year}-${today.slice(5, 7) === '12' ? '06' : '12'}-${String(1 + (person.age % 28)).padStart(2, '0')}` as CalendarDay
  const emergencyContact = contact && { name: contact[0], phone: '+353 20 910 0000', relation: contact[1] }
  const draft = { name, birthOn, sex, phone, email, emergencyContact, language, notes }
  const command = { clinic: hand.clinic.id, id, draft, notDuplicateOf: [], today, at }
  const registered = done(await registerPatient(hand.tx, command), name)
  await audit(hand.tx, hand.sourceAt(at, hand.desk.account), { action: 'patient-registered', patient: id, subject: id })
  return { id, name: registered.name, birthOn }
}

/** Every question is answered: those named as they say, the rest with no. */
function answersOf(named: NonNullable<InventedPerson['walk']['screened']>): Answers {
  return Object.fromEntries(QUESTION_IDS.map((id) => [id, { answer: named[id] ?? 'no' }]))
}

async function screen(
  hand: DemoHand,
  { id: patient, birthOn, answers }: DemoPatient & { readonly answers: Answers },
  at: Instant,
): Promise<void> {
  const { account, name } = hand.clinician
  const id = hand.idAt<ScreeningId>(at)
  const today = dayIn(hand.clinic.timeZone, at)
  const command = { clinic: hand.clinic.id, id, patient, birthOn, today, answers, at, by: account, byName: name }
  const { result } = done(await recordScreening(hand.tx, command), 'a screening')
  const action = { action: 'patient-screened', patient, subject: id, ruleVersion: result.rulesVersion }
  await audit(hand.tx, hand.sourceAt(at, account), action)
}

async function consentTo(
  hand: DemoHand,
  patient: DemoPatient,
  regions: NonNullable<InventedPerson['walk']['consented']>,
  at: Instant,
): Promise<ConsentId> {
  const { clinic } = hand
  const terms = { ...clinic, notAcupunctureStatement: clinic.rules.notAcupunctureStatement }
  const { text, hash } = textInForce(terms, regions, false)
  const id = hand.idAt<ConsentId>(at)
  const given = await giveConsent(hand.tx, {
    clinic: terms,
    id,
    patient,
    today: dayIn(clinic.timeZone, at),
    draft: { regions, electrical: false, signature: { kind: 'typed', name: patient.name }, representative: null },
    textVersion: text.version,
    textHash: hash,
    at,
    by: hand.clinician.account,
    byName: hand.clinician.name,
  })
  done(given, 'a consent')
  const action = { action: 'consent-given', patient: patient.id, subject: id, ruleVersion: text.version }
  await audit(hand.tx, hand.sourceAt(at, hand.clinician.account), action)
  return id
}

async function withdraw(
  hand: DemoHand,
  patient: PatientId,
  consent: ConsentId,
  reason: string,
  at: Instant,
): Promise<void> {
  const { account, name } = hand.clinician
  const command = { clinic: hand.clinic.id, consent, by: 'patient', reason, at } as const
  done(await withdrawConsent(hand.tx, { ...command, recordedBy: account, recordedByName: name }), 'a withdrawal')
  await audit(hand.tx, hand.sourceAt(at, account), { action: 'consent-withdrawn', patient, subject: consent })
}

export function later(at: Instant, minutes: number): Instant {
  return instantOf(epochMsOf(at) + minutes * MINUTE_MS)
}

export function done<T>(result: Result<T, Problem>, what: string): T {
  assert(result.ok, `the demo was refused: ${what}: ${JSON.stringify(result.ok ? null : result.problem)}`)
  return result.value
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32 by Tommy Ettinger, public domain). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Fills the demo clinic: thirty invented patients in every state of the path, made by the same commands as in real use.
 *
 * The same day and seed give the same clinic. A command that refuses here is a bug in the demo, and throws.
 */
import { type CalendarDay, type ConsentId, type Instant, type PatientId, type ScreeningId } from '@unknot/care/kernel'
import { type Answers, QUESTION_IDS } from '@unknot/care/screening'
import type { FillDemo } from '../../clinic/index.ts'
import { consentClinic, giveConsent, textInForce, withdrawConsent } from '../../consent/index.ts'
import { audit } from '../../kernel/index.ts'
import { dayIn, registerPatient } from '../../people/index.ts'
import { recordScreening } from '../../screening/index.ts'
import { bookDemo } from './book-demo.ts'
import { type DemoHand, done, handOf, later } from './demo-hand.ts'
import { fillScores } from './fill-scores.ts'
import { INVENTED_PEOPLE, type InventedPerson } from './invented-people.ts'
import { walkSession } from './walk-session.ts'

const DAY_MINUTES = 24 * 60
const NOW: readonly unknown[] = ['needles-in', 'all-out-called', 'just-opened']
const TODAY: readonly unknown[] = ['incident', 'faint', 'unsigned']

export const fillDemo: FillDemo = async (tx, { clinic, accounts, at }) => {
  const hand = await handOf(tx, clinic, accounts, at)
  const patients: PatientId[] = []
  for (const [index, person] of INVENTED_PEOPLE.entries()) {
    patients.push(await walk(hand, person, index, arrival(at, index, person)))
  }
  await bookDemo({ hand, at, patients })
}

/** When the patient first came: whoever is on the table just now, the others today, this week or five weeks ago. */
function arrival(at: Instant, index: number, { walk }: InventedPerson): Instant {
  if (NOW.includes(walk.session)) return later(at, -32 - (index % 5))
  const daysAgo = TODAY.includes(walk.session) ? 0 : walk.session === 'signed-long-ago' ? 35 : 1 + (index % 6)
  return later(at, -daysAgo * DAY_MINUTES - 100 + index)
}

async function walk(hand: DemoHand, person: InventedPerson, index: number, at: Instant): Promise<PatientId> {
  const patient = await register(hand, person, at)
  const { screened, consented: regions, withdrawn, session } = person.walk
  if (screened) await screen(hand, { ...patient, answers: answersOf(screened) }, later(at, 8))
  if (!regions) return patient.id
  const consent = await consentTo(hand, patient, regions, later(at, 14))
  if (withdrawn !== undefined) await withdraw(hand, patient.id, consent, withdrawn, later(at, 40))
  if (!session) return patient.id
  await walkSession(hand, { patient: patient.id, consent, regions, reason: person.reason, session }, later(at, 18))
  if (!session.startsWith('signed')) return patient.id
  const isLongAgo = session === 'signed-long-ago'
  await fillScores(hand, { patient: patient.id, index, isLongAgo }, later(at, 20))
  if (!isLongAgo) return patient.id
  // Asked again before each session, as the rules want it.
  for (const day of [7, 14]) {
    const again = later(at, day * DAY_MINUTES)
    if (screened) await screen(hand, { ...patient, answers: answersOf(screened) }, later(again, 8))
    const visit = { patient: patient.id, consent, regions, reason: person.reason, session }
    await walkSession(hand, visit, later(again, 18))
  }
  return patient.id
}

type DemoPatient = { readonly id: PatientId; readonly name: string; readonly birthOn: CalendarDay }

async function register(hand: DemoHand, person: InventedPerson, at: Instant): Promise<DemoPatient> {
  const { name, sex, language, phone, email, contact, notes } = person
  const id = hand.idAt<PatientId>(at)
  const today = dayIn(hand.clinic.timeZone, at)
  // Born in December, or in June when it is December now: nobody has a birthday in the demo's days.
  const isDecember = today.slice(5, 7) === '12'
  const year = Number(today.slice(0, 4)) - person.age - (isDecember ? 0 : 1)
  const birthOn = `${year}-${isDecember ? '06' : '12'}-${String(1 + (person.age % 28)).padStart(2, '0')}` as CalendarDay
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
  const terms = consentClinic(clinic)
  const agreed = { regions, electrical: false, extras: [] }
  const { text, hash } = textInForce(terms, agreed)
  const id = hand.idAt<ConsentId>(at)
  const given = await giveConsent(hand.tx, {
    clinic: terms,
    id,
    patient,
    today: dayIn(clinic.timeZone, at),
    draft: { ...agreed, signature: { kind: 'typed', name: patient.name }, representative: null, interpreter: null },
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
  const command = { clinic: hand.clinic.id, consent, scopes: ['all'], by: 'patient', reason, at } as const
  done(await withdrawConsent(hand.tx, { ...command, recordedBy: account, recordedByName: name }), 'a withdrawal')
  await audit(hand.tx, hand.sourceAt(at, account), { action: 'consent-withdrawn', patient, subject: consent })
}

/**
 * Writes the note of a session from its events: page, PDF and data are made from this one value, so they agree.
 *
 * Nothing in it comes from memory or from a form: only from the events, and from who clinic, patient and clinicians are.
 * What was taken back isn't told; what was never recorded is said to be so.
 */
import { mustMuscle } from '../atlas/index.ts'
import { type AccountId, ageOn, type CalendarDay, epochMsOf, must, type PatientId } from '../kernel/index.ts'
import { countNeedles, equationOf } from './count.ts'
import type { SessionEvent } from './event.ts'
import { foldEvents } from './fold.ts'
import type { ChartedNeedle } from './needle-ledger.ts'
import type { NoteAddendum, NoteEntry, NoteNeedle, SessionNote } from './note-shape.ts'
import { noteSentences } from './note-sentences.ts'
import { clockOf, dayWords, type NoteClock } from './note-time.ts'
import type { SessionState } from './state.ts'
import {
  BLEEDING_WORDS,
  capitalised,
  currentWords,
  depthWords,
  DIRECTION_WORDS,
  INCIDENT_WORDS,
  POSITION_WORDS,
  REFERRED_WORDS,
  sizeWords,
  spanWords,
  TECHNIQUE_WORDS,
  twitchWords,
} from './words.ts'

/** Whose note it is. */
export type NoteAbout = {
  readonly clinic: { readonly name: string; readonly lines: readonly string[] }
  /** IANA zone of the clinic. */
  readonly zone: string
  readonly patient: {
    readonly id: PatientId
    readonly name: string
    readonly bornOn: CalendarDay
    readonly number: string
  }
  /** The name of whoever entered an event. */
  readonly nameOf: (account: AccountId) => string
}

export function writeNote(events: readonly SessionEvent[], about: NoteAbout): SessionNote {
  const state = foldEvents(events)
  const opened = must(state.opened, 'a session that was opened')
  const clock = clockOf(about.zone)
  const { patient } = about
  const count = countNeedles(state)
  return {
    session: must(state.session, 'a session with an id'),
    phase: state.phase,
    status: statusOf(state),
    title: 'Session record',
    subtitle: `Dry needling, ${clock.longDay(opened.at)} (${about.zone})`,
    zone: about.zone,
    clinic: about.clinic,
    patient: { ...patient, words: `${patient.name}, born ${dayWords(patient.bornOn)}, no. ${patient.number}` },
    openedAt: opened.at,
    facts: factsOf(state, about, clock),
    notes: noteSentences(state, clock),
    needles: state.needles.map((needle) => needleRow(needle, about, clock)),
    count: { ...count, equation: equationOf(count) },
    countedBy: state.count && about.nameOf(state.count.actor),
    signature: signatureOf(state, clock),
    addenda: state.addenda.map(({ event, at, authorName, text }): NoteAddendum => {
      return { event, at, when: clock.dayAndMinute(at), author: authorName, text }
    }),
  }
}

function statusOf(state: SessionState): SessionNote['status'] {
  if (!state.signed) return 'draft'
  return state.withdrawal ? 'signed-withdrawn' : 'signed'
}

function signatureOf({ signed }: SessionState, clock: NoteClock): SessionNote['signature'] {
  if (!signed) return null
  const { signerName, registration, at } = signed
  const signer = registration ? `${signerName}, ${registration}` : signerName
  return { signer, at, when: clock.dayAndTime(at) }
}

function factsOf(state: SessionState, about: NoteAbout, clock: NoteClock): readonly NoteEntry[] {
  const opened = must(state.opened, 'a session that was opened')
  const { patient } = about
  const age = ageOn(patient.bornOn, clock.calendarDay(opened.at))
  return [
    { label: 'Patient', value: `${patient.name}, no. ${patient.number}` },
    { label: 'Born', value: `${dayWords(patient.bornOn)} (${age} y)` },
    { label: 'Clinician', value: cliniciansOf(state, about) },
    { label: 'Position', value: positionsOf(state) },
    { label: 'Reason', value: state.reason.trim() === '' ? 'Not recorded' : state.reason },
    { label: 'Alerts', value: alertsOf(state) },
    { label: 'Consent', value: consentOf(state, clock) },
    { label: 'Time-out', value: state.timeOut ? `${clock.minute(state.timeOut.at)}, all four checked` : 'Not done' },
  ]
}

/** Everybody who put a needle in or took one out, or else who opened the session. */
function cliniciansOf(state: SessionState, about: NoteAbout): string {
  const hands = state.needles.flatMap(({ insertion, removal }) => [
    insertion.actor,
    ...(removal ? [removal.actor] : []),
  ])
  const accounts = new Set(hands.length > 0 ? hands : state.opened ? [state.opened.actor] : [])
  return [...accounts].map(about.nameOf).join(', ')
}

function positionsOf({ timeOut, turns }: SessionState): string {
  const positions = [...(timeOut ? [timeOut] : []), ...turns].map(({ position }) => POSITION_WORDS[position])
  const changes = positions.filter((position, at) => position !== positions[at - 1])
  return changes.length === 0 ? 'Not recorded' : capitalised(changes.join(', then '))
}

function alertsOf({ timeOut }: SessionState): string {
  if (!timeOut) return 'Not known: no time-out'
  return timeOut.screening.precautions.length === 0 ? 'None from screening' : timeOut.screening.precautions.join('; ')
}

function consentOf({ timeOut, withdrawal, narrowings, reconfirmations }: SessionState, clock: NoteClock): string {
  if (!timeOut) return 'Not checked: no time-out'
  const { textVersion, regions, electrical } = timeOut.consent
  const current = electrical ? ', electrical too' : ''
  const again = reconfirmations.map(({ at, interpreter }) => {
    return `${clock.minute(at)}${interpreter ? ` through ${interpreter}` : ''}`
  })
  const asked =
    again.length === 0 ? 'asking again by word of mouth not recorded' : `yes again by word of mouth ${again.join(', ')}`
  const taken = withdrawal
    ? '; withdrawn in this session'
    : narrowings.length > 0
      ? '; in part withdrawn in this session'
      : ''
  return `${textVersion}, for ${regions.join(', ')}${current}; ${asked}${taken}`
}

function needleRow(needle: ChartedNeedle, about: NoteAbout, clock: NoteClock): NoteNeedle {
  const { detail, insertedAt, outAt, outcome } = needle
  const dwellS = outAt && Math.max(0, Math.round((epochMsOf(outAt) - epochMsOf(insertedAt)) / 1000))
  return {
    needle: needle.id,
    number: needle.number,
    site: siteCell(needle),
    size: sizeWords(detail),
    depth: depthWords(detail.depthMm),
    technique: techniqueCell(needle),
    direction: DIRECTION_WORDS[detail.direction],
    twitch: twitchWords(detail.twitch),
    pain: detail.pain0to10 === 'not-asked' ? 'not asked' : String(detail.pain0to10),
    referred: REFERRED_WORDS[detail.referred],
    bleeding: BLEEDING_WORDS[detail.bleeding],
    lot: detail.lot ?? 'not recorded',
    in: clock.time(insertedAt),
    out: outCell(needle, clock),
    dwell: dwellS === null ? 'still in' : spanWords(dwellS),
    by: about.nameOf(needle.insertion.actor),
    inAt: insertedAt,
    outAt,
    dwellS,
    outcome,
  }
}

/** Muscle first, so that a table can be read by muscle. */
function siteCell({ site }: ChartedNeedle): string {
  return `${mustMuscle(site.muscle).name}, ${site.side}${site.level === null ? '' : `, ${site.level}`}`
}

function techniqueCell({ detail }: ChartedNeedle): string {
  const settings = detail.electrical ? currentWords(detail.electrical) : ''
  return settings === '' ? TECHNIQUE_WORDS[detail.technique] : `${TECHNIQUE_WORDS[detail.technique]}: ${settings}`
}

function outCell({ outcome, outAt }: ChartedNeedle, clock: NoteClock): string {
  if (outcome === 'in-body' || outAt === null) return 'still in'
  return outcome === 'out' ? clock.time(outAt) : INCIDENT_WORDS[outcome]
}

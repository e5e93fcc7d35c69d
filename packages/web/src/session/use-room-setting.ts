/** What the room is told from outside the session: the patient, the newest screening, the consent that is valid now. */
import { epochMsOf, type Instant, instantOf, type PatientId } from '@unknot/care/kernel'
import { consentFacts } from '@unknot/care/consent'
import { type Answers, needsRecheck, patientFactors, screeningFacts } from '@unknot/care/screening'
import type { ConsentFacts, ScreeningFacts } from '@unknot/care/session'
import { type ConsentLine, consentRoutes } from '@unknot/wire/consent'
import { patientRoutes } from '@unknot/wire/people'
import { screeningRoutes, type ScreeningView } from '@unknot/wire/screening'
import { useMemo, useState } from 'react'
import { ageWords, dayAt, dayWords, timeWords, useRead, whenWords } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import type { RoomSetting } from './room-view.ts'
import type { SessionEngine } from './session-engine.ts'

/** Asked again this often, so that a withdrawal at the desk reaches the table. */
const EVERY_MS = 30_000

export function useRoomSetting(patient: PatientId, engine: SessionEngine): RoomSetting {
  const me = useMe()
  const [now] = useState(() => instantOf(Date.now()))
  const person = useRead(patientRoutes.readPatient, { params: { patient } }).data
  const screenings = useRead(screeningRoutes.listScreenings, { params: { patient } }, { everyMs: EVERY_MS }).data
  const newest = screenings?.screenings[0]?.id
  const screening = useRead(
    screeningRoutes.readScreening,
    { params: { screening: newest ?? ('' as never) } },
    { isOn: newest !== undefined },
  ).data
  const consents = useRead(consentRoutes.listConsents, { params: { patient } }, { everyMs: EVERY_MS }).data?.consents

  return useMemo(() => {
    const zone = me.clinic.timeZone
    const consent = consents?.find((each) => each.valid)
    const usable = screening !== undefined && !needsRecheck(screening, now) && screening.result.mayNeedle
    return {
      patientName: person?.name ?? 'Name not loaded',
      ageWords: person ? ageWords(person.birthOn, dayAt(now, zone)) : '',
      patientLine: person ? `${person.name}, born ${dayWords(person.birthOn)}, no. ${person.number}` : 'not loaded',
      screening: usable ? (screeningFacts(screening) as ScreeningFacts) : null,
      factors: screening ? patientFactors(screening.answers as Answers) : {},
      isSuperficialFirst: screening?.result.changes.includes('superficial-first') ?? false,
      screeningLine: screeningLine(screenings === undefined, screening, now, zone),
      consent: consent ? (consentFacts(consent) as ConsentFacts) : null,
      consentLine: consentLine(consents, consent, zone),
      isConsentWithdrawn: consents !== undefined && consents.length > 0 && consent === undefined,
      signerName: me.name,
      registration: me.registration,
      chartAddress: `/patients/${patient}`,
      timeWords: (at: Instant) => timeWords(at, zone),
      onPutAside: (event) => void engine.putAside(event),
    }
  }, [me, person, screenings, screening, consents, patient, engine, now])
}

function screeningLine(isLoading: boolean, screening: ScreeningView | undefined, now: Instant, zone: string): string {
  if (screening === undefined) return isLoading ? 'not loaded' : 'never screened'
  const when = `asked ${whenWords(screening.screenedAt, zone)}`
  if (!screening.result.mayNeedle) return `no needling today, ${when}`
  if (screening.reopenedAt !== null) return 'something happened since: ask again'
  const hours = Math.floor((epochMsOf(now) - epochMsOf(screening.screenedAt)) / 3_600_000)
  return needsRecheck(screening, now) ? `${hours} hours old: ask again` : when
}

function consentLine(
  consents: readonly ConsentLine[] | undefined,
  valid: ConsentLine | undefined,
  zone: string,
): string {
  if (consents === undefined) return 'not loaded'
  if (valid === undefined) return consents.length === 0 ? 'not given' : 'withdrawn'
  return `${valid.regions.join(', ')}${valid.electrical ? ', electrical' : ''}, given ${whenWords(valid.givenAt, zone)}`
}

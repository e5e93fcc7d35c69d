/** The chart and the day as they go out, each field named by hand. */
import type { Instant } from '@unknot/care/kernel'
import type { ChartSession, ChartView, TodaySession } from '@unknot/wire/pathway'
import { presentConsentLine } from '../consent/index.ts'
import { presentPatient } from '../people/index.ts'
import { presentScreening } from '../screening/index.ts'
import type { Chart, ChartedSession, SessionOfToday } from './pathway.store.ts'

export function presentChart(chart: Chart, at: Instant): ChartView {
  return {
    patient: presentPatient(chart.patient),
    screening: chart.screening && presentScreening(chart.screening),
    consents: chart.consents.map((consent) => presentConsentLine(consent, at)),
    sessions: chart.sessions.map(presentSession),
  }
}

function presentSession(session: ChartedSession): ChartSession {
  const { needlesIn, needlesOut, needlesAccounted } = session
  return {
    id: session.id,
    patient: session.patient,
    status: session.status,
    openedAt: session.openedAt,
    openedBy: session.openedBy,
    openedByName: session.openedByName,
    lastEventAt: session.lastEventAt,
    signedAt: session.signedAt,
    signedByName: session.signedByName,
    needlesIn,
    needlesOut,
    needlesAccounted,
    needlesLeft: needlesIn - needlesOut - needlesAccounted,
    addendumCount: session.addenda,
  }
}

export function presentOfToday(session: SessionOfToday): TodaySession {
  return {
    ...presentSession(session),
    patientName: session.patientName,
    patientNumber: session.patientNumber,
    patientBirthOn: session.patientBirthOn,
  }
}

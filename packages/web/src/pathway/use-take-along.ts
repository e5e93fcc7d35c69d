/** Today's and tomorrow's patients are fetched to the device before they are needed, every ten minutes while it has a network. */
import type { PatientId, SessionId } from '@unknot/care/kernel'
import { consentRoutes } from '@unknot/wire/consent'
import { pathwayRoutes, type TakenAlong } from '@unknot/wire/pathway'
import { patientRoutes } from '@unknot/wire/people'
import { screeningRoutes } from '@unknot/wire/screening'
import { sessionRoutes } from '@unknot/wire/session'
import { useEffect } from 'react'
import { call, keepAnswer, keyOf, useVault } from '../kernel/index.ts'

const EVERY_MS = 10 * 60_000

export function useTakeAlong(isTreating: boolean): void {
  const isOpen = useVault().kind === 'open'
  useEffect(() => {
    if (!isOpen || !isTreating) return
    let isGone = false
    let timer: ReturnType<typeof setTimeout>
    const round = async () => {
      // Out of reach: what was taken along before stays as it is.
      await fetchAll(() => isGone).catch(() => undefined)
      if (isGone) return
      timer = setTimeout(() => void round(), EVERY_MS)
    }
    // First what the page itself needs.
    timer = setTimeout(() => void round(), 1500)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [isOpen, isTreating])
}

/** One after the other, so that nobody waits for it. */
async function fetchAll(isGone: () => boolean): Promise<void> {
  const { patients } = await call(pathwayRoutes.expected, {}, { onSignInNeeded: 'throw' })
  for (const patient of patients) {
    if (isGone()) break
    await keep(
      patient as PatientId,
      await call(pathwayRoutes.takeAlong, { params: { patient } }, { onSignInNeeded: 'throw' }),
    )
  }
}

/** Kept under the keys of the reads that the pages make. */
async function keep(patient: PatientId, { chart, screenings, sessions, records }: TakenAlong): Promise<void> {
  const params = { patient }
  await Promise.all([
    keepAnswer(keyOf(pathwayRoutes.readChart, { params }), chart),
    keepAnswer(keyOf(patientRoutes.readPatient, { params }), chart.patient),
    keepAnswer(keyOf(consentRoutes.listConsents, { params }), { consents: chart.consents }),
    keepAnswer(keyOf(screeningRoutes.listScreenings, { params }), { screenings }),
    ...(chart.screening
      ? [
          keepAnswer(
            keyOf(screeningRoutes.readScreening, { params: { screening: chart.screening.id } }),
            chart.screening,
          ),
        ]
      : []),
    ...records.map((record) =>
      keepAnswer(keyOf(sessionRoutes.readRecord, { params: { session: record.note.session as SessionId } }), record),
    ),
    ...sessions.map((session) =>
      keepAnswer(keyOf(sessionRoutes.readSession, { params: { session: session.id } }), session),
    ),
  ])
}

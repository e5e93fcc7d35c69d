/**
 * What to do next for a patient before a needle can go in. One step at a time, the earliest open one; it never says that
 * needling is all right, only what is missing.
 */
import type { Instant } from '@unknot/care/kernel'
import { needsRecheck } from '@unknot/care/screening'
import type { ChartView } from '@unknot/wire/pathway'

export type NextStep = 'back-to-session' | 'screen' | 'screen-again' | 'stopped' | 'consent' | 'start-session'

export function nextStep(chart: Pick<ChartView, 'screening' | 'consents' | 'sessions'>, now: Instant): NextStep {
  if (chart.sessions.some((session) => session.status === 'open')) return 'back-to-session'
  if (chart.screening === null) return 'screen'
  if (needsRecheck(chart.screening, now)) return 'screen-again'
  if (!chart.screening.result.mayNeedle) return 'stopped'
  return chart.consents.some((consent) => consent.valid) ? 'start-session' : 'consent'
}

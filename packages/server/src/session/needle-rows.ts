/** What a session's events changed of its needles, as the rows that reports read. */
import type { ChartedNeedle, SessionState } from '@unknot/care/session'
import type { NeedleRow, SessionHead } from './session.store.ts'
import { countNeedles } from '@unknot/care/session'
import type { Instant } from '@unknot/care/kernel'

/** The rows of the needles that the later state knows otherwise than the earlier one. */
export function changedNeedles(before: SessionState, after: SessionState): readonly NeedleRow[] {
  // A state shares with the one before it whatever an event left alone.
  const known = new Set([...before.needles, ...before.retractedNeedles])
  const taken = new Set(before.retractedNeedles)
  return [
    ...after.needles.filter((needle) => !known.has(needle)).map((needle) => rowOf(needle, needle.outcome)),
    ...after.retractedNeedles.filter((needle) => !taken.has(needle)).map((needle) => rowOf(needle, 'retracted')),
  ]
}

export function headOf(state: SessionState, lastEventAt: Instant): SessionHead {
  const { inCount, outCount, accountedCount } = countNeedles(state)
  return {
    status: state.signed ? 'signed' : 'open',
    lastEventAt,
    signedAt: state.signed?.at ?? null,
    signedBy: state.signed?.actor ?? null,
    needlesIn: inCount,
    needlesOut: outCount,
    needlesAccounted: accountedCount,
    addenda: state.addenda.length,
  }
}

function rowOf(
  { id, number, site, detail, insertedAt, outAt }: ChartedNeedle,
  outcome: NeedleRow['outcome'],
): NeedleRow {
  return {
    needle: id,
    number,
    muscle: site.muscle,
    side: site.side,
    level: site.level,
    gaugeMm: detail.gaugeMm,
    lengthMm: detail.lengthMm,
    depthMm: detail.depthMm === 'not-measured' ? null : detail.depthMm,
    direction: detail.direction,
    technique: detail.technique,
    twitch: detail.twitch.kind,
    twitchCount: detail.twitch.kind === 'seen' ? detail.twitch.count : null,
    pain0to10: detail.pain0to10 === 'not-asked' ? null : detail.pain0to10,
    lot: detail.lot,
    inAt: insertedAt,
    outAt,
    outcome,
  }
}

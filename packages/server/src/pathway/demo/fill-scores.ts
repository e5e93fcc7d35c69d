/** Scores of the demo's patients: pain of the past week from visit to visit, so that charts have a course to show. */
import type { Instant, PatientId } from '@unknot/care/kernel'
import type { MeasureId } from '@unknot/care/outcomes'
import { audit } from '../../kernel/index.ts'
import { recordScore } from '../../outcomes/index.ts'
import { type DemoHand, done, later } from './demo-hand.ts'

const DAY_MINUTES = 24 * 60

/** Days after the first session, and what was answered then. */
type Answer = readonly [day: number, measure: MeasureId, answers: Readonly<Record<string, number>>]

const pain = (day: number, value: number): Answer => [day, 'nprs.avg7d', { 'nprs.avg7d': value }]
const peg = (day: number, peg1: number, peg2: number, peg3: number): Answer => [day, 'peg', { peg1, peg2, peg3 }]

/** Somebody who came five weeks ago, and has been asked every week since. */
const LONG: readonly (readonly Answer[])[] = [
  [pain(0, 7), peg(0, 7, 6, 6), pain(7, 6), pain(14, 5), pain(21, 5), pain(28, 4), peg(28, 4, 4, 3), pain(34, 4)],
  [pain(0, 6), pain(7, 7), pain(14, 6), pain(21, 6), peg(21, 6, 5, 6), pain(34, 6)],
]
/** Somebody who came this week. */
const SHORT: readonly (readonly Answer[])[] = [[pain(0, 6)], [pain(0, 8)], [pain(0, 5)], [pain(0, 7), peg(0, 7, 7, 8)]]

export async function fillScores(
  hand: DemoHand,
  visit: { readonly patient: PatientId; readonly index: number; readonly isLongAgo: boolean },
  at: Instant,
): Promise<void> {
  const courses = visit.isLongAgo ? LONG : SHORT
  for (const [day, measure, answers] of courses[visit.index % courses.length] ?? []) {
    const when = later(at, day * DAY_MINUTES)
    const id = hand.idAt<string>(when)
    const recorded = await recordScore(hand.tx, {
      clinic: hand.clinic.id,
      id,
      patient: visit.patient,
      measure,
      given: { answers },
      activities: [],
      asked: 'pad',
      takenAt: when,
      at: when,
      by: hand.clinician.account,
      byName: hand.clinician.name,
      newId: () => hand.idAt<string>(when),
    })
    done(recorded, measure)
    const source = hand.sourceAt(when, hand.clinician.account)
    await audit(hand.tx, source, { action: 'score-recorded', patient: visit.patient, subject: id })
  }
}

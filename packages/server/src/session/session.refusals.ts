/** Why an event or a session was refused: what happened, what is safe, what to do. A new code doesn't compile without words. */
import type { Verdict as VerdictWire } from '@unknot/wire/session'
import { NOT_THERE, type ProblemKind, refusals } from '../kernel/index.ts'
import type { AddProblem, EventProblem, OpenProblem, Verdict } from './session.commands.ts'

const EVENT_WORDS: Readonly<Record<EventProblem['code'], string>> = {
  'detail-out-of-range': 'A setting of the needle is out of its range.',
  'depth-beyond-length': 'The depth is more than the length of the needle.',
  'electrical-settings-without-current': 'There are settings for current, but the technique is not electrical.',
  'muscle-unknown': 'The atlas has no such muscle.',
  'level-not-of-muscle': 'That muscle is not charted at that level.',
  'level-missing': 'The level is missing.',
  'point-off-the-plate': 'That point is not on the body.',
  'time-out-missing': 'The time-out comes before the first needle.',
  'position-not-lying': 'Needling is done lying down.',
  'screening-bars-needling': 'Screening says: no needling today.',
  'screening-bars-region': 'Screening says: no needle in that region.',
  'screening-bars-technique': 'Screening rules that technique out.',
  'technique-unknown': 'Say the technique: screening or consent depends on it.',
  'consent-lacks-region': 'The consent does not cover that region.',
  'consent-lacks-electrical': 'The consent does not cover electrical needling.',
  'narrowing-leaves-nothing': 'That is the last region of the consent. Withdraw the whole of it.',
  'consent-withdrawn': 'Consent was withdrawn. Needles only come out now.',
  'all-out-called': 'All out was called. Needles only come out now.',
  'answer-not-offered': 'That is no answer to what the atlas asks.',
  'site-needs-reason':
    'A source advises against this needle here. Send it with the clinician’s reason, or choose another.',
  'site-barred': 'A source forbids this needle here.',
  'needle-already-used': 'That needle was used already. Needles are single use.',
  'needle-unknown': 'That needle is not in this session.',
  'needle-not-in': 'That needle is no longer in the body.',
  'needle-not-out': 'That needle is not out.',
  'needle-touched-since': 'More was entered for that needle since.',
  'removed-before-inserted': 'By its own clock the needle came out before it went in.',
  'entry-unknown': 'That entry is not in this session.',
  'entry-already-retracted': 'That entry was taken back already.',
  'entry-stands': 'That entry stands in the record. Add to it instead.',
  'session-not-opened': 'This session was never opened.',
  'session-already-opened': 'This session is open already.',
  'event-of-another-session': 'That entry belongs to another session.',
  'event-id-reused': 'Another entry has this id. Send it under a new one.',
  'event-ahead-of-clock': 'The device’s clock is ahead of the server’s. Set it, then enter this again.',
  'skew-out-of-range': 'The device’s clock is days away from ours. Set it, then enter this again.',
  'session-full': 'A session can’t hold more entries.',
  'session-signed': 'This session is signed. Add an addendum instead.',
  'session-not-signed': 'An addendum comes after the signature.',
  'time-out-already-done': 'The time-out was done already.',
  'plan-unknown': 'That planned site is not in this session.',
  'plan-already-made': 'That site is planned already.',
  'plan-not-open': 'That planned site is placed or left out already.',
  'plan-of-another-site': 'The planned site is another one.',
  'pain-out-of-range': 'Pain is scored from 0 to 10.',
  'recovery-out-of-range': 'The minutes until recovery can’t be right.',
  'incident-needs-account': 'Say what happened to the needle.',
  'incident-needs-second-person': 'Name the second person who saw or looked.',
  'checklist-item-unknown': 'That line is not on the checklist.',
  'reaction-already-recorded': 'A reaction stands already, so “no reaction” can’t.',
  'count-differs': 'The count differs from what was charted. Look again.',
  'needles-unaccounted': 'A needle is not accounted for. Keep the patient lying down, look, and count again.',
  'not-ready-to-sign': 'Something is still missing before this can be signed.',
  'jurisdiction-forbids':
    'The rules of this clinic’s jurisdiction do not permit dry needling. Its owner can look at them under Clinic.',
  'screening-not-current': 'The screening named is not this patient’s newest. Load the chart again.',
  'screening-needs-recheck': 'The screening is too old. Ask again before a needle goes in.',
  'screening-facts-differ': 'The time-out does not say what the screening says. Load the chart again.',
  'consent-not-found': 'This patient has no such consent.',
  'consent-not-valid': 'The consent is withdrawn or not yet given. No needle goes in on it.',
  'consent-facts-differ': 'The time-out does not say what the consent says. Load the chart again.',
}

/** The verdict with the rule's own facts and a sentence. */
export function presentVerdict(verdict: Verdict): VerdictWire {
  const { id, problem } = verdict
  if (verdict.verdict === 'refused' && verdict.isLate) {
    return { id, verdict: verdict.verdict, problem: { ...verdict.problem, isLate: true, detail: LATE_WORDS } }
  }
  return { id, verdict: verdict.verdict, problem: problem && { ...problem, detail: EVENT_WORDS[problem.code] } }
}

const LATE_WORDS =
  'This session was signed before this entry came. It is kept as a late entry beside the record: answer it with an addendum.'

const ADD_KINDS = {
  'not-there': NOT_THERE,
  'session-busy': {
    status: 503,
    title: 'Many devices wrote to this session at the same moment. Nothing of this was saved.',
    detail: 'Send it again.',
  },
} as const satisfies Record<AddProblem['code'], ProblemKind<never>>

export const refuseAdding = refusals<AddProblem>(ADD_KINDS)

const refuseOpeningAs = refusals<Exclude<OpenProblem, EventProblem> | { readonly code: 'session-not-opened' }>({
  ...ADD_KINDS,
  'session-id-reused': {
    status: 409,
    title: 'This id already belongs to another session or entry. Nothing was opened.',
    detail: 'Send it again under a new id.',
  },
  'session-not-opened': { status: 422, title: 'The session was not opened.' },
})

export function refuseOpening(problem: OpenProblem) {
  if (problem.code === 'not-there' || problem.code === 'session-busy' || problem.code === 'session-id-reused') {
    return refuseOpeningAs(problem)
  }
  const refused = refuseOpeningAs({ code: 'session-not-opened' })
  return { ...refused, problem: { ...refused.problem, code: problem.code, detail: EVENT_WORDS[problem.code] } }
}

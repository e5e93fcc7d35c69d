/**
 * Why an entry was refused: what happened, what is safe, what to do. Each code has its sentence, or this doesn't compile.
 */
import { muscleName } from '@unknot/care/atlas'
import type { SessionProblem } from '@unknot/care/session'
import type { ServerProblem } from './kept-event.ts'
import { countWords, FACT_WORDS, POSITION_WORDS, TECHNIQUE_WORDS } from './session.words.ts'

type Code = SessionProblem['code']
type Sentences = { readonly [C in Code]: (problem: Extract<SessionProblem, { code: C }>) => string }

const SENTENCES = {
  'detail-out-of-range': ({ field, from, to }) => `Not recorded: ${field} must be from ${from} to ${to}.`,
  'depth-beyond-length': ({ depthMm, lengthMm }) =>
    `Not recorded: ${depthMm} mm deep is more than the needle’s ${lengthMm} mm. Check depth and length.`,
  'electrical-settings-without-current': () =>
    'Not recorded: settings for current, but the technique is not electrical. Choose electrical, or leave them out.',
  'muscle-unknown': ({ muscle }) => `Not recorded: the atlas has no muscle ${muscle}.`,
  'level-not-of-muscle': ({ muscle, level, levels }) =>
    `Not placed: ${muscleName(muscle)} is not charted at ${level}. Its levels run from ${levels[0]} to ${levels.at(-1)}.`,
  'level-missing': ({ muscle, levels }) =>
    `Not placed: say at which level of ${muscleName(muscle)}, ${levels[0]} to ${levels.at(-1)}.`,
  'point-off-the-plate': () => 'Not placed: that point is not on the body. Tap again.',
  'time-out-missing': () => 'Not placed: the time-out comes before the first needle.',
  'position-not-lying': ({ position }) =>
    `Not recorded: needling is done lying down, and the position is ${POSITION_WORDS[position].toLowerCase()}.`,
  'screening-bars-needling': () => 'Not placed: screening says no needling today. See the screening on the chart.',
  'screening-bars-region': ({ region }) =>
    `Not placed: screening says no needle in the ${region} region. Nothing was recorded. Choose another site.`,
  'screening-bars-technique': ({ technique }) =>
    `Not placed: screening rules out ${TECHNIQUE_WORDS[technique].toLowerCase()} today. Choose another technique.`,
  'technique-unknown': () => 'Not placed: say the technique. What screening and consent allow depends on it.',
  'consent-lacks-region': ({ region }) =>
    `Not placed: the consent does not cover the ${region} region. Ask for consent on the chart, or choose another site.`,
  'consent-lacks-electrical': () => 'Not placed: the consent does not cover electrical needling.',
  'narrowing-leaves-nothing': () => 'Not recorded: that is all that is left of the consent. Withdraw the whole of it.',
  'consent-withdrawn': () => 'Not placed: consent was withdrawn. Needles only come out now.',
  'all-out-called': () => 'Not placed: All out was called. Take out what is in and confirm the count first.',
  'answer-not-offered': () => 'Not placed: that is no answer to what is asked at this site.',
  'site-needs-reason': ({ words }) =>
    `Not placed: ${words.join(' ')} A source advises against it. Choose another way, or write down your reason at the site.`,
  'site-barred': ({ words }) => `Not placed: ${words.join(' ')} A source forbids it. Choose another way.`,
  'needle-already-used': () => 'Not placed: that needle was used already. Needles are single use.',
  'needle-unknown': () => 'Not recorded: that needle is not in this session.',
  'needle-not-in': () => 'Not recorded: that needle is no longer in the body. Look at the list.',
  'needle-not-out': () => 'Not undone: that needle is not out.',
  'needle-touched-since': () => 'Not undone: more was entered for that needle since. Undo that first.',
  'removed-before-inserted': () =>
    'Not recorded: by this device’s clock the needle came out before it went in. Check the clock, then tap again.',
  'entry-unknown': () => 'Not undone: that entry is not in this session.',
  'entry-already-retracted': () => 'Already undone.',
  'entry-stands': ({ kind }) => `Not undone: ${FACT_WORDS[kind]} stands in the record. Add to it instead.`,
  'session-not-opened': () => 'Not recorded: this session was never opened.',
  'session-already-opened': () => 'This session is open already.',
  'event-of-another-session': () => 'Not recorded: that entry belongs to another session.',
  'event-id-reused': () => 'Not recorded: two entries with one number. Enter it again.',
  'event-ahead-of-clock': () =>
    'Not taken: this device’s clock is ahead of the server’s. Set the clock, then enter it again.',
  'skew-out-of-range': () => 'Not taken: this device’s clock is days off. Set the clock, then enter it again.',
  'session-full': ({ limit }) => `Not recorded: a session holds at most ${limit} entries. Sign it and open another.`,
  'session-signed': () => 'Not recorded: this session is signed. Add an addendum instead.',
  'session-not-signed': () => 'An addendum comes after the signature. Note a finding instead.',
  'time-out-already-done': () => 'The time-out was done already.',
  'plan-unknown': () => 'Not recorded: that planned site is not in this session.',
  'plan-already-made': () => 'That site is planned already.',
  'plan-not-open': ({ status }) =>
    status === 'placed' ? 'That planned site has its needle already.' : 'That planned site was left out.',
  'plan-of-another-site': () => 'Not placed: the planned site is another one.',
  'pain-out-of-range': () => 'Not recorded: pain is from 0 to 10.',
  'recovery-out-of-range': () => 'Not recorded: check the minutes until recovery.',
  'incident-needs-account': () => 'Not recorded: say what happened to the needle.',
  'incident-needs-second-person': () => 'Not recorded: name the second person who saw or looked.',
  'checklist-item-unknown': () => 'Not recorded: that line is not on the checklist.',
  'reaction-already-recorded': () => 'A reaction stands already, so “no reaction” can’t.',
  'count-differs': ({ inCount, outCount, accountedCount }) =>
    `The counts differ. Here: in ${inCount}, out ${outCount}, accounted for ${accountedCount}. Look again, then confirm.`,
  'needles-unaccounted': ({ leftCount }) =>
    `Danger: ${countWords(leftCount, 'needle')} not accounted for. Keep the patient lying down. Look, count again, or open an incident.`,
  'not-ready-to-sign': () => 'Not signed: something is still missing. It is listed above the signature.',
} satisfies Sentences

/** A refusal in words. */
export function problemWords(problem: SessionProblem): string {
  const say = SENTENCES[problem.code] as (problem: SessionProblem) => string
  return say(problem)
}

/** What the server said of an event: in our words where the code is ours, else in its own. */
export function serverProblemWords(problem: ServerProblem): string {
  if (problem.code === 'not-there') return 'The server has no such session: its opening was not taken either.'
  if (problem['isLate'] === true && problem.detail) return problem.detail
  if (problem.code in SENTENCES) return problemWords(problem as SessionProblem)
  return problem.detail ?? `The server’s reason: ${problem.code.replaceAll('-', ' ')}. Tell whoever runs Unknot.`
}

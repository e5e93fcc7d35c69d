/** The note's sentences: what was found, felt, called and told, and what was planned and not placed. */
import { QUESTIONS, type SiteAnswer, siteName } from '../atlas/index.ts'
import type { NoteEntry } from './note-shape.ts'
import type { NoteClock } from './note-time.ts'
import type { PlannedSite, Reaction, SessionState } from './state.ts'
import { capitalised, GRADE_WORDS, INCIDENT_WORDS, REACTION_WORDS } from './words.ts'
import { VASOVAGAL_CHECKLIST } from './vasovagal.ts'

const ALL_OUT_WORDS = {
  'felt-faint': 'felt faint',
  'patient-asked': 'the patient asked',
  pain: 'pain',
  other: 'another reason',
} as const

const AFTERCARE_WAY_WORDS = { told: 'told', printed: 'printed', sent: 'sent' } as const

/** In the order of the walk; a heading stands only where there is something to say, or where nothing said must be shown. */
export function noteSentences(state: SessionState, clock: NoteClock): readonly NoteEntry[] {
  return [
    ...entry(
      'Findings',
      state.findings.map(({ text }) => text),
    ),
    { label: 'Screening', value: screeningOf(state) },
    ...entry('Against advice, with a reason', reasonsOf(state)),
    ...entry('Asked at the site', answersOf(state)),
    { label: 'Pain now', value: painOf(state) },
    ...entry('All out now', allOutOf(state, clock)),
    ...entry('Reaction', reactionsOf(state)),
    ...entry('Incident', incidentsOf(state, clock)),
    ...entry('Consent withdrawn', withdrawalOf(state, clock)),
    ...entry(
      'Not placed',
      state.plans.flatMap((plan) => notPlaced(plan, state)),
    ),
    { label: 'Aftercare', value: aftercareOf(state, clock) },
  ]
}

function entry(label: string, sentences: readonly string[]): readonly NoteEntry[] {
  return sentences.length === 0 ? [] : [{ label, value: sentences.map(closed).join(' ') }]
}

function closed(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`
}

function screeningOf({ timeOut }: SessionState): string {
  if (!timeOut) return 'Not checked in this session: no time-out.'
  const { barredRegions, barredTechniques, rulesVersion } = timeOut.screening
  const bars = [...barredRegions, ...barredTechniques]
  const barred = bars.length === 0 ? 'Nothing was barred.' : `Barred: ${bars.join(', ')}.`
  return `Asked again at the time-out. ${barred} Rules ${rulesVersion}.`
}

/** SES-7. */
function reasonsOf({ needles }: SessionState): readonly string[] {
  return needles
    .filter(({ insertion }) => insertion.reason.trim() !== '')
    .map(({ number, site, insertion }) => `Needle ${number}, ${siteName(site)}: ${insertion.reason.trim()}`)
}

/** SES-6. */
function answersOf({ needles }: SessionState): readonly string[] {
  return needles
    .filter(({ insertion }) => insertion.answers.length > 0)
    .map(({ number, insertion }) => `Needle ${number}: ${insertion.answers.map(answerWords).join('; ')}`)
}

function answerWords({ question, answer }: SiteAnswer): string {
  const { ask, options } = QUESTIONS[question]
  const words = options?.find(({ value }) => value === answer)?.words.toLowerCase()
  return `${ask} ${words ?? (typeof answer === 'number' ? `${answer} mm` : answer)}`
}

function painOf({ painBefore, painAfter }: SessionState): string {
  return `${scoreOf(painBefore?.pain0to10)} before, ${scoreOf(painAfter?.pain0to10)} after (0 to 10)`
}

function scoreOf(score: number | 'not-asked' | undefined): string {
  if (score === undefined) return 'not recorded'
  return score === 'not-asked' ? 'not asked' : String(score)
}

/** When it was called is the first call; why is what was said last, since the button comes before the question. */
function allOutOf({ allOut, allOutCalls, checklist }: SessionState, clock: NoteClock): readonly string[] {
  const last = allOutCalls.at(-1)
  if (!allOut || !last) return []
  const notes = [...new Set(allOutCalls.map(({ note }) => note.trim()))].filter((note) => note !== '')
  const done = checklist.filter((tick) => tick.done).map((tick) => itemWords(tick.item))
  return [
    `Called ${clock.time(allOut.at)}: ${ALL_OUT_WORDS[last.reason]}`,
    ...notes,
    ...(done.length === 0 ? [] : [`Done: ${done.join('; ')}`]),
  ]
}

function itemWords(item: string): string {
  return VASOVAGAL_CHECKLIST.find((each) => each.item === item)?.words ?? item
}

function reactionsOf(state: SessionState): readonly string[] {
  if (state.reactions.length === 0) return [state.noReaction ? 'Asked: none' : 'Not asked yet']
  return state.reactions.map((reaction) => reactionOf(reaction, state))
}

function reactionOf({ reaction, grade, needle, action, recoveredAfterMin }: Reaction, state: SessionState): string {
  const number = state.needles.find((each) => each.id === needle)?.number
  return [
    `${capitalised(REACTION_WORDS[reaction])}, ${GRADE_WORDS[grade]}${number === undefined ? '' : `, needle ${number}`}`,
    action.trim(),
    recoveredAfterMin === null
      ? ''
      : `Recovered in ${recoveredAfterMin} ${recoveredAfterMin === 1 ? 'minute' : 'minutes'}`,
  ]
    .filter((words) => words !== '')
    .map(closed)
    .join(' ')
}

function incidentsOf({ needles }: SessionState, clock: NoteClock): readonly string[] {
  return needles.flatMap(({ number, site, incident }) => {
    if (!incident) return []
    const { kind, at, what, secondPerson } = incident
    const head = `Needle ${number}, ${siteName(site)}, ${INCIDENT_WORDS[kind]}, ${clock.time(at)}: ${what}`
    return [`${closed(head)} Second person: ${secondPerson}`]
  })
}

function withdrawalOf({ withdrawal, narrowings }: SessionState, clock: NoteClock): readonly string[] {
  const all = [...narrowings, ...(withdrawal ? [{ ...withdrawal, scopes: [] }] : [])]
  return all.map(({ at, by, reason, scopes }) => {
    const what = scopes.length === 0 ? '' : `, for ${scopes.join(', ')}`
    return `${clock.time(at)}, by the ${by}${what}${reason.trim() === '' ? '' : `: ${reason}`}`
  })
}

function notPlaced(plan: PlannedSite, { allOut, allOutCalls, withdrawal }: SessionState): readonly string[] {
  if (plan.status === 'placed') return []
  const stop = allOut && `All out was called: ${ALL_OUT_WORDS[allOutCalls.at(-1)?.reason ?? allOut.reason]}`
  const why = plan.status === 'dropped' ? plan.reason.trim() : (stop ?? (withdrawal ? 'consent was withdrawn' : ''))
  return [`${siteName(plan.site)}: ${why === '' ? 'no reason recorded' : why}`]
}

function aftercareOf({ aftercare }: SessionState, clock: NoteClock): string {
  if (aftercare.length === 0) return 'Not given yet.'
  return aftercare
    .map(({ at, sheet, how, advice }) => {
      const head = `Sheet ${sheet}, ${AFTERCARE_WAY_WORDS[how]}, ${clock.minute(at)}`
      return [head, ...advice].map(closed).join(' ')
    })
    .join(' ')
}

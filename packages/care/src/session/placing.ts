/**
 * What the atlas asks and stops at a site, as the session takes it. SES-6: the answers are recorded with the needle. SES-7: what
 * a source advises against goes in only with the clinician's written reason, and what it forbids doesn't go in at all.
 *
 * What may hold because something isn't known is shown as a warning and stops nothing: the card at the site says what to ask.
 */
import {
  assessSite,
  checkPlacing,
  checkSiteAnswer,
  type Site,
  type SiteAnswer,
  type SiteAssessment,
  withSiteAnswers,
} from '../atlas/index.ts'
import type { SessionFact } from './event.ts'
import type { NeedleDetail } from './needle.ts'
import type { DangerProblem } from './problem.ts'
import type { SessionState } from './state.ts'

/** Answers about the patient hold for every needle of the session; those about one needle only for that. */
const ABOUT_THE_PATIENT: ReadonlySet<SiteAnswer['question']> = new Set([
  'bmi-class',
  'scoliosis',
  'kyphosis',
  'lung-disease',
  'previous-pneumothorax',
  'spinal-hardware',
  'implanted-device',
  'pregnancy',
])

/** What was answered about this patient at earlier needles of the session; the last answer counts. */
export function answersOfPatient(state: SessionState): readonly SiteAnswer[] {
  return state.needles
    .flatMap(({ insertion }) => insertion.answers)
    .filter(({ question }) => ABOUT_THE_PATIENT.has(question))
}

/** The site as it is needled here: in this position, beside the session's other needles, with what was answered. */
export function assessAtTable(
  state: SessionState,
  site: Site,
  detail: NeedleDetail,
  answers: readonly SiteAnswer[],
): SiteAssessment {
  const asked = {
    site,
    needle: detail,
    technique: detail.technique,
    position: state.position ?? 'unknown',
    factors: {},
    alsoNeedled: state.needles.map((needle) => needle.site),
  } as const
  const known = withSiteAnswers(asked, [...answersOfPatient(state), ...answers])
  return assessSite(known.site, known.needle, known.technique, known.position, known.factors, known.alsoNeedled)
}

/** Why this needle can't go in as it is, or null. */
export function checkDanger(
  state: SessionState,
  { site, detail, answers = [], reason = '' }: Extract<SessionFact, { readonly kind: 'needle-inserted' }>,
): DangerProblem | null {
  for (const answer of answers) {
    const checked = checkSiteAnswer(answer)
    if (!checked.ok) return checked.problem
  }
  const { blocks } = assessAtTable(state, site, detail, answers)
  const sure = blocks.filter(({ kind }) => kind !== 'answer-first')
  const placing = checkPlacing({ questions: [], blocks: sure }, [], reason.trim() !== '')
  if (placing.ok) return null
  const { code } = placing.problem
  // No question was handed in, so none can be open.
  if (code === 'site-questions-open') return null
  return { ...placing.problem, words: sure.map(({ words }) => words) }
}

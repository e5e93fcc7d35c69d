/**
 * A referral letter, made from what a screening found: to whom, how soon, what was found, what is asked, and the warning signs
 * asked and answered. The clinician edits the words; what was asked and answered is printed as it was recorded.
 *
 * It stands in this room because it rests on a screening and on nothing after it.
 */
import { type Answer, hasControlCharacter } from '../kernel/index.ts'
import { stopsNeedling, type Urgency } from './disposition.ts'
import { type Answers, QUESTIONS, type QuestionId } from './questions.ts'
import type { ScreeningResult } from './result.ts'
import type { Letter } from './rule.ts'
import { rulesReading } from './rules.ts'

export const LETTER_WAYS = ['handed-over', 'posted', 'e-mailed', 'faxed', 'read-out-by-phone'] as const
/** How a letter left the house. */
export type LetterWay = (typeof LETTER_WAYS)[number]

/** A warning sign as it was asked. `not-asked`: its question was never reached. */
export type AskedSign = {
  readonly question: QuestionId
  readonly text: string
  readonly answer: Answer | 'not-asked'
  readonly note: string
}

export type LetterWords = {
  readonly recipient: Letter
  /** A person or a department; may be empty on an emergency letter that the patient carries. */
  readonly recipientName: string
  readonly recipientAddress: string
  readonly urgency: Urgency
  readonly subject: string
  /** Paragraphs with a blank line between. */
  readonly body: string
}

export type LetterFacts = {
  readonly patientName: string
  /** In words, such as `3 February 1980`. */
  readonly bornWords: string
  readonly screenedWords: string
  readonly result: Pick<ScreeningResult, 'findings' | 'disposition' | 'urgency' | 'mustSay'>
}

/** Whom the gravest finding that needs a letter leads to; the family doctor when none does. */
export function recipientFor({ findings }: Pick<ScreeningResult, 'findings'>): Letter {
  return findings.find(({ letter }) => letter !== null)?.letter ?? 'family-doctor'
}

const URGENCY_ASKS: Readonly<Record<Urgency, string>> = {
  'emergency-now': 'Please assess now, as an emergency.',
  'same-day': 'Please assess today.',
  urgent: 'Please assess as urgent, within days.',
  routine: 'Please assess at your next convenience.',
}

/** The first form of a letter. Nothing in it but what the screening recorded. */
export function draftLetter(facts: LetterFacts, recipient: Letter): LetterWords {
  const { result, patientName, bornWords, screenedWords } = facts
  const urgency = result.urgency ?? 'routine'
  const found = result.findings.filter(({ disposition, letter }) => letter !== null || stopsNeedling(disposition))
  const reasons = found.length > 0 ? found : result.findings
  const known = reasons.map(({ label, reasonForClinician, clearance }) => {
    return `- ${label}. ${reasonForClinician}${clearance ? ` I would like to know: ${clearance.asking}.` : ''}`
  })
  const paragraphs = [
    'Dear colleague,',
    `I asked ${patientName}, born ${bornWords}, about warning signs and health before a planned treatment with dry needling, on ${screenedWords}.`,
    `What was found:\n${known.length > 0 ? known.join('\n') : '- No finding of the screening itself. My reason: '}`,
    `${URGENCY_ASKS[urgency]} The warning signs that were asked, and the answers, are listed below.`,
    ...(result.mustSay.length > 0
      ? [`The patient was told:\n${result.mustSay.map((words) => `- ${words}`).join('\n')}`]
      : []),
    stopsNeedling(result.disposition)
      ? 'No needle is placed until you have answered. Please tell me whether dry needling may go on, and with what care.'
      : 'Please tell me if you know of a reason against dry needling.',
    'Thank you for seeing this patient.',
  ]
  return {
    recipient,
    recipientName: '',
    recipientAddress: '',
    urgency,
    subject: `${patientName}, born ${bornWords}: ${subjectOf(reasons)}`,
    body: paragraphs.join('\n\n'),
  }
}

function subjectOf(findings: LetterFacts['result']['findings']): string {
  const labels = findings.slice(0, 3).map(({ label }) => label.toLowerCase())
  return labels.length > 0 ? labels.join(', ') : 'request for assessment'
}

/** Every question that a red-flag rule reads, as it was answered. Blank is never no. */
export function askedSigns(answers: Answers): readonly AskedSign[] {
  return QUESTIONS.filter(({ id }) => rulesReading(id).some((rule) => rule.startsWith('RF'))).map(({ id, text }) => {
    const given = answers[id]
    return { question: id, text, answer: given?.answer ?? 'not-asked', note: given?.note ?? '' }
  })
}

export type LetterProblem =
  | { readonly code: 'letter-empty' }
  /** Only a letter that the patient carries to an emergency department may go to nobody by name. */
  | { readonly code: 'recipient-unnamed' }

export function checkLetter({ recipient, recipientName, subject, body }: LetterWords): LetterProblem | null {
  const hasWords = (text: string) => /\p{L}/u.test(text) && !hasControlCharacter(text)
  if (!hasWords(subject) || !hasWords(body)) return { code: 'letter-empty' }
  return recipient === 'emergency-department' || hasWords(recipientName) ? null : { code: 'recipient-unnamed' }
}

/** What screening says on screen. What the questions and rules say stands in care, with its sources. */
import type { Region } from '@unknot/care/atlas'
import type { Answer } from '@unknot/care/kernel'
import type { Disposition, ReopeningKind, ScreenedTechnique, Urgency } from '@unknot/care/screening'

export const REGION_WORDS: Record<Region, string> = {
  cervical: 'Neck',
  shoulder: 'Shoulder',
  thoracic: 'Upper and middle back',
  lumbar: 'Lower back',
  gluteal: 'Buttock and hip',
  thigh: 'Thigh',
  abdomen: 'Abdomen',
}

/** `Lower back, buttock and hip` */
export function regionList(regions: readonly Region[]): string {
  const words = regions.map((region) => REGION_WORDS[region])
  return words.map((word, i) => (i === 0 ? word : word.toLowerCase())).join(', ')
}

export const ANSWER_WORDS: Record<Answer, string> = { yes: 'Yes', no: 'No', unknown: 'Don’t know' }

export const TECHNIQUE_WORDS: Record<ScreenedTechnique, string> = {
  superficial: 'superficial',
  'deep-static': 'deep and still',
  'deep-pistoning': 'deep and pistoned',
  rotation: 'rotated',
  electrical: 'with current',
}

export const DISPOSITION_WORDS: Record<Disposition, string> = {
  proceed: 'Nothing against it found',
  precaution: 'Precaution',
  'not-this-technique': 'Not this technique',
  'not-in-this-region': 'Not in this region',
  'not-today': 'Not today',
  'medical-clearance-first': 'Medical clearance first',
  'not-at-all': 'Not at all',
  'urgent-referral': 'Referral, no needles',
}

export const URGENCY_WORDS: Record<Urgency, string> = {
  routine: 'Refer, routine',
  urgent: 'Refer within days',
  'same-day': 'See a doctor today',
  'emergency-now': 'Emergency: now',
}

export const SCREENING_WORDS = {
  title: (name: string) => `Screening: ${name}`,
  sub: 'Yes, no, or don’t know. Don’t know is an answer with consequences, never a no.',
  keys: 'Keys: Y yes, N no, D don’t know; each goes on to the next question.',
  chart: 'Chart',
  why: 'Why we ask',
  note: 'Note',
  addNote: 'Add a note',
  noteOf: (question: string) => `Note: ${question}`,
  where: 'Where?',
  whereHint: 'Tick each region. Leave all empty if it is somewhere else.',
  whereUnsaid: 'Nobody said where yet: it then counts for every region.',
  elsewhere: 'Somewhere else',
  mustAsk: 'needed',
  answered: (done: number, all: number) => `${done} of ${all} answered`,
  needed: (count: number) =>
    count === 0 ? 'Every question that a needle hangs on is answered.' : `${count} of them are needed before a needle.`,
  finish: 'See what it means',
  finishing: 'Saving',
  noneAnswered: 'Answer a question first.',
  next: 'Next',
  back: 'Back',
  questionOf: (n: number, all: number) => `Question ${n} of ${all}`,
  carried: (when: string) => `Filled in from ${when}, except what nobody knew. Ask again whatever may have changed.`,
  kept: 'Your answers of before are filled in again. They were not saved yet.',
  startAfresh: 'Start afresh',
  notForYou: 'Only a clinician takes a screening',
  notForYouHint: 'You can read what was answered on the patient’s chart.',
} as const

export const CONTRADICTION_WORDS = {
  /** `Eliquis (apixaban)` */
  name: (written: string, medicine: string) => (written === medicine ? medicine : `${written} (${medicine})`),
  says: (names: readonly string[], countsAs: 'yes' | 'unknown') =>
    countsAs === 'yes'
      ? `The text names ${names.join(', ')}.`
      : `The text mentions ${names.join(', ')}; it may be past.`,
  againstNo: 'The answer here is no.',
  unticked: 'Nobody answered here.',
  countsAsYes: 'It counts as yes until you settle it.',
  countsAsUnknown: 'Ask: it counts as not known until you settle it.',
  settle: 'Why “no” stands all the same: what you asked or saw',
} as const

export const REOPENING_WORDS: Record<ReopeningKind, string> = {
  'adverse-event': 'A reaction after needling.',
  'hospital-stay': 'A stay in hospital.',
  'new-diagnosis': 'A new diagnosis.',
  'check-in': 'An answer of a check-in.',
}

export const RECHECK_WORDS = {
  title: (name: string) => `Anything changed? ${name}`,
  sub: (when: string, by: string) => `The answers of ${when}, taken by ${by}, and five things asked again.`,
  chart: 'Chart',
  askAll: 'Ask all questions',
  five: 'Ask these five again',
  stands: 'What stands',
  never: 'Never screened',
  neverHint: 'There is nothing to confirm yet. Ask all questions first.',
  tooOld: 'Everything was last asked over half a year ago. Ask all questions again.',
  told: (when: string, by: string) => `Told ${when} by ${by}.`,
  left: (count: number) => (count === 1 ? 'One of the five is left.' : `${count} of the five are left.`),
  ready: 'All five are answered.',
  confirm: 'Confirm the answers',
  confirming: 'Saving',
  notForYou: 'Only a clinician takes a screening',
  notForYouHint: 'You can read what was answered on the patient’s chart.',
} as const

export const RESULT_WORDS = {
  overrideButton: 'Needle all the same',
  overrideTitle: (label: string) => `Needle all the same: ${label}`,
  overrideBody:
    'The finding stays, as a precaution with your name. Your reason stands on the session, in the note and in the audit trail.',
  overrideKeep: 'No, follow the finding',
  overrideYes: 'Record it in my name',
  overriding: 'Saving',
  overrideTooShort: 'Write a reason first.',
  overridden: (by: string, when: string) => `Overridden by ${by}, ${when}:`,
  nobodyOverrides: 'Nobody may needle against this.',
  askFirst: (from: string, asking: string) => `Ask ${from}: ${asking}.`,

  takenBy: (when: string, by: string) => `${when}, by ${by}`,
  rules: 'rules',
  askNow: 'Ask and answer now',
  missingTitle: (count: number) => (count === 1 ? 'Ask: one answer is missing' : `Ask: ${count} answers are missing`),
  missingBody: 'No needle goes in until each of these is answered yes or no. Unknown counts as possible.',
  missingWhere: 'Where?',
  andMore: (count: number) => `and ${count} more`,
  mustSayTitle: 'Say this to the patient now',
  call: (number: string) => `Call ${number}`,
  emergency: 'Danger: emergency now',
  stopTitle: 'No needles today',
  region: 'Region',
  byHand: 'By hand',
  withCurrent: 'With current',
  why: 'Why, and by which rule',
  everywhere: 'Every region',
  nothingMore: 'Nothing beyond what holds for every region.',
  nothing: 'No rule of this version speaks against it.',
  notDecided: 'Open: answers are missing',
  elsewhere: 'Elsewhere in the body',
  becauseUnknown: 'nobody knows',
  onlyTechniques: (techniques: string) => `Holds for needles that are ${techniques}.`,
  answersThatCount: 'Answers that count',
  noneCount: 'Every answer is no.',
  all: (count: number) => `All ${count} answers`,
  notAnswered: 'Not answered',
  weeks: (weeks: number) => `${weeks} weeks`,
  support:
    'Unknot supports your decision and never makes it. Unreviewed rules rest on no source that we could open: they warn, you decide.',
  chart: 'Chart',
  toConsent: 'Take consent',
  again: 'Screen again',
  old: (when: string) => `These answers count until ${when}. After that, ask again before a needle.`,
} as const

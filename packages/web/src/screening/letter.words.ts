/** What the letter pages say around the letter itself. */
import type { Letter, LetterWay, Urgency } from '@unknot/care/screening'

export const RECIPIENT_WORDS: Readonly<Record<Letter, string>> = {
  'family-doctor': 'Family doctor',
  'emergency-department': 'Emergency',
  specialist: 'Specialist',
}

export const HOW_SOON_WORDS: Readonly<Record<Urgency, string>> = {
  'emergency-now': 'Now',
  'same-day': 'Today',
  urgent: 'Urgent',
  routine: 'Routine',
}

export const WAY_WORDS: Readonly<Record<LetterWay, string>> = {
  'handed-over': 'Handed over',
  posted: 'Posted',
  'e-mailed': 'E-mailed',
  faxed: 'Faxed',
  'read-out-by-phone': 'Read out by phone',
}

export const LETTER_WORDS = {
  newTitle: (name: string) => `Letter about ${name}`,
  newSub: 'Made from what screening found. Every word can be changed before it is kept.',
  back: 'Screening',
  chart: 'Chart',
  to: 'To',
  name: 'Name of the person or department',
  address: 'Address',
  howSoon: 'How soon',
  subject: 'About',
  body: 'Letter',
  problems: {
    'letter-empty': 'A letter needs a subject and words.',
    'recipient-unnamed': 'Name who the letter goes to.',
  },
  keep: 'Keep the letter',
  keeping: 'Keeping',
  save: 'Save changes',
  saving: 'Saving',
  saved: 'Saved.',
  unsaved: 'Save the changes first: what is printed is what was saved.',
  asked: 'Warning signs, asked and answered',
  askedHint: 'Printed below the letter as they were recorded. To correct one, screen again.',
  answers: { yes: 'Yes', no: 'No', unknown: 'Not known', 'not-asked': 'Not asked' },
  write: 'Write a letter',
  letters: 'Letters',
  none: 'No letter was written from this screening yet.',
  draft: 'not sent yet',
  left: (when: string) => `left ${when}`,
  printA4: 'A4 (PDF)',
  printLetter: 'Letter size (PDF)',
  issueTitle: 'How it left the house',
  issueHint: 'Recorded once. After that the letter stays as it is, and this copy is kept.',
  way: 'How',
  whom: 'To whom',
  whomHint: 'Such as the patient, or the desk of the practice.',
  record: 'Record it',
  recording: 'Recording',
  needWay: 'Choose how it left.',
  needWhom: 'Say to whom.',
  issued: (how: string, to: string, when: string, by: string) => `${how} to ${to}, ${when}, recorded by ${by}`,
  locked: 'This letter has left the house and stays as it is.',
  writtenBy: (name: string, when: string) => `Written by ${name}, ${when}`,
} as const

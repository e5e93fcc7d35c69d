/** What the atlas asks before a needle goes in where something is near, and which answers there are. */
import { LEVELS } from '../site.ts'

export const QUESTION_IDS = [
  'level',
  'length',
  'direction',
  'position',
  'technique',
  'midline-offset',
  'third',
  'grip',
  'bracketing',
  'other-side',
  'bmi-class',
  'scoliosis',
  'kyphosis',
  'lung-disease',
  'previous-pneumothorax',
  'spinal-hardware',
  'implanted-device',
  'pregnancy',
] as const
export type QuestionId = (typeof QUESTION_IDS)[number]

export type PlacingQuestion = {
  readonly id: QuestionId
  readonly ask: string
  /** What can be answered, the last one being *unknown*; null: a length in millimetres. */
  readonly options: readonly { readonly value: string; readonly words: string }[] | null
  /** The rules that ask. */
  readonly rules: readonly string[]
}

type Entry = Omit<PlacingQuestion, 'id' | 'rules'>

const UNKNOWN = { value: 'unknown', words: 'Not known' }
const YES_NO = [{ value: 'yes', words: 'Yes' }, { value: 'no', words: 'No' }, UNKNOWN]

export const QUESTIONS: Readonly<Record<QuestionId, Entry>> = {
  level: { ask: 'Beside which vertebra?', options: [...LEVELS.map((value) => ({ value, words: value })), UNKNOWN] },
  length: { ask: 'How long is the needle?', options: null },
  direction: {
    ask: 'Towards where does the tip go?',
    options: [
      { value: 'straight', words: 'Straight in' },
      { value: 'medial', words: 'To the midline' },
      { value: 'lateral', words: 'Outward' },
      { value: 'cranial', words: 'Up' },
      { value: 'caudal', words: 'Down' },
      { value: 'inferomedial', words: 'Down and to the midline' },
      { value: 'not-recorded', words: 'Not known' },
    ],
  },
  position: {
    ask: 'How does the patient lie?',
    options: [
      { value: 'prone', words: 'Face down' },
      { value: 'supine', words: 'Face up' },
      { value: 'side-lying-left', words: 'On the left side' },
      { value: 'side-lying-right', words: 'On the right side' },
      UNKNOWN,
    ],
  },
  technique: {
    ask: 'Which technique?',
    options: [
      { value: 'superficial', words: 'Superficial' },
      { value: 'deep-static', words: 'Deep, left still' },
      { value: 'deep-pistoning', words: 'Deep, in and out' },
      { value: 'rotation', words: 'Rotation' },
      { value: 'electrical', words: 'With current' },
      UNKNOWN,
    ],
  },
  'midline-offset': { ask: 'How far from the midline, in millimetres?', options: null },
  third: {
    ask: 'Which third, from the sacrum to the trochanter?',
    options: [
      { value: 'medial', words: 'The third at the sacrum' },
      { value: 'middle', words: 'The middle third' },
      { value: 'lateral', words: 'The third at the trochanter' },
      UNKNOWN,
    ],
  },
  grip: {
    ask: 'Is the muscle lifted between the fingers?',
    options: [{ value: 'pincer', words: 'Lifted' }, { value: 'flat', words: 'Not lifted' }, UNKNOWN],
  },
  bracketing: { ask: 'Is a rib held between two fingers?', options: YES_NO },
  'other-side': { ask: 'Was the other side of the chest needled in this session?', options: YES_NO },
  'bmi-class': {
    ask: 'Which build, by body mass index?',
    options: [
      { value: 'under', words: 'Below 18.5' },
      { value: 'normal', words: '18.5 to 25' },
      { value: 'over', words: '25 to 30' },
      { value: 'obese', words: '30 and more' },
      UNKNOWN,
    ],
  },
  scoliosis: { ask: 'Is the spine curved or turned to a side?', options: YES_NO },
  kyphosis: { ask: 'Is the upper back rounded?', options: YES_NO },
  'lung-disease': { ask: 'Any lung disease, or an operation on the chest?', options: YES_NO },
  'previous-pneumothorax': { ask: 'Has a lung ever collapsed?', options: YES_NO },
  'spinal-hardware': { ask: 'Any screws, rods, cages or discs in the spine?', options: YES_NO },
  'implanted-device': { ask: 'A pacemaker, defibrillator, stimulator or pump?', options: YES_NO },
  pregnancy: {
    ask: 'Pregnant?',
    options: [
      { value: 'no', words: 'No' },
      { value: 'first-trimester', words: 'Yes, weeks 1 to 13' },
      { value: 'later', words: 'Yes, from week 14' },
      { value: 'stage-unknown', words: 'Yes, week not known' },
      UNKNOWN,
    ],
  },
}

/** Mood in two or four questions, and the patient's own word on change. Shipped with their wording. */
import { measure, type Measure, type Option } from './measure.ts'

const LICENCE =
  'Developed by Drs Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.'
const INTRO = 'Over the last 2 weeks, how often have you been bothered by the following problems?'
const HOW_OFTEN: readonly Option[] = [
  { value: 0, label: 'Not at all', loinc: 'LA6568-5' },
  { value: 1, label: 'Several days', loinc: 'LA6569-3' },
  { value: 2, label: 'More than half the days', loinc: 'LA6570-1' },
  { value: 3, label: 'Nearly every day' },
]
const DEPRESSION = [
  { id: 'phq1', text: 'Little interest or pleasure in doing things', loinc: '44250-9' },
  { id: 'phq2', text: 'Feeling down, depressed or hopeless', loinc: '44255-8' },
]
const ANXIETY = [
  { id: 'gad1', text: 'Feeling nervous, anxious or on edge' },
  { id: 'gad2', text: 'Not being able to stop or control worrying' },
]
/** The PHQ-2 has no question on self-harm, so it is never shown as a safety check. */
const TALK = 'Somebody should talk with the patient about this. It is a question to ask, not a finding.'

const mood = {
  recall: 'last 2 weeks',
  direction: 'lower-better',
  lowest: 0,
  licence: LICENCE,
  intro: INTRO,
  answering: { kind: 'options', options: HOW_OFTEN },
  scoring: { rule: 'sum', missingAllowed: 0 },
} as const

export const MOOD_MEASURES: readonly Measure[] = [
  measure({
    ...mood,
    id: 'phq2',
    name: 'PHQ-2',
    highest: 6,
    items: DEPRESSION,
    promptsAt: { from: 3, words: TALK, sources: ['S208', 'S209'], reviewed: true },
    loinc: { panel: '55757-9', score: '55758-7' },
    sources: ['S208', 'S209'],
  }),
  measure({
    ...mood,
    id: 'gad2',
    name: 'GAD-2',
    highest: 6,
    items: ANXIETY,
    promptsAt: { from: 3, words: TALK, sources: ['S210'], reviewed: false },
    sources: ['S210'],
  }),
  measure({
    ...mood,
    id: 'phq4',
    name: 'PHQ-4',
    highest: 12,
    items: [...ANXIETY, ...DEPRESSION],
    subScores: [
      { id: 'gad2', name: 'Anxiety', items: ['gad1', 'gad2'] },
      { id: 'phq2', name: 'Depression', items: ['phq1', 'phq2'] },
    ],
    bands: {
      list: [
        { from: 0, to: 2, name: 'none or minimal' },
        { from: 3, to: 5, name: 'mild' },
        { from: 6, to: 8, name: 'moderate' },
        { from: 9, to: 12, name: 'severe' },
      ],
      sources: ['S211'],
      reviewed: true,
    },
    loinc: { panel: '69724-3' },
    sources: ['S211'],
  }),
]

export const PGIC: Measure = measure({
  id: 'pgic',
  name: 'Global impression of change',
  recall: 'since the start of this episode of care',
  direction: 'lower-better',
  lowest: 1,
  highest: 7,
  licence: 'Generic categories from a manual of the US government.',
  items: [{ id: 'pgic', text: 'Since treatment started, my back problem is:' }],
  answering: {
    kind: 'options',
    options: [
      'Very much improved',
      'Much improved',
      'Minimally improved',
      'No change',
      'Minimally worse',
      'Much worse',
      'Very much worse',
    ].map((label, i) => ({ value: i + 1, label })),
  },
  scoring: { rule: 'rating' },
  improvedAt: { at: 2, sources: ['S203'], reviewed: true },
  sources: ['S212', 'S203'],
})

export const GROC: Measure = measure({
  id: 'groc15',
  name: 'Global rating of change',
  recall: 'since the first visit',
  direction: 'higher-better',
  lowest: -7,
  highest: 7,
  licence: 'Generic; the question is in our words.',
  items: [{ id: 'groc15', text: 'Compared with the first visit, how is your back now?' }],
  answering: {
    kind: 'numbers',
    lowest: -7,
    highest: 7,
    ends: ['A very great deal worse', 'A very great deal better'],
  },
  scoring: { rule: 'rating' },
  improvedAt: { at: 4, sources: ['S213'], reviewed: false },
  sources: ['S213'],
})

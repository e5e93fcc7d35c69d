/** Patients as they come: what a careful clinician would say of each. */
import { expect, test } from 'vitest'
import type { Disposition, Urgency } from './disposition.ts'
import type { Answers, QuestionId } from './questions.ts'
import type { NeedlingPlan } from './result.ts'
import { screen } from './screen.ts'
import { healthyBut, needle, yesTo } from './screen.fixture.ts'

const DEEP_BACK = [
  needle('lumbar-multifidus', 'L4', 'deep-pistoning'),
  needle('quadratus-lumborum', 'L3', 'deep-pistoning'),
]
const SUPERFICIAL_BACK = [needle('longissimus-lumborum', 'L4', 'superficial')]
const CHEST = [needle('rhomboid-major', 'T4', 'deep-static')]
const NECK_BASE = [needle('upper-trapezius', null, 'deep-static')]
const BUTTOCK = [needle('gluteus-medius', null, 'deep-static')]
const CURRENT = [needle('lumbar-multifidus', 'L4', 'electrical')]
const HAND = [needle('lumbar-multifidus', 'L4', 'deep-static')]

type Patient = {
  readonly who: string
  readonly yes?: readonly QuestionId[]
  readonly also?: Answers
  readonly age?: number
  readonly plan?: NeedlingPlan
  readonly expected: Disposition
  readonly urgency?: Urgency
}

const PATIENTS: readonly Patient[] = [
  { who: 'healthy, low back', plan: DEEP_BACK, expected: 'proceed' },
  {
    who: 'on apixaban, deep multifidus and quadratus',
    yes: ['blood-thinner'],
    plan: DEEP_BACK,
    expected: 'precaution',
  },
  { who: 'on apixaban, superficial', yes: ['blood-thinner'], plan: SUPERFICIAL_BACK, expected: 'proceed' },
  {
    who: 'on warfarin, bleeds long',
    yes: ['blood-thinner', 'bleeds-long'],
    plan: DEEP_BACK,
    expected: 'not-this-technique',
  },
  {
    who: 'on warfarin, bleeds long, superficial',
    yes: ['blood-thinner', 'bleeds-long'],
    plan: SUPERFICIAL_BACK,
    expected: 'proceed',
  },
  { who: 'haemophilia', yes: ['bleeding-disorder'], plan: DEEP_BACK, expected: 'medical-clearance-first' },
  { who: 'low platelets', yes: ['low-platelets'], plan: SUPERFICIAL_BACK, expected: 'medical-clearance-first' },
  {
    who: '9 weeks pregnant',
    also: { pregnant: { answer: 'yes' }, 'pregnancy-weeks': { answer: 'yes', weeks: 9 } },
    plan: BUTTOCK,
    expected: 'not-at-all',
  },
  {
    who: '13 weeks pregnant',
    also: { pregnant: { answer: 'yes' }, 'pregnancy-weeks': { answer: 'yes', weeks: 13 } },
    plan: NECK_BASE,
    expected: 'not-at-all',
  },
  {
    who: '20 weeks pregnant, neck',
    also: { pregnant: { answer: 'yes' }, 'pregnancy-weeks': { answer: 'yes', weeks: 20 } },
    plan: NECK_BASE,
    expected: 'medical-clearance-first',
  },
  {
    who: 'trying for a child, low back',
    yes: ['maybe-pregnant'],
    plan: DEEP_BACK,
    expected: 'medical-clearance-first',
  },
  {
    who: 'not sure whether pregnant',
    also: { pregnant: { answer: 'unknown' } },
    plan: DEEP_BACK,
    expected: 'medical-clearance-first',
  },
  {
    who: 'saddle numbness',
    yes: ['saddle-numbness'],
    plan: SUPERFICIAL_BACK,
    expected: 'urgent-referral',
    urgency: 'emergency-now',
  },
  {
    who: 'foot drop since yesterday',
    yes: ['leg-weaker', 'leg-weaker-fast'],
    expected: 'urgent-referral',
    urgency: 'emergency-now',
  },
  { who: 'a foot slowly weaker', yes: ['leg-weaker'], expected: 'urgent-referral', urgency: 'same-day' },
  {
    who: 'old numb foot of a treated disc',
    also: { 'numb-areas': { answer: 'yes', regions: [] } },
    plan: DEEP_BACK,
    expected: 'precaution',
  },
  {
    who: 'numb over the thigh, plan in the back',
    also: { 'numb-areas': { answer: 'yes', regions: ['thigh'] } },
    plan: DEEP_BACK,
    expected: 'proceed',
  },
  { who: 'needle phobia', yes: ['needle-phobia'], expected: 'not-at-all' },
  { who: 'nervous about needles', yes: ['needle-fear'], expected: 'precaution' },
  { who: 'fifteen, mother here', age: 15, expected: 'precaution' },
  { who: 'fifteen, nobody here', age: 15, yes: ['guardian-absent'], expected: 'not-today' },
  { who: 'pacemaker, current', yes: ['implanted-device'], plan: CURRENT, expected: 'not-this-technique' },
  { who: 'pacemaker, by hand', yes: ['implanted-device'], plan: HAND, expected: 'precaution' },
  {
    who: 'lymphoedema of the arm, low back',
    also: { lymphoedema: { answer: 'yes', regions: [] } },
    plan: DEEP_BACK,
    expected: 'precaution',
  },
  {
    who: 'lymphoedema of the thigh, buttock',
    also: { lymphoedema: { answer: 'yes', regions: ['thigh'] } },
    plan: BUTTOCK,
    expected: 'proceed',
  },
  {
    who: 'lumbar fusion, lumbar plan',
    also: { 'spinal-metal': { answer: 'yes', regions: ['lumbar'] } },
    plan: DEEP_BACK,
    expected: 'not-in-this-region',
  },
  {
    who: 'lumbar fusion, neck plan',
    also: { 'spinal-metal': { answer: 'yes', regions: ['lumbar'] } },
    plan: NECK_BASE,
    expected: 'proceed',
  },
  {
    who: 'hip replacement, buttock',
    also: { metalwork: { answer: 'yes', regions: ['gluteal', 'thigh'] } },
    plan: BUTTOCK,
    expected: 'not-in-this-region',
  },
  { who: 'COPD, low back', yes: ['lung-disease'], plan: BUTTOCK, expected: 'proceed' },
  { who: 'COPD, between the shoulder blades', yes: ['lung-disease'], plan: CHEST, expected: 'not-in-this-region' },
  {
    who: 'a collapsed lung once, upper trapezius',
    yes: ['collapsed-lung'],
    plan: NECK_BASE,
    expected: 'not-in-this-region',
  },
  { who: 'mild scoliosis, thorax', yes: ['scoliosis'], plan: CHEST, expected: 'precaution' },
  {
    who: 'marked scoliosis, thorax',
    yes: ['scoliosis', 'scoliosis-marked'],
    plan: CHEST,
    expected: 'not-in-this-region',
  },
  { who: 'marked scoliosis, buttock', yes: ['scoliosis', 'scoliosis-marked'], plan: BUTTOCK, expected: 'proceed' },
  { who: 'a cold today', yes: ['ill-today'], expected: 'not-today' },
  { who: 'diabetic with a cold', yes: ['diabetes', 'ill-today'], expected: 'not-today' },
  { who: 'diabetic with fever', yes: ['diabetes', 'fever'], expected: 'urgent-referral', urgency: 'same-day' },
  { who: 'settled diabetes', yes: ['diabetes'], expected: 'precaution' },
  { who: 'diabetes out of control', yes: ['diabetes', 'diabetes-unstable'], expected: 'medical-clearance-first' },
  {
    who: 'injects drugs, pain day and night, no fever',
    yes: ['iv-drugs', 'night-pain'],
    expected: 'urgent-referral',
    urgency: 'same-day',
  },
  { who: 'injected drugs lately, nothing else', yes: ['iv-drugs'], expected: 'proceed' },
  { who: 'night pain alone', yes: ['night-pain'], expected: 'proceed' },
  { who: 'first back pain at 56', age: 56, yes: ['new-pain'], expected: 'proceed' },
  { who: 'breast cancer five years ago', yes: ['cancer'], expected: 'medical-clearance-first' },
  { who: 'cancer and night pain', yes: ['cancer', 'night-pain'], expected: 'urgent-referral', urgency: 'same-day' },
  {
    who: 'cancer and a weak leg',
    yes: ['cancer', 'leg-weaker'],
    expected: 'urgent-referral',
    urgency: 'emergency-now',
  },
  {
    who: 'weight loss and night pain',
    yes: ['weight-loss', 'night-pain'],
    expected: 'urgent-referral',
    urgency: 'urgent',
  },
  { who: 'a stumble at 34', yes: ['minor-injury'], expected: 'proceed' },
  { who: 'a stumble at 66', age: 66, yes: ['minor-injury'], expected: 'proceed' },
  { who: 'a stumble at 78', age: 78, yes: ['minor-injury'], expected: 'urgent-referral', urgency: 'urgent' },
  {
    who: 'a knock with osteoporosis',
    yes: ['minor-injury', 'osteoporosis'],
    expected: 'urgent-referral',
    urgency: 'urgent',
  },
  { who: 'fell off a ladder last week', yes: ['major-injury'], expected: 'urgent-referral', urgency: 'same-day' },
  { who: 'tearing pain, faint', yes: ['tearing-pain'], expected: 'urgent-referral', urgency: 'emergency-now' },
  {
    who: 'deep pain at 67, smoker',
    age: 67,
    yes: ['pain-not-from-moving', 'artery-risk'],
    expected: 'urgent-referral',
    urgency: 'urgent',
  },
  { who: 'smoker at 67', age: 67, yes: ['artery-risk'], expected: 'proceed' },
  { who: 'known aneurysm', yes: ['aneurysm'], expected: 'medical-clearance-first' },
  { who: 'reflux after meals', yes: ['pain-with-meals'], expected: 'proceed' },
  { who: 'jaundice', yes: ['jaundice-or-black-stools'], expected: 'urgent-referral', urgency: 'same-day' },
  {
    who: 'flank pain and blood in the urine',
    yes: ['flank-pain', 'urine-signs'],
    expected: 'urgent-referral',
    urgency: 'same-day',
  },
  {
    who: 'late period, trying for a child, pain',
    yes: ['late-period-or-bleeding', 'maybe-pregnant'],
    expected: 'urgent-referral',
    urgency: 'emergency-now',
  },
  { who: 'HIV, well treated', yes: ['blood-borne-infection'], expected: 'proceed' },
  { who: 'biologic for psoriasis', yes: ['weak-immunity'], expected: 'precaution' },
  { who: 'on chemotherapy', yes: ['few-white-cells'], expected: 'medical-clearance-first' },
  { who: 'epilepsy, settled', yes: ['epilepsy'], expected: 'precaution' },
  { who: 'nickel rash under a watch', yes: ['allergy'], expected: 'precaution' },
  { who: 'severe nickel allergy', yes: ['allergy', 'allergy-metal-severe'], expected: 'not-at-all' },
  { who: 'artificial heart valve', yes: ['heart-valve'], expected: 'medical-clearance-first' },
  { who: 'settled atrial fibrillation on a thinner', yes: ['blood-thinner', 'circulation'], expected: 'precaution' },
  { who: 'angina at rest', yes: ['angina-unstable'], expected: 'medical-clearance-first' },
  { who: 'clot in the leg, buttock', yes: ['clot'], plan: BUTTOCK, expected: 'not-in-this-region' },
  { who: 'clot in the leg, neck', yes: ['clot'], plan: NECK_BASE, expected: 'proceed' },
  { who: 'newly swollen leg', yes: ['swollen-leg'], expected: 'urgent-referral', urgency: 'same-day' },
  { who: 'has not eaten', yes: ['fasting-or-tired'], expected: 'precaution' },
  { who: 'drunk', yes: ['alcohol-or-drugs-now'], expected: 'not-today' },
  { who: 'fainted at a blood test', yes: ['fainted-with-needles'], expected: 'precaution' },
  { who: 'flies tomorrow, low back', yes: ['flying-or-diving'], plan: DEEP_BACK, expected: 'proceed' },
  { who: 'flies tomorrow, thorax', yes: ['flying-or-diving'], plan: CHEST, expected: 'precaution' },
]

test.each(PATIENTS.map((patient) => [patient.who, patient] as const))('%s', (_who, patient) => {
  const { yes = [], also = {}, age = 34, plan, expected, urgency = null } = patient
  const answers = pregnancyOpen({ ...yesTo(...yes), ...also })
  const result = screen(answers, { ageYears: age }, plan)
  expect({ disposition: result.disposition, urgency: result.urgency }).toEqual({ disposition: expected, urgency })
})

/** With weeks given, or with nobody sure, the trimester isn't ticked. */
function pregnancyOpen(answers: Answers): Answers {
  if (!answers['pregnancy-weeks'] && answers.pregnant?.answer !== 'unknown') return answers
  const { 'first-trimester': _asked, ...rest } = answers
  return rest
}

test('SCR-R1 the plan names the deep muscles that nobody can press, and what to change there', () => {
  const result = screen(yesTo('blood-thinner'), { ageYears: 70 }, [...DEEP_BACK, ...SUPERFICIAL_BACK, ...BUTTOCK])
  expect(result.perSite.map(({ disposition, rules }) => [disposition, rules])).toEqual([
    ['precaution', ['SCR-R1', 'SCR-R1d']],
    ['precaution', ['SCR-R1', 'SCR-R1d']],
    ['proceed', []],
    ['precaution', ['SCR-R1']],
  ])
  expect(result.perSite[0]?.changes).toEqual(['superficial-first', 'fewer-needles', 'press-longer', 'watch'])
  expect(result).toMatchObject({ mayNeedle: true, barredRegions: [], barredTechniques: [] })
})

test.each([
  [
    'no blood thinners, and apixaban 5 mg in the list',
    { medicines: { answer: 'yes', note: 'apixaban 5 mg' } },
    'yes',
    true,
  ],
  [
    'nothing ticked, Eliquis in the list',
    { medicines: { answer: 'yes', note: 'Eliquis' }, 'blood-thinner': { answer: 'unknown' } },
    'yes',
    false,
  ],
  ['stopped in 2019', { medicines: { answer: 'yes', note: 'stopped apixaban in 2019' } }, 'unknown', true],
] as const)('a text against a tick is a contradiction: %s', (_who, changes, countsAs, isAgainstNo) => {
  const result = screen(healthyBut(changes), { ageYears: 70 })
  expect(result.contradictions).toMatchObject([{ question: 'blood-thinner', countsAs, isAgainstNo }])
  expect(result.findings.find(({ rule }) => rule === 'SCR-R1')?.because).toBe(countsAs)
})

test('the clinician settles a contradiction in words, and the tick stands again', () => {
  const answers = healthyBut({
    medicines: { answer: 'yes', note: 'apixaban 5 mg' },
    'blood-thinner': { answer: 'no', settled: 'Stopped by the cardiologist in March, box seen' },
  })
  expect(screen(answers, { ageYears: 70 })).toMatchObject({ contradictions: [], findings: [] })
})

test('an unknown age leaves every rule about age open', () => {
  const result = screen(healthyBut({ 'minor-injury': { answer: 'yes' } }), { ageYears: null })
  expect(result.findings.map(({ rule, because }) => [rule, because])).toContainEqual(['RF-8', 'unknown'])
  expect(result.findings.map(({ rule }) => rule)).toContain('SCR-R12')
})

/** The words of the course, the measures and the practice's figures. */
import type { CourseView, PracticeView, ReviewView } from '@unknot/wire/outcomes'

type Series = CourseView['measure']['id']

export const OUTCOME_WORDS = {
  course: 'Course',
  series: 'Which series',
  ask: 'Ask a measure',
  page: 'Course for the patient',
  noScore: 'No score yet',
  noScoreHint:
    'Ask for the average pain of the past 7 days at every visit: from the first scores on, the expected course stands here.',
  notForecast: 'This measure is charted and compared, but not forecast: no prior is shipped for it.',
  notEnough: 'Not enough data yet.',
  notEnoughHint: 'Courses known to us end before that.',
  lower: (points: string) => `${points} lower than at the start`,
  higher: (points: string) => `${points} higher than at the start`,
  same: 'The same as at the start',
  matters: 'That is at least as much as matters to most people.',
  mattersNot: 'That is less than what matters to most people.',
  today: 'Last score',
  week: 'Week',
  weeks: 'weeks since the first session',
  own: 'Own scores',
  band: 'Expected under this care, 8 in 10 people',
  bandOf: (people: number) =>
    people === 0 ? 'from published courses' : `${people} ${people === 1 ? 'course' : 'courses'} of this clinic`,
  session: 'Session; below it its needles',
  sessionPlain: 'Session',
  goal: (value: string) => `Goal ${value}`,
  important: 'Noticeable improvement',
  notNeedle:
    'This is the expected course under this care: needles, exercise, time and all else together. It doesn’t say what the needle did.',
  fellBack:
    'The clinic’s own forecasts missed too often, so a plain rule speaks: the last score, give or take this clinic’s usual error.',
  table: 'The same as a table',
  score: 'Score',
  expected: 'Expected, 8 in 10',
  ahead: 'What is ahead',
  afterSession: (number: number) => `After session ${number}`,
  atWeek: (number: number) => `Week ${number}`,
  chances: 'Chances by each definition',
  chancesHint: 'From the modelled start, not the first score, so that a bad first day isn’t counted as improvement.',
  byWeek: (week: number) => `by week ${Math.round(week)}`,
  why: 'Why this advice',
  unreviewed: 'The cut-offs are defaults of ours; a clinic can change them.',
  aim: 'What we aim at',
  aimGoal: 'Goal',
  aimGoalHint: (lowest: number, highest: number) =>
    `The level to reach, ${lowest} to ${highest}. Empty: the smallest change that people notice.`,
  aimEnd: 'Planned end, in weeks since the first session',
  aimEndHint: '1 to 52.',
  aimBad: 'The goal must lie on the scale, and the end between 1 and 52 weeks.',
  aimKeep: 'Set the aim',
  onset: 'The pain is',
  onsetLasting: 'Older than 3 months',
  onsetNew: 'New',
  agree: 'Agree',
  another: 'Another way',
  chosen: 'What instead',
  reason: 'Why',
  reasonNeeded: 'Another way needs a reason.',
  keep: 'Record it',
  cancel: 'Cancel',
  saving: 'Saving',
  answered: (name: string, when: string) => `Answered by ${name}, ${when}`,
  back: 'Back to the chart',
  print: 'Print',
  measuresTitle: 'Ask a measure',
  measuresHint: 'Hand the tablet over after choosing. One question stands on the screen at a time.',
  pick: 'Which measure',
  pain: 'Pain, 0 to 10',
  questions: (count: number, recall: string) => `${count} questions, ${recall}`,
  begin: 'Begin',
  next: 'Next',
  done: 'Done',
  chooseFirst: 'Choose an answer first.',
  nameFirst: 'Name the activity and choose a number.',
  questionOf: (number: number, of: number) => `${number} of ${of}`,
  thanks: 'Thank you',
  thanksHint: 'Your answers are kept. Please give the tablet back.',
  talk: 'For the clinician',
  activity: (number: number) => `Activity ${number}`,
  activityHint: 'Something that you cannot do, or find hard to do, because of your back.',
  ticksHint: 'Tick it only if you are sure that it describes you today.',
  tickYes: 'Yes, that describes me today',
  tickNo: 'No',
  kept: 'Answers were begun on this device and are still here.',
  afresh: 'Start afresh',
  paper: 'Total of a paper form',
  paperHint: 'The wording of this measure belongs to somebody, so Unknot doesn’t show it. Enter the total of the form.',
  total: 'Total',
  totalBad: (lowest: number, highest: number) => `A number from ${lowest} to ${highest}.`,
  practice: 'Outcomes of the practice',
  practiceSub: 'How courses went. Groups below 5 are hidden, and nobody is ranked.',
  response: 'Improvement by each definition',
  responseHint:
    'Of the courses with two scores or more, those who stayed away left out. What people had with all of their care, never the needle’s effect.',
  dropOut: 'Stayed away',
  dropOutHint: 'No score for six weeks, and no ending was recorded.',
  atLast: 'If they are counted at their last score',
  atBaseline: 'If they are counted as unchanged',
  adverse: 'Adverse events',
  adverseOwn: 'Here',
  per1000: (per: string, from: string, to: string) => `${per} of 1,000 sessions (${from} to ${to})`,
  sessions: (count: number) => `${count} signed sessions with needles`,
  tooFew: 'Fewer than 5: hidden',
  calibration: 'Do our forecasts keep their word?',
  interval: 'exact 95 % interval',
  coverage: (share: number) => `Within the ${share} % interval`,
  crps: 'Error of the forecast (CRPS, points)',
  crpsPlain: 'Error of "as last time"',
  noForecasts: 'No forecast has met its score yet.',
} as const

export const SERIES_WORDS: Partial<Record<Series, string>> = {
  'nprs.avg7d': 'Pain, 7 days',
  'nprs.now': 'Pain now',
  peg: 'PEG',
  rmdq24: 'RMDQ-24',
  psfs: 'PSFS',
}

export const ADVICE_WORDS: Record<ReviewView['advice'], string> = {
  continue: 'Continue',
  'continue-with-a-change': 'Continue, with a change',
  're-assess': 'Re-assess',
  finish: 'Finish: the goal is reached',
  'stop-and-refer': 'Stop, and refer or talk about other ways',
  'not-enough-data': 'Not enough data yet',
}

export const DEFINITION_WORDS: Record<string, string> = {
  'important-by-points': 'Improvement that people notice',
  'percent-30': '30 % better or more',
  'percent-50': '50 % better or more',
  reliable: 'Beyond measurement error',
  recovered: 'Recovered',
}

export const STATE_WORDS: Record<PracticeView['calibration']['state'], string> = {
  'too-few': 'Too few forecasts have met their score to say (40 are needed).',
  holds: 'They do: between 70 and 90 of 100 scores fall within the 80 % interval.',
  'fell-back':
    'They don’t: the 80 % interval holds too few scores, or too many. A plain rule speaks instead, and the charts say so.',
}

/** 4, 4.5: one place at most. */
export function pointsWords(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** Chances and shares; a chance is never 0 or 100 where something else is possible. */
export function percentWords(share: number): string {
  if (share > 0 && share < 0.01) return '< 1 %'
  if (share < 1 && share > 0.99) return '> 99 %'
  return `${Math.round(share * 100)} %`
}

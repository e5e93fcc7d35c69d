/**
 * Measures whose wording belongs to somebody. Shipped are structure and scoring, which are facts; a clinic that declares
 * its licence types the wording in, and it never leaves in an export. A total from a paper form is always taken.
 */
import type { Direction } from '../forecast/improvement.ts'
import {
  type Answering,
  type Band,
  type Important,
  measure,
  type Measure,
  type MeasureId,
  type Scoring,
  type Sourced,
  type SubScore,
  wordless,
} from './measure.ts'

type Brief = {
  readonly id: MeasureId
  readonly name: string
  readonly owner: string
  readonly count: number
  readonly answers: readonly [lowest: number, highest: number]
  readonly range: readonly [lowest: number, highest: number]
  readonly direction?: Direction
  readonly recall?: string
  readonly scoring: Scoring
  readonly subScores?: readonly SubScore[]
  readonly bands?: Sourced & { readonly list: readonly Band[] }
  readonly mdc?: Sourced & { readonly points: number }
  readonly mic?: Important
  readonly loinc?: Measure['loinc']
  readonly sources?: readonly string[]
}

function licensed(brief: Brief): Measure {
  const [lowest, highest] = brief.answers
  const answering: Answering = { kind: 'numbers', lowest, highest, ends: null }
  return measure({
    id: brief.id,
    name: brief.name,
    recall: brief.recall ?? 'as the form says',
    direction: brief.direction ?? 'lower-better',
    lowest: brief.range[0],
    highest: brief.range[1],
    wording: 'clinic',
    licence: brief.owner,
    items: wordless(`${brief.id}-`, brief.count),
    answering,
    scoring: brief.scoring,
    sources: brief.sources ?? [],
    ...(brief.subScores ? { subScores: brief.subScores } : {}),
    ...(brief.bands ? { bands: brief.bands } : {}),
    ...(brief.mdc ? { mdc: brief.mdc } : {}),
    ...(brief.mic ? { mic: brief.mic } : {}),
    ...(brief.loinc ? { loinc: brief.loinc } : {}),
  })
}

const numbered = (prefix: string, numbers: readonly number[]) => numbers.map((number) => `${prefix}-${number}`)
const UNREVIEWED: Sourced = { sources: [], reviewed: false }
const band = (from: number, to: number, name: string): Band => ({ from, to, name })

/** PROMIS Pain Interference 4a: raw sum → T (standard error). Two public copies agree; 20 is 75.8 in a third. */
const PAIN_INTERFERENCE = {
  4: [41.6, 6.1],
  5: [49.6, 2.5],
  6: [52, 2],
  7: [53.9, 1.9],
  8: [55.6, 1.9],
  9: [57.1, 1.9],
  10: [58.5, 1.8],
  11: [59.9, 1.8],
  12: [61.2, 1.8],
  13: [62.5, 1.8],
  14: [63.8, 1.8],
  15: [65.2, 1.8],
  16: [66.6, 1.8],
  17: [68, 1.8],
  18: [69.7, 1.9],
  19: [71.6, 2.1],
  20: [75.6, 3.7],
} as const

const PROMIS =
  '© PROMIS Health Organization / Northwestern University. Integration in software needs written permission.'
const physicalFunction = (id: MeasureId, form: string, count: number): Measure =>
  licensed({
    id,
    name: `PROMIS Physical Function ${form}`,
    owner: PROMIS,
    count,
    answers: [1, 5],
    range: [10, 80],
    direction: 'higher-better',
    // The conversion table wasn't read: the T score is entered as a total.
    scoring: { rule: 'total-only' },
  })

export const LICENSED_MEASURES: readonly Measure[] = [
  licensed({
    id: 'odi',
    name: 'Oswestry Disability Index 2.1a',
    owner: '© Jeremy Fairbank 1980, all rights reserved; licensed through ePROVIDE, Mapi Research Trust.',
    count: 10,
    answers: [0, 5],
    range: [0, 100],
    scoring: { rule: 'percent', missingAllowed: 1, itemHighest: 5 },
    // Bands of the raw sum of 50, here in percent.
    bands: {
      list: [
        band(0, 9, 'none'),
        band(10, 29, 'mild'),
        band(30, 49, 'moderate'),
        band(50, 69, 'severe'),
        band(70, 100, 'complete'),
      ],
      sources: ['S225'],
      reviewed: true,
    },
    mdc: { points: 10, ...UNREVIEWED },
    mic: { points: 10, percent: 30, sources: ['S202'], reviewed: true },
    loinc: { panel: '97908-8', score: '97909-6' },
    sources: ['S202', 'S225'],
  }),
  licensed({
    id: 'promis-pi4a',
    name: 'PROMIS Pain Interference 4a',
    owner: PROMIS,
    count: 4,
    answers: [1, 5],
    range: [41.6, 75.6],
    recall: 'past 7 days',
    scoring: { rule: 'table', table: PAIN_INTERFERENCE },
    mic: { points: 3.5, percent: null, ...UNREVIEWED },
  }),
  physicalFunction('promis-pf4a', '4a', 4),
  physicalFunction('promis-pf6b', '6b', 6),
  physicalFunction('promis-pf8b', '8b', 8),
  physicalFunction('promis-pf10a', '10a', 10),
  licensed({
    id: 'start-back',
    name: 'STarT Back, 9 items',
    owner: '© Keele University. Free for non-commercial use; a commercial product needs its permission.',
    count: 9,
    answers: [0, 1],
    range: [0, 9],
    scoring: { rule: 'sum', missingAllowed: 0 },
    subScores: [{ id: 'psychosocial', name: 'Psychosocial', items: numbered('start-back', [5, 6, 7, 8, 9]) }],
    loinc: { score: '91351-7' },
  }),
  licensed({
    id: 'ompsq-sf',
    name: 'Örebro questionnaire, short form',
    owner: 'Linton et al. 2011; no licence text was read: ask for written permission.',
    count: 10,
    answers: [0, 10],
    range: [0, 100],
    // Which three items count the other way (light work, sleep, chance of working) wasn't read in the form itself.
    scoring: { rule: 'total-only' },
    bands: {
      list: [band(0, 49, 'below the cut-off'), band(50, 100, 'at or above the cut-off')],
      sources: ['S224'],
      reviewed: true,
    },
    sources: ['S224'],
  }),
  licensed({
    id: 'fabq',
    name: 'Fear-Avoidance Beliefs Questionnaire',
    owner: 'Waddell et al. 1993, Pain (IASP, Wolters Kluwer).',
    count: 16,
    answers: [0, 6],
    range: [0, 66],
    scoring: { rule: 'sum-of', items: numbered('fabq', [2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 15]) },
    subScores: [
      { id: 'physical-activity', name: 'Physical activity', items: numbered('fabq', [2, 3, 4, 5]) },
      { id: 'work', name: 'Work', items: numbered('fabq', [6, 7, 9, 10, 11, 12, 15]) },
    ],
  }),
  licensed({
    id: 'pcs',
    name: 'Pain Catastrophizing Scale',
    owner: '© Michael Sullivan; distributed by Mapi Research Trust.',
    count: 13,
    answers: [0, 4],
    range: [0, 52],
    scoring: { rule: 'sum', missingAllowed: 0 },
    subScores: [
      { id: 'rumination', name: 'Rumination', items: numbered('pcs', [8, 9, 10, 11]) },
      { id: 'magnification', name: 'Magnification', items: numbered('pcs', [6, 7, 13]) },
      { id: 'helplessness', name: 'Helplessness', items: numbered('pcs', [1, 2, 3, 4, 5, 12]) },
    ],
    mic: { points: 6.5, percent: null, sources: ['S216'], reviewed: true },
    sources: ['S216'],
  }),
  licensed({
    id: 'tsk11',
    name: 'Tampa Scale for Kinesiophobia, 11 items',
    owner: 'Miller, Kori and Todd; short form Woby 2005. Permission not established.',
    count: 11,
    answers: [1, 4],
    range: [11, 44],
    scoring: { rule: 'sum', missingAllowed: 0 },
    mic: { points: 4, percent: null, ...UNREVIEWED },
  }),
  licensed({
    id: 'csi',
    name: 'Central Sensitization Inventory, part A',
    owner: 'Mayer, Neblett et al.; permission not established.',
    count: 25,
    answers: [0, 4],
    range: [0, 100],
    scoring: { rule: 'sum', missingAllowed: 0 },
    bands: {
      list: [band(0, 39, 'below the usual split'), band(40, 100, 'at or above the usual split')],
      sources: ['S226'],
      reviewed: true,
    },
    sources: ['S226'],
  }),
  licensed({
    id: 'msk-hq',
    name: 'MSK-HQ',
    owner: 'Keele and Oxford; licensed through Oxford University Innovation.',
    count: 14,
    answers: [0, 4],
    range: [0, 56],
    direction: 'higher-better',
    scoring: { rule: 'sum', missingAllowed: 0 },
    mic: { points: 5.5, percent: null, ...UNREVIEWED },
  }),
  licensed({
    id: 'qbpds',
    name: 'Quebec Back Pain Disability Scale',
    owner: 'Kopec 1995; distributed by Mapi Research Trust.',
    count: 20,
    answers: [0, 5],
    range: [0, 100],
    scoring: { rule: 'sum', missingAllowed: 0 },
    mdc: { points: 12, sources: ['S215'], reviewed: true },
    mic: { points: 20, percent: 30, sources: ['S202'], reviewed: true },
    sources: ['S202', 'S215'],
  }),
  licensed({
    id: 'eq5d5l',
    name: 'EQ-5D-5L',
    owner: 'EuroQol Research Foundation; registration or licence required, never on an open page.',
    count: 5,
    answers: [1, 5],
    range: [0, 100],
    direction: 'higher-better',
    recall: 'today',
    // The health scale of 0 to 100; the index needs a country's value set, which is licensed, too.
    scoring: { rule: 'total-only' },
  }),
]

/**
 * What each jurisdiction says of dry needling, as far as a source that we know of says it.
 *
 * What no source says is `unknown` or null, never "allowed". Law changes: each entry carries its sources and their date, and
 * the owner of a clinic can state its own rule with a reason. `unreviewed` marks entries that nobody checked at the source.
 */
import type { Answer } from '../kernel/index.ts'

export type JurisdictionRules = {
  readonly dnPermitted: Answer
  readonly consentWritten: Answer
  /** Hours of training that the rule asks for; null = no source tells. */
  readonly trainingHours: number | null
  /** Whether needles may stay in without being moved. */
  readonly retentionAllowed: Answer
  /** Days in which a serious adverse event must be reported; null = no source tells. */
  readonly aeReportDays: number | null
  /** Whether the patient must be told that this is not acupuncture. */
  readonly notAcupunctureStatement: Answer
}

export type Jurisdiction = {
  /** Such as `us-wa`; `other` for a place without an entry. */
  readonly id: string
  /** ISO 3166-1 alpha-2; null for `other`. */
  readonly country: string | null
  readonly name: string
  readonly rules: JurisdictionRules
  readonly notes: readonly string[]
  /** Ids of citations, such as `S103`. */
  readonly sources: readonly string[]
  /** Year or month of the newest source, such as `2026-01`; null = not stated. */
  readonly sourceDate: string | null
  readonly unreviewed: boolean
}

export const NOTHING_KNOWN: JurisdictionRules = {
  dnPermitted: 'unknown',
  consentWritten: 'unknown',
  trainingHours: null,
  retentionAllowed: 'unknown',
  aeReportDays: null,
  notAcupunctureStatement: 'unknown',
}

type Entry = Partial<JurisdictionRules> & {
  notes?: readonly string[]
  sources?: readonly string[]
  sourceDate?: string
}

/** An entry without a source is unreviewed by construction. */
function place(id: string, country: string | null, name: string, entry: Entry): Jurisdiction {
  const { notes = [], sources = [], sourceDate = null, ...known } = entry
  return {
    id,
    country,
    name,
    rules: { ...NOTHING_KNOWN, ...known },
    notes,
    sources,
    sourceDate,
    unreviewed: sources.length === 0,
  }
}

const list = { sources: ['S103'], sourceDate: '2026-01' } as const

/** States that the list of January 2026 counts as allowing it, with training rules of their own. */
const usAllowed: Readonly<Record<string, readonly [name: string, entry?: Entry]>> = {
  al: [
    'Alabama',
    { consentWritten: 'yes', notes: ['Chiropractors: at least 12 live hours of training.'], sources: ['S103', 'S88'] },
  ],
  ak: ['Alaska'],
  az: ['Arizona', { trainingHours: 24 }],
  ar: ['Arkansas'],
  co: [
    'Colorado',
    {
      consentWritten: 'yes',
      trainingHours: 50,
      notes: [
        '40 of the hours in person. An earlier rule asked for 46 hours and two years of practice.',
        'The patient gets a copy of the signed consent.',
      ],
      sources: ['S103', 'S87'],
    },
  ],
  de: [
    'Delaware',
    { trainingHours: 54, notes: ['Hours in person; two years of practice.'], sources: ['S103', 'S122'] },
  ],
  dc: ['District of Columbia'],
  fl: ['Florida', { trainingHours: 50, notes: ['50 hours in person and 25 supervised; two years of practice.'] }],
  ga: ['Georgia', { trainingHours: 50, notes: ['Hours in person.'] }],
  id: ['Idaho'],
  il: ['Illinois'],
  in: ['Indiana'],
  ia: ['Iowa'],
  ks: ['Kansas'],
  ky: ['Kentucky'],
  la: ['Louisiana'],
  me: ['Maine'],
  md: ['Maryland'],
  ms: ['Mississippi'],
  mt: ['Montana'],
  ne: ['Nebraska'],
  nv: ['Nevada'],
  nh: ['New Hampshire'],
  nj: [
    'New Jersey',
    {
      consentWritten: 'yes',
      trainingHours: 40,
      notes: [
        'At least 40 academic hours in person and further parts; two years of practice; CPR.',
        'The prescriber is told technique, number, size and points. The patient gets a copy of the signed consent.',
      ],
      sources: ['S103', 'S102'],
    },
  ],
  nm: ['New Mexico'],
  nc: ['North Carolina'],
  nd: ['North Dakota'],
  oh: ['Ohio'],
  ri: ['Rhode Island'],
  sc: ['South Carolina'],
  sd: ['South Dakota'],
  tn: ['Tennessee'],
  tx: ['Texas'],
  ut: ['Utah'],
  vt: ['Vermont'],
  va: [
    'Virginia',
    {
      consentWritten: 'yes',
      notAcupunctureStatement: 'yes',
      notes: [
        'Referral or direction in writing; training after graduation, face to face, with a written and a practical examination.',
        'From the text proposed in 2019: check the rule in force.',
      ],
      sources: ['S103', 'S101'],
    },
  ],
  wa: [
    'Washington',
    {
      trainingHours: 325,
      retentionAllowed: 'no',
      notes: [
        'HB 1039, signed 1 May 2023; endorsement rules in force from 22 June 2024.',
        '325 hours with 100 of theory, and one year of practice. Needles left in without stimulation are outside dry needling.',
      ],
      sources: ['S103', 'S86', 'S121'],
    },
  ],
  wv: ['West Virginia'],
  wi: ['Wisconsin'],
  wy: ['Wyoming'],
}

const usSilent: readonly (readonly [string, string])[] = [
  ['ct', 'Connecticut'],
  ['ma', 'Massachusetts'],
  ['mi', 'Michigan'],
  ['mn', 'Minnesota'],
  ['mo', 'Missouri'],
  ['ok', 'Oklahoma'],
  ['pa', 'Pennsylvania'],
]

const usBarred: readonly Jurisdiction[] = [
  place('us-ca', 'US', 'California', { ...list, dnPermitted: 'no', sources: ['S103', 'S119'] }),
  place('us-hi', 'US', 'Hawaii', {
    ...list,
    dnPermitted: 'no',
    notes: ['Physical therapists may not penetrate the skin.'],
    sources: ['S103', 'S119', 'S120'],
  }),
  place('us-ny', 'US', 'New York', {
    ...list,
    dnPermitted: 'no',
    notes: ['Position of the state board since 1992.'],
    sources: ['S103', 'S119', 'S120'],
  }),
  place('us-or', 'US', 'Oregon', {
    ...list,
    dnPermitted: 'no',
    notes: [
      'A law was signed on 7 August 2025. It can not be used before its rules exist, expected by about July 2027.',
    ],
    sources: ['S103', 'S119'],
  }),
]

const unitedStates: readonly Jurisdiction[] = [
  ...usBarred,
  ...usSilent.map(([id, name]) => place(`us-${id}`, 'US', name, { ...list, notes: ['The law is silent or unclear.'] })),
  ...Object.entries(usAllowed).map(([id, [name, entry]]) =>
    place(`us-${id}`, 'US', name, { ...list, dnPermitted: 'yes', ...entry }),
  ),
]

const elsewhere: readonly Jurisdiction[] = [
  place('ca-ab', 'CA', 'Alberta', {
    dnPermitted: 'yes',
    notes: ['Needles are a restricted activity: the college must authorise the clinician.'],
    sources: ['S99', 'S123'],
    sourceDate: '2019',
  }),
  place('ca-bc', 'CA', 'British Columbia', {
    dnPermitted: 'yes',
    notes: ['The college keeps a roster; a certificate is needed.'],
    sources: ['S100'],
  }),
  place('ca-ns', 'CA', 'Nova Scotia', { dnPermitted: 'yes', notes: ['Competency is tested.'], sources: ['S124'] }),
  place('ca-on', 'CA', 'Ontario', { notes: ['A procedure below the dermis is a controlled act.'] }),
  place('ca-other', 'CA', 'Canada, another province or territory', {}),
  place('gb', 'GB', 'United Kingdom', {
    notes: [
      'AACP publishes guidelines for safe practice (seen: contents only).',
      'Local authorities license needling in parts of the country.',
    ],
    sources: ['S125'],
    sourceDate: '2021',
  }),
  place('ie', 'IE', 'Ireland', {
    notes: ['The guideline of the Irish Society of Chartered Physiotherapists (2012) is policy for its members.'],
    sources: ['S2'],
    sourceDate: '2012',
  }),
  place('au', 'AU', 'Australia', {
    notes: ['ASAP guidance of 2007, 2013 and 2018.', 'The states have rules on skin penetration, and they differ.'],
    sources: ['S126'],
    sourceDate: '2018',
  }),
  place('sa', 'SA', 'Saudi Arabia', {
    dnPermitted: 'yes',
    notes: [
      'A national guideline covers training, pregnancy, records and emergencies, and says that proof of long-term benefit is insufficient.',
    ],
    sources: ['S127'],
  }),
  place('za', 'ZA', 'South Africa', {
    dnPermitted: 'yes',
    notes: ['AHPCSA Board Notice 121 for chiropractic and osteopathy; physiotherapists, too.'],
    sources: ['S90'],
  }),
  place('other', null, 'A place without an entry', {
    notes: ['Nothing is known here. State your rules in the clinic’s settings, with the law or college that says so.'],
  }),
]

export const JURISDICTIONS: readonly Jurisdiction[] = [...unitedStates.toSorted(byName), ...elsewhere]

function byName(a: Jurisdiction, b: Jurisdiction): number {
  return a.name < b.name ? -1 : 1
}

/** The entry, or null when there is none of that id. */
export function jurisdictionOf(id: string): Jurisdiction | null {
  return JURISDICTIONS.find((entry) => entry.id === id) ?? null
}

/** The entries that a clinic of this country can choose from; `other` is always one of them. */
export function jurisdictionsIn(country: string): readonly Jurisdiction[] {
  return JURISDICTIONS.filter((entry) => entry.country === country || entry.country === null)
}

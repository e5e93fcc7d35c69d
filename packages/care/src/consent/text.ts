/**
 * The consent in words: what happens, what one may gain, what may go wrong and how often, and what else there is.
 *
 * A template is versioned text in parts: the same for everybody, and one for each kind of region, technique and circumstance.
 * The text of one patient is made from it. Each sentence has its citations or is unreviewed. A published version is never
 * edited: a changed word is a new version.
 */
import { regionOf, REGIONS, type Region, type Site } from '../atlas/index.ts'
import type { Answer } from '../kernel/index.ts'
import type { ConsentSentence, TemplateSentence, When } from './sentence.ts'
import { PARTS, type TemplatePart } from './text-parts.ts'

export type ConsentTemplate = {
  /** Such as `DN-2.0`, or `OWN-3` for the clinic's own third one. */
  readonly version: string
  /** BCP 47, such as `en`. */
  readonly language: string
  readonly title: string
  readonly parts: readonly TemplatePart[]
}

/** The version that comes with Unknot. */
export const STANDARD_TEMPLATE: ConsentTemplate = {
  version: 'DN-2.0',
  language: 'en',
  title: 'Consent to dry needling',
  parts: PARTS,
}

export const CONSENT_EXTRAS = ['pregnancy', 'student', 'photographs'] as const
/** `pregnancy`: she is or may be pregnant and reads what follows from it. The others are agreed to apart, each by itself. */
export type ConsentExtra = (typeof CONSENT_EXTRAS)[number]

export type ConsentPart = {
  readonly id: string
  readonly title: string
  readonly sentences: readonly ConsentSentence[]
}

export type ConsentText = {
  readonly version: string
  readonly title: string
  readonly regions: readonly Region[]
  readonly electrical: boolean
  readonly parts: readonly ConsentPart[]
}

/** What a screening says to this patient about needles, in words for the patient. */
export type PersonalNote = { readonly text: string; readonly sources: readonly string[]; readonly unreviewed: boolean }

export type ConsentChoice = {
  readonly regions: readonly Region[]
  /** Electrical needling is agreed to apart from needling by hand. */
  readonly electrical: boolean
  readonly extras: readonly ConsentExtra[]
  /** In the order in which they are shown; may be empty. */
  readonly forYou: readonly PersonalNote[]
  readonly jurisdiction: {
    /** Whether the patient must be told that this is not acupuncture; unknown tells it, too. */
    readonly notAcupunctureStatement: Answer
    readonly consentWritten: Answer
    /** Null when no source tells. */
    readonly trainingHours: number | null
    readonly emergencyNumber: string
  }
}

/** A site and how it is to be needled: what a plan tells of one needle. */
export type PlannedNeedle = { readonly site: Site; readonly electrical: boolean }

/** What a consent must cover so that these needles may go in. Made from the plan's sites, so that no one has to remember. */
export function neededFor(needles: readonly PlannedNeedle[]): Pick<ConsentChoice, 'regions' | 'electrical'> {
  const touched = new Set(needles.map(({ site }) => regionOf(site.muscle, site.level)))
  return {
    regions: REGIONS.filter((region) => touched.has(region)),
    electrical: needles.some(({ electrical }) => electrical),
  }
}

const regionWords: Readonly<Record<Region, string>> = {
  cervical: 'neck',
  shoulder: 'shoulder',
  thoracic: 'upper and middle back',
  lumbar: 'lower back',
  gluteal: 'buttock and hip',
  thigh: 'thigh',
  abdomen: 'abdomen',
}

/** The text for this choice. The order in which regions and extras are named makes no difference. */
export function consentText(template: ConsentTemplate, choice: ConsentChoice): ConsentText {
  const regions = REGIONS.filter((region) => choice.regions.includes(region))
  const chosen = { ...choice, regions }
  const parts = template.parts
    .filter((part) => isIn(part.when, chosen))
    .map((part) => ({
      id: part.id,
      title: part.title,
      sentences: part.sentences.filter(({ when }) => isIn(when, chosen)).map((sentence) => filled(sentence, chosen)),
    }))
    .filter((part) => part.sentences.length > 0)
  return {
    version: template.version,
    title: template.title,
    regions,
    electrical: choice.electrical,
    parts: [
      { id: 'agreement', title: 'What you agree to', sentences: agreement(chosen) },
      ...(choice.forYou.length > 0 ? [{ id: 'for-you', title: 'For you', sentences: choice.forYou.map(plain) }] : []),
      ...parts,
    ],
  }
}

function isIn(when: When, { regions, electrical, extras, jurisdiction }: ConsentChoice): boolean {
  const has = (...some: readonly Region[]) => some.some((region) => regions.includes(region))
  switch (when) {
    case 'always':
      return true
    case 'near-lungs':
      return has('cervical', 'shoulder', 'thoracic')
    case 'neck':
      return has('cervical')
    case 'near-spine':
      return has('lumbar', 'thoracic')
    case 'buttock':
      return has('gluteal')
    case 'thigh':
    case 'abdomen':
      return has(when)
    case 'electrical':
      return electrical
    case 'pregnancy':
    case 'student':
    case 'photographs':
      return extras.includes(when)
    case 'not-acupuncture':
      return jurisdiction.notAcupunctureStatement !== 'no'
    case 'written-by-law':
      return jurisdiction.consentWritten === 'yes'
    case 'training-by-law':
      return jurisdiction.trainingHours !== null
  }
}

/** What is agreed and what isn't: no claim about needling, so there is nothing in it to review. */
function agreement({ regions, electrical, extras }: ConsentChoice): readonly ConsentSentence[] {
  const places = regions.map((region) => regionWords[region]).join(', ')
  const yesOrNo = (isAgreed: boolean) => (isAgreed ? 'You agree to' : 'You do not agree to')
  return [
    `You agree to dry needling in these parts of your body and no others: ${places}.`,
    `${yesOrNo(electrical)} electrical current through the needles.`,
    `${yesOrNo(extras.includes('student'))} a student who watches.`,
    `${yesOrNo(extras.includes('photographs'))} pictures of the treated part.`,
  ].map((text) => ({ figure: null, text, sources: [], unreviewed: false }))
}

function filled(sentence: TemplateSentence, { regions, jurisdiction }: ConsentChoice): ConsentSentence {
  const text = sentence.text
    .replaceAll('{regions}', regions.map((region) => regionWords[region]).join(', '))
    .replaceAll('{emergencyNumber}', jurisdiction.emergencyNumber)
    .replaceAll('{trainingHours}', String(jurisdiction.trainingHours ?? ''))
  return { ...plain(sentence), text }
}

/** Only what the patient's text keeps of it. */
function plain({
  text,
  sources,
  unreviewed,
  ...rest
}: PersonalNote & { readonly figure?: string | null }): ConsentSentence {
  return { figure: rest.figure ?? null, text, sources, unreviewed }
}

/**
 * The exact text as one string, the input of its hash. Everything that the patient reads is in it, in the order in which it
 * is read; citations are not, so that a better source for the same words doesn't change what was agreed.
 */
export function canonicalText(text: ConsentText): string {
  const parts = text.parts.map((part) =>
    [
      `## ${part.title}`,
      ...part.sentences.map(({ figure, text: words }) => (figure ? `${figure}: ${words}` : words)),
    ].join('\n'),
  )
  return `${[`# ${text.title}`, text.version, ...parts].join('\n\n')}\n`.normalize('NFC')
}

/** The age from which a patient signs alone. General knowledge, unreviewed: the clinic's own law governs. */
export function consentAgeIn(country: string): number {
  return country === 'GB' || country === 'IE' ? 16 : 18
}

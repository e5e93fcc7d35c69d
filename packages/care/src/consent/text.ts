/**
 * The consent in words, version DN-1.0: what happens, what one may gain, what may go wrong and how often, and what else there is.
 *
 * Made from parts: the same for everybody, and one for each kind of region and technique. Each sentence has its citations or
 * is unreviewed. A published version is never edited: a changed word is a new version.
 */
import { REGIONS, type Region } from '../atlas/index.ts'
import type { Answer } from '../kernel/index.ts'
import { type ConsentSentence, said, unchecked } from './sentence.ts'
import {
  AFTERWARDS,
  ALTERNATIVES,
  DATA,
  ELECTRICAL,
  GAIN,
  NEAR_BELLY,
  NEAR_LUNGS,
  NEAR_NECK_SPINE,
  NEAR_SCIATIC,
  NEAR_SPINE,
  NEAR_THIGH_VESSELS,
  RIGHTS,
  RISKS,
  WHAT_HAPPENS,
} from './text-parts.ts'

export const CONSENT_TEXT_VERSION = 'DN-1.0'

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

export type ConsentChoice = {
  readonly regions: readonly Region[]
  /** Electrical needling is agreed to apart from needling by hand. */
  readonly electrical: boolean
  readonly jurisdiction: {
    /** Whether the patient must be told that this is not acupuncture; unknown tells it, too. */
    readonly notAcupunctureStatement: Answer
    readonly emergencyNumber: string
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

const nearLungs: readonly Region[] = ['cervical', 'shoulder', 'thoracic']

/** The text for these regions. The order in which they are named makes no difference. */
export function consentText(choice: ConsentChoice): ConsentText {
  const regions = REGIONS.filter((region) => choice.regions.includes(region))
  const has = (region: Region) => regions.includes(region)
  const parts: (ConsentPart | false)[] = [
    { id: 'agreement', title: 'What you agree to', sentences: agreement(regions, choice.electrical) },
    { id: 'what-happens', title: 'What happens', sentences: [...WHAT_HAPPENS, ...notAcupuncture(choice)] },
    { id: 'what-you-may-gain', title: 'What you may gain', sentences: GAIN },
    { id: 'what-may-go-wrong', title: 'What may go wrong', sentences: RISKS },
    regions.some((region) => nearLungs.includes(region)) && {
      id: 'near-the-lungs',
      title: 'Needles near the lungs: neck, shoulder, upper and middle back',
      sentences: [...NEAR_LUNGS, ...emergency(choice)],
    },
    has('cervical') && { id: 'neck', title: 'Needles in the neck', sentences: NEAR_NECK_SPINE },
    (has('lumbar') || has('thoracic')) && {
      id: 'near-the-spine',
      title: 'Needles beside the spine',
      sentences: NEAR_SPINE,
    },
    has('gluteal') && { id: 'buttock', title: 'Needles in buttock and hip', sentences: NEAR_SCIATIC },
    has('thigh') && { id: 'thigh', title: 'Needles in the thigh', sentences: NEAR_THIGH_VESSELS },
    has('abdomen') && { id: 'abdomen', title: 'Needles in the abdominal wall', sentences: NEAR_BELLY },
    choice.electrical && { id: 'electrical', title: 'Electrical current', sentences: ELECTRICAL },
    { id: 'alternatives', title: 'What else there is', sentences: ALTERNATIVES },
    { id: 'your-rights', title: 'You decide', sentences: RIGHTS },
    { id: 'afterwards', title: 'Afterwards', sentences: [...AFTERWARDS, ...emergency(choice)] },
    { id: 'data', title: 'What we write down', sentences: DATA },
  ]
  return {
    version: CONSENT_TEXT_VERSION,
    title: 'Consent to dry needling',
    regions,
    electrical: choice.electrical,
    parts: parts.filter((part): part is ConsentPart => part !== false),
  }
}

function agreement(regions: readonly Region[], electrical: boolean): readonly ConsentSentence[] {
  const places = regions.map((region) => regionWords[region]).join(', ')
  return [
    unchecked(`You agree to dry needling in these parts of your body and no others: ${places}.`),
    unchecked(
      electrical
        ? 'You agree to electrical current through the needles.'
        : 'You do not agree to electrical current through the needles.',
    ),
  ]
}

function notAcupuncture({ jurisdiction }: ConsentChoice): readonly ConsentSentence[] {
  if (jurisdiction.notAcupunctureStatement === 'no') return []
  return [said('This is not an acupuncture treatment.', 'S101')]
}

function emergency({ jurisdiction }: ConsentChoice): readonly ConsentSentence[] {
  return [unchecked(`The emergency number here is ${jurisdiction.emergencyNumber}.`)]
}

/**
 * The exact text as one string, the input of its hash. Everything that the patient reads is in it, in the order in which it
 * is read; citations are not, so that a better source for the same words doesn't change what was agreed.
 */
export function canonicalText(text: ConsentText): string {
  const parts = text.parts.map((part) =>
    [`## ${part.title}`, ...part.sentences.map((sentence) => sentence.text)].join('\n'),
  )
  return `${[`# ${text.title}`, text.version, ...parts].join('\n\n')}\n`.normalize('NFC')
}

/** The age from which a patient signs alone. General knowledge, unreviewed: the clinic's own law governs. */
export function consentAgeIn(country: string): number {
  return country === 'GB' || country === 'IE' ? 16 : 18
}

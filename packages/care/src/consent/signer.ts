/**
 * Who signs and how: the patient, or somebody who by law may and with whom the patient agrees; by hand, by a typed name, or by
 * word of mouth before a witness.
 *
 * A stroke is no signature, a parent's signature is no assent, and what nobody asked counts as not given.
 */
import { type Answer, hasControlCharacter } from '../kernel/index.ts'

/** A point of a signature in its box: 0 to `width`, 0 to `height`. */
export type StrokePoint = { readonly x: number; readonly y: number }

export type Signature =
  | {
      readonly kind: 'strokes'
      /** The size of the box that the strokes were drawn in, in any unit, 1 to 10,000. */
      readonly width: number
      readonly height: number
      readonly strokes: readonly (readonly StrokePoint[])[]
    }
  | { readonly kind: 'typed'; readonly name: string }
  /** Who can't write says it; what was said is written down, and a second person names themselves for having heard it. */
  | { readonly kind: 'spoken'; readonly words: string; readonly witness: string }

export const SUBSTITUTE_REASONS = ['under-age', 'lacks-capacity'] as const
/** Why somebody else may sign. A grown patient who can decide signs alone: nobody else may. */
export type SubstituteReason = (typeof SUBSTITUTE_REASONS)[number]

export const ASSENTS = ['yes', 'no', 'not-asked'] as const
/** Whether the patient, who may not decide alone, agrees. */
export type Assent = (typeof ASSENTS)[number]

/** Who signs for a patient who may not decide alone. */
export type Representative = {
  readonly name: string
  /** To the patient, such as `mother`. */
  readonly relation: string
  readonly because: SubstituteReason
  /** What gives them the right, such as a power of attorney and its date; may be empty for a parent. */
  readonly authority: string
  readonly assent: Assent
}

/** Who put the words into the patient's language. */
export type Interpreter = { readonly name: string; readonly language: string }

export type Signing = {
  readonly signature: Signature
  /** Null when the patient signs. */
  readonly representative: Representative | null
  /** Null when nobody interpreted. */
  readonly interpreter: Interpreter | null
}

export type SigningFacts = {
  readonly ageYears: number
  readonly consentAge: number
  /** Whether the law asks for writing. */
  readonly consentWritten: Answer
}

export type SigningProblem =
  | { readonly code: 'signature-missing' }
  | { readonly code: 'signature-outside-box' }
  | { readonly code: 'witness-missing' }
  | { readonly code: 'writing-needed' }
  | { readonly code: 'interpreter-unnamed' }
  | { readonly code: 'representative-needed'; readonly ageYears: number; readonly consentAge: number }
  | { readonly code: 'representative-unnamed' }
  | { readonly code: 'representative-not-lawful' }
  | { readonly code: 'authority-missing' }
  | { readonly code: 'assent-missing' }
  | { readonly code: 'patient-dissents' }

/** Why it can't be signed so, or null. */
export function signingProblem(signing: Signing, facts: SigningFacts): SigningProblem | null {
  return (
    signatureProblem(signing.signature, facts) ??
    interpreterProblem(signing.interpreter) ??
    representativeProblem(signing.representative, facts)
  )
}

const isName = (text: string) => /\p{L}/u.test(text) && !hasControlCharacter(text)

/** CON-2: a dot is no signature. A drawn one needs some way of the pointer, a typed one a letter, a spoken one a witness. */
function signatureProblem(signature: Signature, { consentWritten }: SigningFacts): SigningProblem | null {
  switch (signature.kind) {
    case 'typed':
      return isName(signature.name) ? null : { code: 'signature-missing' }
    case 'spoken':
      if (consentWritten === 'yes') return { code: 'writing-needed' }
      if (!isName(signature.words)) return { code: 'signature-missing' }
      return isName(signature.witness) ? null : { code: 'witness-missing' }
    case 'strokes': {
      const isInside = (point: StrokePoint) =>
        point.x >= 0 && point.x <= signature.width && point.y >= 0 && point.y <= signature.height
      if (!signature.strokes.flat().every(isInside)) return { code: 'signature-outside-box' }
      const drawn = signature.strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0)
      return drawn >= Math.min(signature.width, signature.height) * 0.1 ? null : { code: 'signature-missing' }
    }
  }
}

function lengthOf(stroke: readonly StrokePoint[]): number {
  let length = 0
  for (const [index, point] of stroke.entries()) {
    const before = stroke[index - 1]
    if (before) length += Math.hypot(point.x - before.x, point.y - before.y)
  }
  return length
}

function interpreterProblem(interpreter: Interpreter | null): SigningProblem | null {
  if (!interpreter || (isName(interpreter.name) && interpreter.language.trim() !== '')) return null
  return { code: 'interpreter-unnamed' }
}

/**
 * CON-3: below the age of consent a named representative signs. CON-6: whoever signs for another does so by right, and the
 * patient agrees in their own way (safety.md A3, R12). Local law decides who that is, so what gives the right is written down.
 */
function representativeProblem(
  representative: Representative | null,
  { ageYears, consentAge }: SigningFacts,
): SigningProblem | null {
  const isUnderAge = ageYears < consentAge
  if (!representative) return isUnderAge ? { code: 'representative-needed', ageYears, consentAge } : null
  const { name, relation, because, authority, assent } = representative
  if (!isName(name) || relation.trim() === '') return { code: 'representative-unnamed' }
  if (because === 'under-age' && !isUnderAge) return { code: 'representative-not-lawful' }
  if (because === 'lacks-capacity' && authority.trim() === '') return { code: 'authority-missing' }
  if (assent === 'no') return { code: 'patient-dissents' }
  return assent === 'yes' ? null : { code: 'assent-missing' }
}

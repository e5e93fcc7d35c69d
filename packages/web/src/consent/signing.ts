/** What is filled in beside the text: who signs, how, and who interprets; what is still missing of it; and as it is sent. */
import type { Representative } from '@unknot/care/consent'
import type { SignatureWire } from '@unknot/wire/consent'
import { CONSENT_WORDS as W } from './consent.words.ts'
import { isSignature, type Strokes } from './strokes.ts'

type PadBox = { readonly width: number; readonly height: number }
export type Drawing = { readonly box: PadBox; readonly strokes: Strokes }
export const EMPTY_DRAWING: Drawing = { box: { width: 1, height: 1 }, strokes: [] }

export type Signing = {
  readonly how: 'draw' | 'type' | 'say'
  readonly drawing: Drawing
  readonly typed: string
  readonly words: string
  readonly witness: string
  /** Null while the patient signs. */
  readonly other: Representative | null
  /** Null while nobody interprets. */
  readonly interpreter: { readonly name: string; readonly language: string } | null
}

export const EMPTY_SIGNING: Signing = {
  how: 'draw',
  drawing: EMPTY_DRAWING,
  typed: '',
  words: '',
  witness: '',
  other: null,
  interpreter: null,
}

/** Nobody was asked yet. */
export function nobody(isUnderAge: boolean): Representative {
  const because = isUnderAge ? 'under-age' : 'lacks-capacity'
  return { name: '', relation: '', because, authority: '', assent: 'not-asked' }
}

const isBlank = (text: string) => text.trim() === ''

/** In words, or null when nothing is. The server judges it again, by care's own rule. */
export function missingOf({ how, drawing, typed, words, witness, other, interpreter }: Signing): string | null {
  if (other && (isBlank(other.name) || isBlank(other.relation))) return W.needOther
  if (other?.because === 'lacks-capacity' && isBlank(other.authority)) return W.needAuthority
  if (other?.assent === 'no') return W.dissents
  if (other && other.assent !== 'yes') return W.needAssent
  if (interpreter && (isBlank(interpreter.name) || isBlank(interpreter.language))) return W.needInterpreter
  if (how === 'say') return isBlank(words) || isBlank(witness) ? W.needWitness : null
  const isSigned = how === 'draw' ? isSignature(drawing.strokes) : !isBlank(typed)
  return isSigned ? null : W.needSignature
}

export function signatureOf({ how, drawing, typed, words, witness }: Signing): SignatureWire {
  if (how === 'type') return { kind: 'typed', name: typed }
  if (how === 'say') return { kind: 'spoken', words, witness }
  return { kind: 'strokes', ...drawing.box, strokes: drawing.strokes.map((stroke) => [...stroke]) }
}

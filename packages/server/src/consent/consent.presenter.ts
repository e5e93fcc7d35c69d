/** What a consent looks like from outside: each field named by hand. */
import { type ConsentPart, isConsentOld, isConsentValid, type Signature } from '@unknot/care/consent'
import type { Instant } from '@unknot/care/kernel'
import type { ConsentLine, ConsentTextView, ConsentView, SignatureWire } from '@unknot/wire/consent'
import type { TextInForce } from './consent.commands.ts'
import type { ConsentSummary, StoredConsent } from './consent.store.ts'

export function presentText({ text, hash, consentAge }: TextInForce): ConsentTextView {
  return {
    version: text.version,
    hash,
    regions: [...text.regions],
    electrical: text.electrical,
    title: text.title,
    parts: text.parts.map(presentPart),
    consentAge,
  }
}

export function presentConsent(consent: StoredConsent, now: Instant): ConsentView {
  const { representative, withdrawal } = consent
  return {
    id: consent.id,
    patient: consent.patient,
    textVersion: consent.textVersion,
    textHash: consent.textHash,
    regions: [...consent.regions],
    electrical: consent.electrical,
    title: consent.text.title,
    parts: consent.text.parts.map(presentPart),
    signature: presentSignature(consent.signature),
    representative: representative && { name: representative.name, relation: representative.relation },
    givenAt: consent.givenAt,
    takenBy: consent.takenBy,
    takenByName: consent.takenByName,
    valid: isConsentValid(consent, now),
    old: isConsentOld(consent, now),
    withdrawal: withdrawal && {
      at: withdrawal.at,
      by: withdrawal.by,
      reason: withdrawal.reason,
      recordedBy: withdrawal.recordedBy,
      recordedByName: withdrawal.recordedByName,
    },
  }
}

export function presentConsentLine(consent: ConsentSummary, now: Instant): ConsentLine {
  return {
    id: consent.id,
    textVersion: consent.textVersion,
    regions: [...consent.regions],
    electrical: consent.electrical,
    givenAt: consent.givenAt,
    takenByName: consent.takenByName,
    valid: isConsentValid(consent, now),
    old: isConsentOld(consent, now),
    withdrawnAt: consent.withdrawal?.at ?? null,
  }
}

function presentPart({ id, title, sentences }: ConsentPart): ConsentTextView['parts'][number] {
  return {
    id,
    title,
    sentences: sentences.map(({ text, sources, unreviewed }) => ({ text, sources: [...sources], unreviewed })),
  }
}

function presentSignature(signature: Signature): SignatureWire {
  if (signature.kind === 'typed') return { kind: 'typed', name: signature.name }
  const strokes = signature.strokes.map((stroke) => stroke.map(({ x, y }) => ({ x, y })))
  return { kind: 'strokes', width: signature.width, height: signature.height, strokes }
}

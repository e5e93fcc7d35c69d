/** What a consent looks like from outside: each field named by hand. */
import { type ConsentPart, coverAt, isConsentOld, isConsentValid, type Signature } from '@unknot/care/consent'
import type { Instant, ScreeningId } from '@unknot/care/kernel'
import type { ConsentLine, ConsentTextView, ConsentView, SignatureWire } from '@unknot/wire/consent'
import type { ConsentClinic, TextInForce } from './consent.commands.ts'
import type { ConsentSummary, RecordedWithdrawal, StoredConsent } from './consent.store.ts'
import type { Forbidden } from './forbidden.ts'

export type TextAround = {
  readonly clinic: ConsentClinic
  readonly screening: ScreeningId | null
  readonly forbidden: Forbidden | null
  readonly extras: ConsentTextView['extras']
}

export function presentText(
  { text, hash, language, consentAge }: TextInForce,
  { clinic, screening, forbidden, extras }: TextAround,
): ConsentTextView {
  return {
    version: text.version,
    hash,
    language,
    regions: [...text.regions],
    electrical: text.electrical,
    extras,
    title: text.title,
    parts: text.parts.map(presentPart),
    screening,
    forbidden: forbidden && { reason: forbidden.reason, sources: [...forbidden.sources], asOf: forbidden.asOf },
    mustBeWritten: clinic.consentWritten === 'yes',
    consentAge,
  }
}

export function presentConsent(consent: StoredConsent, now: Instant): ConsentView {
  const { representative, interpreter, withdrawals } = consent
  const covers = coverAt(consent, now)
  const whole = withdrawals.find(({ scope }) => scope === 'all')
  return {
    id: consent.id,
    patient: consent.patient,
    textVersion: consent.textVersion,
    textHash: consent.textHash,
    language: consent.language,
    regions: [...consent.regions],
    electrical: consent.electrical,
    extras: [...consent.extras],
    covers: { regions: [...covers.regions], electrical: covers.electrical, extras: [...covers.extras] },
    title: consent.text.title,
    parts: consent.text.parts.map(presentPart),
    signature: presentSignature(consent.signature),
    representative: representative && {
      name: representative.name,
      relation: representative.relation,
      because: representative.because,
      authority: representative.authority,
      assent: representative.assent,
    },
    interpreter: interpreter && { name: interpreter.name, language: interpreter.language },
    givenAt: consent.givenAt,
    takenBy: consent.takenBy,
    takenByName: consent.takenByName,
    valid: isConsentValid(consent, now),
    old: isConsentOld(consent, now),
    withdrawal: whole ? presentWithdrawal(whole) : null,
    withdrawals: withdrawals.map(presentWithdrawal),
  }
}

function presentWithdrawal({ scope, at, by, reason, recordedBy, recordedByName }: RecordedWithdrawal) {
  return { scope, at, by, reason, recordedBy, recordedByName }
}

export function presentConsentLine(consent: ConsentSummary, now: Instant): ConsentLine {
  const covers = coverAt(consent, now)
  const valid = covers.regions.length > 0
  const shown = valid ? covers : consent
  return {
    id: consent.id,
    textVersion: consent.textVersion,
    regions: [...shown.regions],
    electrical: shown.electrical,
    extras: [...shown.extras],
    withdrawnScopes: consent.withdrawals.map(({ scope }) => scope),
    givenAt: consent.givenAt,
    takenByName: consent.takenByName,
    valid,
    old: isConsentOld(consent, now),
    withdrawnAt: valid ? null : (consent.withdrawals.at(-1)?.at ?? null),
  }
}

function presentPart({ id, title, sentences }: ConsentPart): ConsentTextView['parts'][number] {
  return {
    id,
    title,
    // Texts of before DN-2.0 have no figures.
    sentences: sentences.map(({ figure = null, text, sources, unreviewed }) => {
      return { figure, text, sources: [...sources], unreviewed }
    }),
  }
}

function presentSignature(signature: Signature): SignatureWire {
  if (signature.kind === 'typed') return { kind: 'typed', name: signature.name }
  if (signature.kind === 'spoken') return { kind: 'spoken', words: signature.words, witness: signature.witness }
  const strokes = signature.strokes.map((stroke) => stroke.map(({ x, y }) => ({ x, y })))
  return { kind: 'strokes', width: signature.width, height: signature.height, strokes }
}

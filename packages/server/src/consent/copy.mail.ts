/** The patient's copy by mail: every word that was signed, who signed, and how to take it back. It goes out by itself. */
import { epochMsOf, type Instant, instantOf } from '@unknot/care/kernel'
import type { MailDraft } from '../kernel/index.ts'
import type { StoredConsent } from './consent.store.ts'

/** A copy helps for as long as anybody might want to read it again; after this the paper copy is asked for. */
const USEFUL_DAYS = 90

export type MailedCopy = {
  readonly consent: StoredConsent
  readonly to: string
  readonly clinicName: string
  /** IANA, such as `Europe/Dublin`. */
  readonly timeZone: string
}

export function consentMail({ consent, to, clinicName, timeZone }: MailedCopy): MailDraft {
  const { text, representative, interpreter } = consent
  const signer = representative ? `${representative.name} (${representative.relation})` : consent.patientName
  const parts = text.parts.map(({ title, sentences }) => {
    const lines = sentences.map(({ figure, text: words }) => `- ${figure ? `${figure}: ` : ''}${words}`)
    return [title, ...lines].join('\n')
  })
  const foot = [
    `Signed by ${signer} on ${timeWords(consent.givenAt, timeZone)}. Explained by ${consent.takenByName}.`,
    ...(interpreter ? [`Interpreted into ${interpreter.language} by ${interpreter.name}.`] : []),
    `Text ${consent.textVersion}. SHA-256 of the text: ${consent.textHash}`,
    `You can take it back at any time, all of it or a part: tell ${clinicName}.`,
  ]
  return {
    kind: 'consent-copy',
    to,
    // Whose and what for isn't told on the outside of the letter.
    subject: `Your copy from ${clinicName}`,
    body: [`${text.title}: your copy`, ...parts, foot.join('\n')].join('\n\n'),
    usefulUntil: usefulUntil(consent.givenAt),
  }
}

function usefulUntil(at: Instant): Instant {
  return instantOf(epochMsOf(at) + USEFUL_DAYS * 86_400_000)
}

function timeWords(at: Instant, timeZone: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone })
  return `${words.format(new Date(at))} (${timeZone})`
}

/** The e-mail server of SMTP_URL. A password goes to another machine only through TLS. */
import { createTransport } from 'nodemailer'
import type { Deliver, Delivery } from './mail-sender.ts'
import { codeOf } from './start-refusal.ts'

/** All together below the minute after which PostgreSQL would end the transaction that waits for it. */
const PATIENCE_MS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000, dnsTimeout: 5000 }
const WHOLE_PATIENCE_MS = 45_000

/** Whom a mail is from: `?from=` of the address, else its user when that is an e-mail address. */
export function senderOf(smtpUrl: string): string {
  const url = new URL(smtpUrl)
  const user = decodeURIComponent(url.username)
  return url.searchParams.get('from') ?? (user.includes('@') ? user : `unknot@${url.hostname}`)
}

export function smtpDelivery(smtpUrl: string): Deliver {
  const url = new URL(smtpUrl)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const secure = url.protocol === 'smtps:'
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: url.password !== '' && !isHere && !secure,
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    ...PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const from = { name: 'Unknot', address: senderOf(smtpUrl) }
  const host = from.address.split('@')[1] ?? 'unknot'
  return async ({ id, to, subject, body, attachments }) => {
    const files = attachments.map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
    }))
    const about = { subject, text: body, attachments: files, messageId: `<${id}@${host}>` }
    const letter = { from, to: { name: '', address: to }, ...about }
    const headers = { 'Auto-Submitted': 'auto-generated' }
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<Delivery>((resolve) => {
      const unreachable = { kind: 'unreachable', error: 'The e-mail server took too long.' } as const
      timer = setTimeout(() => resolve(unreachable), WHOLE_PATIENCE_MS)
    })
    const sent = transport.sendMail({ ...letter, headers }).then(() => ({ kind: 'taken' }) as const, deliveryOf)
    return Promise.race([sent, tooLong]).finally(() => clearTimeout(timer))
  }
}

/** Refused for good is a 5xx that is about this mail; that the login is refused is about the setting, which may be corrected. */
function deliveryOf(error: unknown): Delivery {
  const code = codeOf(error)
  const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  if (status >= 500 && code !== 'EAUTH') {
    return { kind: 'refused', error: `The e-mail server refused this mail (${status}).` }
  }
  if (status >= 400 && code !== 'EAUTH') {
    return { kind: 'unreachable', error: `The e-mail server put this mail off (${status}).` }
  }
  const words: Readonly<Record<string, string>> = {
    EAUTH: 'The e-mail server refuses the user or password in SMTP_URL.',
    ETLS: 'The e-mail server offers no encryption, and the password in SMTP_URL is not sent without it.',
    EDNS: 'The e-mail server in SMTP_URL is unknown.',
  }
  return {
    kind: 'unreachable',
    error: words[code] ?? `The e-mail server can’t be reached (${code || 'no reason given'}).`,
  }
}

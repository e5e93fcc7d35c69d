/** The mail to somebody who forgot the password. Holds nothing of any patient. */
import type { MailDraft } from '../kernel/index.ts'

type Facts = {
  readonly to: string
  readonly name: string
  readonly clinicName: string
  readonly link: string
}

export function passwordLinkMail({ to, name, clinicName, link }: Facts): Omit<MailDraft, 'usefulUntil'> {
  const body = `Hello ${name},

somebody asked for a new password for your account at ${clinicName}. If it was you, open this link within an hour and choose one:

${link}

It works once. Your authenticator app and your passkeys stay as they are.

If it wasn’t you, do nothing: your password stays as it is. If this happens again and again, tell the owner of your clinic.
`
  return { kind: 'forgotten-password', to, subject: 'A new password for Unknot', body }
}

/** What people read when this room refuses. A new refusal doesn't compile until it has a status and words here. */
import { err } from '@unknot/care/kernel'
import type { FieldProblem, PasswordProblem } from '@unknot/care/people'
import { type FieldError, NOT_THERE, type ProblemKind, type Refusal, refusals } from '../kernel/index.ts'
import type { AgainProblem, ConfirmTotpProblem } from './account.commands.ts'
import type { AddPasskeyProblem } from './passkey.commands.ts'
import type { ChangeProblem, RegisterProblem } from './patient.commands.ts'
import type { SignInProblem } from './sign-in.commands.ts'
import type { AddStaffProblem, ChangeStaffProblem } from './staff.commands.ts'

type TooMany = { readonly code: 'too-many-tries'; readonly retryAfterS: number }

const tooMany: ProblemKind<TooMany> = {
  status: 429,
  title: 'There were too many tries.',
  detail: ({ retryAfterS }) =>
    `Wait ${waitWords(retryAfterS)}, then try again. A passkey works at once, if you have one.`,
}

const totpRefused = {
  status: 401,
  title: 'This code is not right, or was used already.',
  detail: 'Wait for the next code of your app, or use one of your recovery codes.',
} as const

const refuseSignInPlain = refusals<SignInProblem>({
  'sign-in-refused': {
    status: 401,
    title: 'This does not open an account.',
    detail: 'Check the e-mail and the password, or ask the owner of your clinic for a new password.',
  },
  'totp-needed': {
    status: 401,
    title: 'This account also asks for a code.',
    detail: 'Type the six digits that your authenticator app shows, or a recovery code.',
  },
  'totp-refused': totpRefused,
  'too-many-tries': tooMany,
})

const refuseAgainPlain = refusals<AgainProblem>({
  'wrong-password': {
    status: 403,
    title: 'This is not your password. Nothing was changed.',
    errors: () => [{ field: '/password', detail: 'is not your password' }],
  },
  'too-many-tries': tooMany,
})

export function refuseSignIn(problem: SignInProblem): Refused {
  return withWait(refuseSignInPlain(problem), problem)
}

export function refuseAgain(problem: AgainProblem): Refused {
  return withWait(refuseAgainPlain(problem), problem)
}

/** `field` is where the form keeps the password, such as `/newPassword`. */
export function refusePassword(problem: PasswordProblem, field: string): Refused {
  const words: Record<PasswordProblem['code'], string> = {
    'password-too-short': 'must have at least 12 characters; a sentence is easy to keep in mind',
    'password-too-long': 'must have at most 200 characters',
    'password-too-common': 'is one that everybody tries first; a few words of your own are better',
  }
  const detail = words[problem.code]
  return err({
    code: problem.code,
    status: 422,
    title: 'This password is too easy to guess, or too long. Nothing was saved.',
    detail: `The password ${detail}.`,
    errors: [{ field, detail }],
  })
}

export const refuseTotp = refusals<ConfirmTotpProblem>({
  'totp-not-started': { status: 409, title: 'There is no authenticator app to confirm.', detail: 'Begin again.' },
  'totp-refused': { ...totpRefused, status: 422, errors: () => [{ field: '/code', detail: 'is not right' }] },
})

export const refuseLink = refusals<{ readonly code: 'link-not-good' }>({
  'link-not-good': {
    status: 410,
    title: 'This link doesn’t work any more. Your password is as it was.',
    detail: 'A link works once and for an hour, and only the newest one does. Ask for another.',
  },
})

export const refusePasskey = refusals<AddPasskeyProblem>({
  'passkey-refused': {
    status: 422,
    title: 'This passkey could not be added. Nothing was changed.',
    detail: 'Begin again. A passkey that you have here already can’t be added twice.',
  },
  'too-many-passkeys': { status: 409, title: 'You have 20 passkeys, which is the most.', detail: 'Remove one first.' },
})

export const refuseStaff = refusals<AddStaffProblem | ChangeStaffProblem>({
  'email-or-id-taken': {
    status: 409,
    title: 'Somebody in this clinic has this e-mail already.',
    detail: 'Look in the list of staff; the account may be switched off.',
    errors: () => [{ field: '/email', detail: 'is taken in this clinic' }],
  },
  'account-not-found': NOT_THERE,
  'last-owner': {
    status: 409,
    title: 'A clinic needs an owner, and this is the only one. Nothing was changed.',
    detail: 'Make somebody else an owner first.',
  },
})

const notValid: ProblemKind<{ readonly code: 'patient-not-valid'; readonly fields: readonly FieldProblem[] }> = {
  status: 422,
  title: 'Something about this patient can’t be right. Nothing was saved.',
  errors: ({ fields }) => fields.map(pointed),
}

export const refusePatient = refusals<RegisterProblem | ChangeProblem>({
  'patient-not-valid': notValid,
  'patient-id-reused': {
    status: 409,
    title: 'This registration was used for another patient. Nothing was saved.',
    detail: 'Begin the registration again.',
  },
  'likely-duplicate': {
    status: 409,
    title: 'This looks like somebody who is registered already. Nothing was saved.',
    detail: 'Look at who it is. If it is somebody else, say so and register again.',
    facts: ({ patients }) => ({ patients }),
  },
  'patient-not-found': NOT_THERE,
  'patient-changed-meanwhile': {
    status: 409,
    title: 'Somebody else changed this patient meanwhile. Nothing of yours was saved.',
    detail: 'Load the patient again and repeat your change.',
    facts: ({ version }) => ({ version }),
  },
})

type Refused = { readonly ok: false; readonly problem: Refusal }

function withWait(refused: Refused, problem: { readonly code: string; readonly retryAfterS?: number }): Refused {
  return problem.retryAfterS === undefined ? refused : err({ ...refused.problem, retryAfterS: problem.retryAfterS })
}

function waitWords(seconds: number): string {
  if (seconds <= 90) return seconds === 1 ? 'a second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}

/** care names fields without the leading slash. */
function pointed({ field, detail }: FieldProblem): FieldError {
  return { field: `/${field}`, detail }
}

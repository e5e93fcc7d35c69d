/** What leaves the room, each field by hand: a column added to a table never leaks by itself. */
import { must } from '@unknot/care/kernel'
import type { Likeness } from '@unknot/care/people'
import type {
  LikelyDuplicate,
  Me,
  PatientLine as PatientLineWire,
  PatientView,
  SignInLine,
  StaffMember,
} from '@unknot/wire/people'
import type { Queries } from '../kernel/index.ts'
import { type Account, findAccount } from './account.store.ts'
import type { FindClinicFacts } from './clinic-facts.ts'
import type { Passkey } from './passkey.store.ts'
import type { StoredPatient } from './patient.store.ts'
import type { PatientLine } from './patient-search.store.ts'
import { type Begun, endsAt, idleEndsAt } from './sign-in.ts'
import { listSignIns, type SignIn } from './sign-in.store.ts'

/** Who is signed in, read afresh. */
export async function readMe(
  queries: Queries,
  findClinic: FindClinicFacts,
  { clinic, account, signIn }: Omit<Begun, 'token'>,
): Promise<Me> {
  const person = must(await findAccount(queries, clinic, account), 'who is signed in has an account')
  const facts = must(await findClinic(queries, clinic), 'who is signed in has a clinic')
  const signIns = await listSignIns(queries, clinic, account)
  const current = must(
    signIns.find(({ id }) => id === signIn),
    'who is signed in has a sign-in',
  )
  return {
    account,
    name: person.name,
    email: person.email,
    roles: [...person.roles],
    registration: person.registration,
    temporaryPassword: person.passwordTemporary,
    totp: person.hasTotp,
    passkeyCount: person.passkeyCount,
    clinic: {
      id: clinic,
      name: facts.name,
      country: facts.country,
      timeZone: facts.timeZone,
      emergencyNumber: facts.emergencyNumber,
      demo: facts.demo,
    },
    signIn: { id: signIn, expiresAt: current.expiresAt, idleExpiresAt: idleEndsAt(current.usedAt) },
  }
}

export function presentSignIn(signIn: SignIn, currentId: string): SignInLine {
  return {
    id: signIn.id,
    startedAt: signIn.startedAt,
    usedAt: signIn.usedAt,
    expiresAt: endsAt(signIn),
    device: signIn.device,
    address: signIn.address,
    how: signIn.how,
    current: signIn.id === currentId,
  }
}

export function presentStaff(account: Account): StaffMember {
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    roles: [...account.roles],
    registration: account.registration,
    active: account.active,
    totp: account.hasTotp,
    passkeyCount: account.passkeyCount,
    temporaryPassword: account.passwordTemporary,
  }
}

export function presentPasskey(passkey: Passkey) {
  return { id: passkey.id, name: passkey.name, addedAt: passkey.addedAt, usedAt: passkey.usedAt }
}

export function presentPatient(patient: StoredPatient): PatientView {
  const contact = patient.emergencyContact
  return {
    id: patient.id,
    number: patient.number,
    name: patient.name,
    birthOn: patient.birthOn,
    sex: patient.sex,
    phone: patient.phone,
    email: patient.email,
    emergencyContact: contact && { name: contact.name, phone: contact.phone, relation: contact.relation },
    language: patient.language,
    notes: patient.notes,
    version: patient.version,
    registeredAt: patient.registeredAt,
    changedAt: patient.changedAt,
  }
}

export function presentLine(patient: PatientLine): PatientLineWire {
  const { id, number, name, birthOn, sex, phone } = patient
  return { id, number, name, birthOn, sex, phone }
}

export function presentLikeness({ candidate, score0to100, reasons }: Likeness<StoredPatient>): LikelyDuplicate {
  return { patient: presentLine(candidate), score0to100, reasons: [...reasons] }
}

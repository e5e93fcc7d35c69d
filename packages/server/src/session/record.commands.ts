/** The record of a session: its note written from its events, with the seal over just these events. */
import { type Instant, must, type SessionId } from '@unknot/care/kernel'
import { type SessionEvent, type SessionNote, writeNote } from '@unknot/care/session'
import { findClinic } from '../clinic/index.ts'
import { audit, type AuditSource, type Queries } from '../kernel/index.ts'
import { findPatient, listAccounts } from '../people/index.ts'
import type { MappedNeedle } from './record.map.ts'
import { sealOf } from './seal.ts'
import { readSession } from './session.commands.ts'

export type SessionRecord = {
  readonly note: SessionNote
  readonly sites: readonly MappedNeedle[]
  readonly seal: string
  readonly events: readonly SessionEvent[]
}

/** Null when there is no such session. Reading it stands in the audit trail. */
export async function readRecord(
  tx: Queries,
  source: AuditSource,
  session: SessionId,
  action: string,
): Promise<SessionRecord | null> {
  const found = await readSession(tx, source.clinic, session)
  if (!found) return null
  const clinic = must(await findClinic(tx, source.clinic), 'who is signed in has a clinic')
  const patient = must(await findPatient(tx, source.clinic, found.patient), 'a session has its patient')
  const names = new Map((await listAccounts(tx, source.clinic)).map(({ id, name }) => [id, name]))
  await audit(tx, source, { action, patient: patient.id, subject: session })
  const note = writeNote(found.events, {
    clinic: { name: clinic.name, lines: [] },
    zone: clinic.timeZone,
    patient: { id: patient.id, name: patient.name, bornOn: patient.birthOn, number: String(patient.number) },
    nameOf: (account) => must(names.get(account), 'who charted has an account'),
  })
  const sites = found.state.needles.map(({ number, site }) => ({ number, site }))
  return { note, sites, seal: sealOf(found.events), events: found.events }
}

/** `24 Nov 2026, 09:14` where the clinic is. */
export function printedWords(at: Instant, timeZone: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return words.format(new Date(at))
}

/**
 * Consent and table, kept one: what is taken back at the table is taken back from the consent, and what is taken back from the
 * consent reaches the table. CON-4: a withdrawal always wins.
 */
import { coverAt, type WithdrawalScope } from '@unknot/care/consent'
import { asId, type DeviceId, type EventId, must } from '@unknot/care/kernel'
import {
  happenedAt,
  narrowed,
  needlesInBody,
  type NarrowedScope,
  type SessionEvent,
  type SessionFact,
  type SessionState,
} from '@unknot/care/session'
import { findConsent, listConsents, type StoredConsent, withdrawConsent } from '../consent/index.ts'
import { audit } from '../kernel/index.ts'
import type { Desk } from './desk.ts'
import type { KnownSession } from './session-memory.ts'

/** The device of events that no device made: those by which the server tells the table of the chart. */
const SERVER_DEVICE = asId<DeviceId>('00000000-0000-7000-8000-000000000000')

/** Withdraws the consent of the time-out, and every other one that the patient had given by then. */
export async function recordTableWithdrawals(
  desk: Desk,
  known: KnownSession,
  { state, events }: { readonly state: SessionState; readonly events: readonly SessionEvent[] },
): Promise<void> {
  for (const event of events) {
    if (event.kind !== 'consent-withdrawn' && event.kind !== 'consent-narrowed') continue
    const scopes: readonly WithdrawalScope[] = event.kind === 'consent-withdrawn' ? ['all'] : event.scopes
    for (const consent of await consentsHit(desk, known, state, event)) {
      const signed: readonly string[] = ['all', ...consent.regions, ...(consent.electrical ? ['electrical'] : [])]
      // By the device's clock, but not before it was signed nor ahead of ours: the patient said it, whatever the clocks say.
      const happened = happenedAt(event)
      const at = [consent.givenAt, [happened, desk.source.at].sort()[0] ?? happened].sort().at(-1) ?? happened
      const { clinic, actor } = desk.source
      // Withdrawn already is what was wanted.
      await desk.run(async (queries) => {
        const withdrawn = await withdrawConsent(queries, {
          clinic,
          consent: consent.id,
          scopes: scopes.filter((scope) => signed.includes(scope)),
          by: event.by,
          reason: event.reason,
          at,
          recordedBy: actor.account,
          recordedByName: actor.name,
        })
        if (!withdrawn.ok) return
        const { patient, id: subject, textVersion: ruleVersion } = withdrawn.value
        await audit(queries, desk.source, { action: 'consent-withdrawn', patient, subject, ruleVersion })
      })
    }
  }
}

async function consentsHit(desk: Desk, known: KnownSession, { timeOut }: SessionState, event: SessionEvent) {
  const at = happenedAt(event)
  const consents = await desk.run((queries) => listConsents(queries, desk.source.clinic, known.patient))
  return consents.filter(({ id, givenAt }) => id === timeOut?.consent.consent || givenAt <= at)
}

/** The events by which the session says no more than its consent covers now; none when it does so already. */
export async function reconcile({ run, source }: Desk, state: SessionState): Promise<readonly SessionEvent[]> {
  const { timeOut } = state
  if (!timeOut || state.signed || state.withdrawal) return []
  const consent = await run((queries) => findConsent(queries, source.clinic, timeOut.consent.consent))
  const facts = factsOf(state, must(consent, 'a time-out names a consent that is there'), source.at)
  return facts.map((fact) => ({
    id: source.newId<EventId>(),
    session: must(state.session, 'a session with an id'),
    device: SERVER_DEVICE,
    actor: source.actor.account,
    at: source.at,
    ...fact,
  }))
}

function factsOf(state: SessionState, consent: StoredConsent, now: SessionEvent['at']): readonly SessionFact[] {
  const shown = narrowed(state, must(state.timeOut, 'a time-out')).consent
  const covers = coverAt(consent, now)
  const gone: NarrowedScope[] = shown.regions.filter((region) => !covers.regions.includes(region))
  if (shown.electrical && !covers.electrical) gone.push('electrical')
  const last = consent.withdrawals.at(-1)
  if (gone.length === 0 || !last) return []
  const { by, reason } = last
  if (covers.regions.length > 0) return [{ kind: 'consent-narrowed', scopes: gone, by, reason }]
  const withdrawn: SessionFact = { kind: 'consent-withdrawn', by, reason }
  if (state.allOut || needlesInBody(state).length === 0) return [withdrawn]
  // Needles are in: the table shows at once which, in the order in which they come out.
  return [withdrawn, { kind: 'all-out-called', reason: 'other', note: 'Consent was withdrawn on the chart' }]
}

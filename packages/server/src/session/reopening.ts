/** A reaction that is more than mild reopens the screening by itself: the next session begins with asking again. */
import type { PatientId } from '@unknot/care/kernel'
import type { SessionEvent } from '@unknot/care/session'
import { audit } from '../kernel/index.ts'
import { addReopening } from '../screening/index.ts'
import type { Desk } from './desk.ts'

/** Under the event's own id, so that an event sent twice reopens once. */
export async function reopenAfterReactions(
  { run, source }: Desk,
  patient: PatientId,
  events: readonly SessionEvent[],
): Promise<void> {
  const { clinic, actor, at } = source
  for (const event of events) {
    if (event.kind !== 'reaction-recorded' || event.grade === 'mild') continue
    const { id, reaction, grade } = event
    await run(async (queries) => {
      const told = { id, patient, kind: 'adverse-event', note: `${reaction}, ${grade}`, at } as const
      await addReopening(queries, clinic, { ...told, by: actor.account, byName: actor.name })
      await audit(queries, source, { action: 'screening-reopened', patient, subject: id })
    })
  }
}

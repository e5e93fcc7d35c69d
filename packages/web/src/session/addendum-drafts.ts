/**
 * Addenda on their way. The event is made at the first press and stays the same at each further one, until the server has
 * answered: whoever presses again after a lost answer sends what is perhaps already there, and it stands in the record once.
 * Other words are another addendum.
 */
import type { DeviceId, EventId, Instant } from '@unknot/care/kernel'
import type { SessionFact } from '@unknot/care/session'

export type AddendumFact = Extract<SessionFact, { kind: 'addendum-added' }>
export type AddendumEvent = Omit<AddendumFact, 'answers'> & {
  readonly id: EventId
  readonly device: DeviceId
  readonly at: Instant
  readonly answers?: EventId[]
}

type Maker = {
  readonly newId: () => EventId
  readonly device: () => Promise<DeviceId>
  readonly now: () => Instant
}
/** Rejects when there was no answer. */
type Post = (event: AddendumEvent, sentAt: Instant) => Promise<'added' | 'refused'>

export type AddendumDrafts = {
  /** True when it stands in the record; false when it was refused or nobody answered. */
  readonly send: (fact: AddendumFact, post: Post) => Promise<boolean>
}

export function addendumDrafts({ newId, device, now }: Maker): AddendumDrafts {
  const unanswered = new Map<string, AddendumEvent>()
  return {
    send: async (fact, post) => {
      const draft = JSON.stringify([fact.text, fact.answers ?? []])
      const { answers, ...rest } = fact
      const event = unanswered.get(draft) ?? {
        id: newId(),
        device: await device(),
        at: now(),
        ...rest,
        ...(answers ? { answers: [...answers] } : {}),
      }
      unanswered.set(draft, event)
      try {
        const verdict = await post(event, now())
        unanswered.delete(draft)
        return verdict === 'added'
      } catch {
        return false
      }
    },
  }
}

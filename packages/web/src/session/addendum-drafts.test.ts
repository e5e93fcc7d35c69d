import { asId, type DeviceId, type EventId, type Instant, instantOf } from '@unknot/care/kernel'
import { expect, test } from 'vitest'
import { type AddendumEvent, type AddendumFact, addendumDrafts } from './addendum-drafts.ts'

const bruise: AddendumFact = { kind: 'addendum-added', text: 'She rang: a bruise.', authorName: 'Rosa Okafor' }

function idNo<Id extends string>(number: number): Id {
  return asId<Id>(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`)
}

/** A server that keeps what arrives, each id once, and whose answers get lost as often as said. */
function recordThatLoses(answers: number) {
  const stored = new Map<EventId, AddendumEvent>()
  const sentAt: Instant[] = []
  let lost = 0
  const post = async (event: AddendumEvent, at: Instant) => {
    sentAt.push(at)
    const there = stored.get(event.id)
    if (there) expect(event).toEqual(there)
    stored.set(event.id, event)
    lost += 1
    if (lost <= answers) throw new Error('the network went away')
    return 'added' as const
  }
  return { post, stored, sentAt }
}

function drafts() {
  let count = 0
  const next = () => {
    count += 1
    return count
  }
  return addendumDrafts({
    newId: () => idNo<EventId>(next()),
    device: async () => idNo<DeviceId>(0),
    now: () => instantOf(1000 * next()),
  })
}

test('SES-8: an addendum that is sent again after lost answers is the same event to the second, and stands once', async () => {
  const { send } = drafts()
  const { post, stored, sentAt } = recordThatLoses(3)
  const pressed = [
    await send(bruise, post),
    await send(bruise, post),
    await send(bruise, post),
    await send(bruise, post),
  ]
  expect(pressed).toEqual([false, false, false, true])
  expect([...stored.values()]).toHaveLength(1)
  // When it was sent is told anew each time.
  expect(new Set(sentAt).size).toBe(4)
})

test('the same words after an answer are a new addendum; so are other words, and the answer to other late entries', async () => {
  const { send } = drafts()
  const { post, stored } = recordThatLoses(0)
  const late = [idNo<EventId>(99)]
  for (const fact of [bruise, bruise, { ...bruise, text: 'It is gone.' }, { ...bruise, answers: late }]) {
    expect(await send(fact, post)).toBe(true)
  }
  expect([...stored.values()].map(({ answers }) => answers)).toEqual([undefined, undefined, undefined, late])
})

test('a refusal is an answer: what is tried again later is a new event', async () => {
  const { send } = drafts()
  const seen: EventId[] = []
  const refuse = async ({ id }: AddendumEvent) => {
    seen.push(id)
    return 'refused' as const
  }
  expect([await send(bruise, refuse), await send(bruise, refuse)]).toEqual([false, false])
  expect(new Set(seen).size).toBe(2)
})

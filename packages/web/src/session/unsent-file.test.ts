import { type AccountId, asId, type EventId, type Instant, type SessionId } from '@unknot/care/kernel'
import { expect, test } from 'vitest'
import type { KeptEvent } from './kept-event.ts'
import { readUnsentFile, takeIn, writeUnsentFile } from './unsent-file.ts'

const row = (no: number, status: KeptEvent['status']): KeptEvent => {
  const id = asId<EventId>(`00000000-0000-7000-8000-00000000000${no}`)
  const session = asId<SessionId>('00000000-0000-7000-8000-000000000009')
  const actor = asId<AccountId>('00000000-0000-7000-8000-00000000000a')
  const at = '2026-11-25T10:00:00.000Z' as Instant
  const event = { id, session, device: actor, actor, at, kind: 'finding-noted', text: 'Zoë: tender' }
  return { id, session, actor, order: no, event: event as unknown as KeptEvent['event'], status, problem: null }
}

test('what is not sent goes into a file that nobody reads without the passphrase, and comes out of it whole', async () => {
  const rows = [row(1, 'waiting'), row(2, 'refused')]
  const file = await writeUnsentFile(rows, 'four grey herons')
  expect(file).not.toContain('tender')
  expect(await readUnsentFile(file, 'four grey heron')).toBe('wrong-passphrase')
  expect(await readUnsentFile(file, 'four grey herons')).toEqual(rows)
  expect(await readUnsentFile('{"a":1}', 'x')).toBe('not-such-a-file')
  expect(await readUnsentFile('tender', 'x')).toBe('not-such-a-file')
  expect(await readUnsentFile(file.replace('"version":2', '"version":99'), 'x')).toBe('newer-version')
})

test('taken in twice it is there once, and what was refused elsewhere waits to be judged here', () => {
  const rows = [row(1, 'waiting'), row(2, 'refused')]
  const first = takeIn(rows, new Set())
  expect(first.map(({ status }) => status)).toEqual(['waiting', 'waiting'])
  expect(takeIn(rows, new Set(first.map(({ id }) => id)))).toEqual([])
})

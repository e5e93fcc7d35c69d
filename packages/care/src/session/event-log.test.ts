import { expect, test } from 'vitest'
import { EventLog } from './event-log.ts'
import { Table } from './table.fixture.ts'

test('a log never sees what was added after it, nor what its sibling has', () => {
  const table = new Table()
  const [one, two, three] = ['a', 'b', 'c'].map((text) => table.event({ kind: 'finding-noted', text }))
  if (!one || !two || !three) throw new Error('three events')
  const first = EventLog.empty().with(one)
  const left = first.with(two)
  const right = first.with(three)
  expect(first.find(two.id)).toBeUndefined()
  expect([left.find(two.id), left.find(three.id)]).toEqual([two, undefined])
  expect([right.find(two.id), right.find(three.id)]).toEqual([undefined, three])
  expect([first, left, right].map((log) => log.events())).toEqual([[one], [one, two], [one, three]])
})

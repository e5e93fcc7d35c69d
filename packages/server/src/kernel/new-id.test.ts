import { isUuid } from '@unknot/care/kernel'
import { expect, test } from 'vitest'
import { idMaker } from './new-id.ts'

test('ids come in the order in which they were asked for, also when the clock stands or steps back', () => {
  let now = 1_800_000_000_000
  const newId = idMaker(() => now)
  const ids: string[] = []
  for (let i = 0; i < 10_000; i += 1) {
    if (i % 1000 === 0) now -= 5
    ids.push(newId())
  }
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(10_000)
  expect(ids.every(isUuid)).toBe(true)
})

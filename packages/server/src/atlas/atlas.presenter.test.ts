import { atlasRoutes } from '@unknot/wire/atlas'
import { expect, test } from 'vitest'
import { presentAtlas } from './atlas.presenter.ts'

test('the atlas answers with 44 muscles in the shape that the route promises, each source named once', () => {
  const answer = atlasRoutes.listMuscles.answer.parse(JSON.parse(JSON.stringify(presentAtlas())))
  expect(answer).toEqual(presentAtlas())
  expect(answer.muscles).toHaveLength(44)
  const keys = answer.sources.map((source) => source.key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const muscle of answer.muscles) expect(keys).toEqual(expect.arrayContaining(muscle.sources))
})

import { expect, test } from 'vitest'
import { looksAt } from './looks.ts'
import { MUSCLES } from './muscles.ts'
import { pointFor } from './site-at.ts'
import type { MuscleId, Site } from './site.ts'
import { isInBox, zoomBox } from './zoom.ts'

function site(muscle: string, side: Site['side'] = 'right'): Site {
  return { muscle: muscle as MuscleId, side, level: null, point: null }
}

test('every site is seen in one look, inside of what that look shows', () => {
  const all = MUSCLES.flatMap(({ id }) => (['left', 'right'] as const).map((side) => ({ site: site(id, side) })))
  const looks = looksAt(all)
  expect(looks.map(({ view }) => view)).toEqual(['posterior', 'anterior', 'right-lateral', 'left-lateral'])
  expect(looks.flatMap(({ shown }) => shown)).toHaveLength(all.length)
  for (const { view, zoom, shown } of looks) {
    for (const one of shown) {
      const at = pointFor(one.site, view)
      expect(at !== null && isInBox(at, zoomBox(zoom, view)), `${view} ${one.site.muscle}`).toBe(true)
    }
  }
})

test('a look is as close as its sites allow, and nothing to see is no look', () => {
  expect(looksAt([{ site: site('piriformis') }]).map(({ zoom }) => zoom)).toEqual(['lumbar'])
  expect(looksAt([{ site: site('suboccipitals') }]).map(({ zoom }) => zoom)).toEqual(['neck'])
  expect(looksAt([{ site: site('suboccipitals') }, { site: site('piriformis') }])[0]?.zoom).toBe('full')
  expect(looksAt([])).toEqual([])
})

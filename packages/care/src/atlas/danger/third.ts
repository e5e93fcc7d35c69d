/** Which third of piriformis a point lies in, counted from the sacrum to the trochanter. */
import { targetsOf } from '../plates.ts'
import type { Site } from '../site.ts'
import type { Third } from './needle-plan.ts'

/** What was said, or what the point says; of the two the one nearer to the nerve's exit counts. */
export function thirdOf(site: Site, said: Third): Third {
  const pointed = pointedThird(site)
  if (said === 'medial' || pointed === 'medial') return 'medial'
  return pointed === 'unknown' ? said : pointed
}

function pointedThird({ muscle, point }: Site): Third {
  const box = muscle === 'piriformis' ? targetsOf(muscle)[0]?.box : undefined
  if (box === undefined || point === null) return 'unknown'
  const share = (Math.abs(point.x) - box.x0) / (box.x1 - box.x0)
  if (share < 1 / 3) return 'medial'
  return share < 2 / 3 ? 'middle' : 'lateral'
}

/**
 * Whether a needle may go in here and now: the site is one, the time-out was done, the patient lies, screening and consent
 * cover it, and nobody has called it off. SES-5 and the consent and screening rules at the table.
 */
import { isMuscleId, levelsOf, mustMuscle, regionOf, type Region, type Site } from '../atlas/index.ts'
import { type ConsentFacts, type NarrowedScope, POSITIONS, type Position } from './event.ts'
import type { NeedleDetail } from './needle.ts'
import { type ChartedNeedle, needlesInBody } from './needle-ledger.ts'
import type { PermissionProblem, SiteProblem } from './problem.ts'
import type { SessionState, TimeOut } from './state.ts'

/** SES-5: who may faint lies. */
export function isLying(position: Position): boolean {
  return position !== 'seated' && position !== 'standing'
}

/** The positions in which a needle may go in. */
export const LYING_POSITIONS: readonly Position[] = POSITIONS.filter(isLying)

/** Whether the atlas has such a site. */
export function checkSite({ muscle, level, point }: Site): SiteProblem | null {
  if (!isMuscleId(muscle)) return { code: 'muscle-unknown', muscle }
  const levels = levelsOf(muscle)
  if (level === null && isLevelNeeded(mustMuscle(muscle).region) && levels.length > 0) {
    return { code: 'level-missing', muscle, levels }
  }
  if (level !== null && !levels.includes(level)) return { code: 'level-not-of-muscle', muscle, level, levels }
  return point === null || isOnPlate(point) ? null : { code: 'point-off-the-plate' }
}

/** On the trunk the level decides what lies below the needle and which consent covers it, so it is never left out. */
export function isLevelNeeded(region: Region): boolean {
  return region === 'lumbar' || region === 'thoracic'
}

/** May a needle go in? Not for a plan: that may be made before the time-out. */
export function checkInsertion(state: SessionState, site: Site, detail: NeedleDetail): PermissionProblem | null {
  const stop = checkCourse(state)
  if (stop) return stop
  if (state.timeOut === null) return { code: 'time-out-missing' }
  if (state.position !== null && !isLying(state.position)) {
    return { code: 'position-not-lying', position: state.position }
  }
  return checkCover(narrowed(state, state.timeOut), site, detail)
}

/** What screening and consent leave at this moment: as they were at the time-out, without what was withdrawn since. */
export function narrowed(
  { narrowings }: Pick<SessionState, 'narrowings'>,
  { screening, consent }: Pick<TimeOut, 'screening' | 'consent'>,
): Pick<TimeOut, 'screening' | 'consent'> {
  return narrowings.length === 0 ? { screening, consent } : { screening, consent: without(consent, narrowings) }
}

function without(consent: ConsentFacts, narrowings: SessionState['narrowings']): ConsentFacts {
  const gone = new Set<NarrowedScope>(narrowings.flatMap(({ scopes }) => scopes))
  return {
    ...consent,
    regions: consent.regions.filter((region) => !gone.has(region)),
    electrical: consent.electrical && !gone.has('electrical'),
  }
}

/** The needles in the body that lost their consent: they come out, whatever else goes on. */
export function needlesWithoutConsent(state: SessionState): readonly ChartedNeedle[] {
  const { timeOut } = state
  if (!timeOut || (state.narrowings.length === 0 && !state.withdrawal)) return []
  const { consent } = narrowed(state, timeOut)
  return needlesInBody(state).filter(({ site, detail }) => {
    if (state.withdrawal || !consent.regions.includes(regionOf(site.muscle, site.level))) return true
    return detail.technique === 'electrical' && !consent.electrical
  })
}

/** Once all out is called or consent withdrawn, needles of this session only come out. */
export function checkCourse(state: SessionState): PermissionProblem | null {
  if (state.withdrawal) return { code: 'consent-withdrawn' }
  return state.allOut ? { code: 'all-out-called' } : null
}

/** Whether screening and consent, as they were at the time-out, cover it. */
export function checkCover(
  { screening, consent }: Pick<TimeOut, 'screening' | 'consent'>,
  site: Site,
  detail: NeedleDetail,
): PermissionProblem | null {
  const region = regionOf(site.muscle, site.level)
  if (screening.barredRegions.includes(region)) return { code: 'screening-bars-region', region }
  if (!consent.regions.includes(region)) return { code: 'consent-lacks-region', region }
  return checkTechnique({ screening, consent }, detail)
}

export function checkTechnique(
  { screening, consent }: Pick<TimeOut, 'screening' | 'consent'>,
  { technique }: NeedleDetail,
): PermissionProblem | null {
  if (screening.barredTechniques.includes(technique)) return { code: 'screening-bars-technique', technique }
  // Some technique is barred and this one isn't said: it may be that one.
  if (technique === 'unknown' && screening.barredTechniques.length > 0) {
    return { code: 'technique-unknown', barredTechniques: screening.barredTechniques }
  }
  return technique === 'electrical' && !consent.electrical ? { code: 'consent-lacks-electrical' } : null
}

/** Plates go 250 permille of stature to each side of the midline and from the vertex to the sole. */
function isOnPlate({ x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= -250 && x <= 250 && y >= 0 && y <= 1000
}

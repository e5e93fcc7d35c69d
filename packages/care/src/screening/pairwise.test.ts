/** Every two answers together, at every region and with every technique: nothing gets milder, nothing is barred without a reason. */
import { expect, test } from 'vitest'
import { isMuscleId, levelsOf, MUSCLES, mustMuscle, REGIONS, regionOf } from '../atlas/index.ts'
import { gravity, SCREENED_TECHNIQUES, URGENCIES } from './disposition.ts'
import type { NeedlingPlan, PlannedNeedle, ScreeningResult } from './result.ts'
import { screen } from './screen.ts'
import { ADULT, healthyBut, needle, YES_NO_IDS, yesTo } from './screen.fixture.ts'

/** One needle for each region and technique, in a deep muscle where the region has one. */
const EVERYWHERE: NeedlingPlan = REGIONS.flatMap((region) => {
  const inRegion = MUSCLES.filter((muscle) => muscle.region === region)
  const muscle = inRegion.find(({ layer }) => layer === 'deep') ?? inRegion[0]
  if (!muscle || !isMuscleId(muscle.id)) return []
  const level = levelsOf(muscle.id).find((each) => regionOf(muscle.id, each) === region) ?? null
  return SCREENED_TECHNIQUES.map((technique) => needle(mustMuscle(muscle.id).id, level, technique))
})

const urgencyRank = ({ urgency }: ScreeningResult) => (urgency === null ? -1 : URGENCIES.indexOf(urgency))

function isMilder(after: ScreeningResult, before: ScreeningResult): boolean {
  if (gravity(after.disposition) < gravity(before.disposition)) return true
  if (urgencyRank(after) < urgencyRank(before)) return true
  if (after.mayNeedle && !before.mayNeedle) return true
  if (before.barredRegions.some((region) => !after.barredRegions.includes(region))) return true
  if (before.barredTechniques.some((technique) => !after.barredTechniques.includes(technique))) return true
  return before.perSite.some(
    (site, index) => gravity(after.perSite[index]?.disposition ?? 'proceed') < gravity(site.disposition),
  )
}

function isReasoned(
  site: PlannedNeedle & { readonly rules: readonly string[]; readonly disposition: string },
): boolean {
  return site.disposition === 'proceed' || site.rules.length > 0
}

test('a plan covers every region with every technique', () => {
  expect(EVERYWHERE).toHaveLength(REGIONS.length * SCREENED_TECHNIQUES.length)
  expect(new Set(screen(healthyBut({}), ADULT, EVERYWHERE).perSite.map(({ region }) => region)).size).toBe(
    REGIONS.length,
  )
})

test('a second yes never makes the first one milder, for any pair, region and technique', () => {
  const alone = new Map(YES_NO_IDS.map((id) => [id, screen(yesTo(id), ADULT, EVERYWHERE)]))
  const milder: string[] = []
  let pairs = 0
  for (const [index, one] of YES_NO_IDS.entries()) {
    for (const other of YES_NO_IDS.slice(index + 1)) {
      const both = screen(yesTo(one, other), ADULT, EVERYWHERE)
      const firsts = [alone.get(one), alone.get(other)]
      if (firsts.some((first) => !first || isMilder(both, first))) milder.push(`${one} + ${other}`)
      if (!both.perSite.every(isReasoned)) milder.push(`${one} + ${other} without a reason`)
      if (both.urgency === 'emergency-now' && both.findings[0]?.severity !== 'emergency')
        milder.push(`${one} + ${other} hidden`)
      pairs += 1
    }
  }
  expect(milder).toEqual([])
  expect(pairs).toBeGreaterThan(5000)
}, 30_000)

test('each answer alone: unknown is never milder than no, and every bar has words and a source or the mark unreviewed', () => {
  const healthy = screen(healthyBut({}), ADULT, EVERYWHERE)
  for (const id of YES_NO_IDS) {
    expect(isMilder(screen(healthyBut({ [id]: { answer: 'unknown' } }), ADULT, EVERYWHERE), healthy), id).toBe(false)
    for (const finding of screen(yesTo(id), ADULT, EVERYWHERE).findings) {
      expect(finding.reasonForPatient.length, finding.rule).toBeGreaterThan(10)
      expect(finding.reasonForClinician.length, finding.rule).toBeGreaterThan(10)
      expect(finding.sources.length > 0 || finding.unreviewed, finding.rule).toBe(true)
      if (finding.urgency) expect(finding.letter, finding.rule).not.toBeNull()
      if (finding.disposition === 'medical-clearance-first') expect(finding.clearance, finding.rule).not.toBeNull()
      if (finding.urgency) expect(screen(yesTo(id), ADULT).mustSay, finding.rule).not.toEqual([])
    }
  }
})

/** A site as facts for the screen: what lies near it, and the muscles that can be picked. */
import {
  assessSite,
  atlasSource,
  type Figure,
  levelsOf,
  type LyingPosition,
  MUSCLES,
  mustMuscle,
  type PatientFactors,
  type Region,
  regionOf,
  type Site,
  type SiteAssessment,
} from '@unknot/care/atlas'
import type { NeedleDetail } from '@unknot/care/session'
import type { PickableMuscle } from './MusclePicker.tsx'
import type { SiteRisk } from './RiskCard.tsx'

/** What the needle as it is set may meet at the site, among the needles that are in or planned. */
export function siteRisk(
  site: Site,
  detail: NeedleDetail,
  position: LyingPosition | null,
  others: readonly Site[],
  factors: PatientFactors,
): SiteRisk {
  const muscle = mustMuscle(site.muscle)
  const found = assessSite(site, detail, detail.technique, position ?? 'unknown', factors, others)
  const figures = [...found.figures, ...found.conflicts.flatMap(({ sides }) => sides)]
  return {
    tier: found.tier,
    reason: found.reason,
    near: nearWords(site, found),
    structures: found.atRisk.map(({ structure, consequence }) => ({ structure, consequence })),
    findings: found.findings.filter(({ holds }) => holds === 'yes').map(({ rule, says }) => ({ id: rule, says })),
    blocks: found.blocks.filter(({ kind }) => kind !== 'answer-first').map(({ rule, words }) => ({ id: rule, words })),
    questions: found.questions.map(({ id, ask }) => ({ id, ask })),
    conflicts: found.conflicts.map(({ id, about, sides, soWhat }) => ({
      id,
      about,
      sides: sides.map((side) => figureWords(side)),
      soWhat,
    })),
    figures: found.figures.map((figure) => figureWords(figure)),
    page: `/atlas/${muscle.id}`,
    avoid: muscle.needling.avoid,
    direction: muscle.needling.direction,
    sources: [
      ...new Set([
        ...found.findings.flatMap(({ sources }) => sources),
        ...figures.map(({ source }) => source),
        ...muscle.riskSources,
      ]),
    ].map(atlasSource),
    isUnreviewed: muscle.unreviewed.length > 0 || found.findings.some((finding) => finding.isUnreviewed),
  }
}

/** What the atlas names for the muscle, then what a rule that surely holds here adds to it. */
function nearWords(site: Site, found: SiteAssessment): string {
  const added = found.atRisk.filter(({ rules }) => rules.some((id) => isSure(found, id)))
  const words = [...mustMuscle(site.muscle).atRisk, ...added].map(({ structure }) => shortName(structure))
  return words.filter((word, at) => !words.slice(0, at).some((other) => other.startsWith(word))).join(', ')
}

/** `Spinal canal and cord or cauda equina (interlaminar gap)` is `spinal canal` in a headline. */
function shortName(structure: string): string {
  return structure.replace(/ (\(|and|or) ?.*$/, '').toLowerCase()
}

function isSure({ findings }: SiteAssessment, rule: string): boolean {
  return findings.some((finding) => finding.rule === rule && finding.holds === 'yes')
}

function figureWords({ says, n, of }: Figure): string {
  return `${says} (${n === null ? '' : `${n.toLocaleString('en')} `}${of})`
}

/** All muscles, those that lie in the consented regions first. `bar` says why a region can't be needled today. */
export function pickableMuscles(bar: (region: Region) => string | null): readonly PickableMuscle[] {
  const all = MUSCLES.map((muscle) => {
    // A long muscle is barred as a whole only when none of its levels is left.
    const levels = levelsOf(muscle.id)
    const regions = levels.length === 0 ? [muscle.region] : levels.map((level) => regionOf(muscle.id, level))
    const bars = regions.map(bar)
    return {
      id: muscle.id,
      name: muscle.name,
      latin: muscle.latinName,
      region: muscle.region,
      barred: bars.includes(null) ? null : (bars[0] ?? null),
    }
  })
  return [...all.filter((muscle) => muscle.barred === null), ...all.filter((muscle) => muscle.barred !== null)]
}

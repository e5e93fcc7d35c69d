/** From findings to what follows: for the whole, for each region, technique and planned site. */
import { REGIONS, type Region, regionOf } from '../atlas/index.ts'
import type { Change } from './change.ts'
import type { Contradiction } from './contradiction.ts'
import {
  type Disposition,
  graver,
  gravity,
  moreUrgent,
  SCREENED_TECHNIQUES,
  type ScreenedTechnique,
  SEVERITIES,
  stopsNeedling,
  type Urgency,
} from './disposition.ts'
import type { Finding, MissingAnswer, NeedlingPlan, PlannedNeedle, ScreeningResult, SiteVerdict } from './result.ts'
import { findRule, RULES_VERSION } from './rules.ts'

export type Found = {
  readonly findings: readonly Finding[]
  readonly missing: readonly MissingAnswer[]
  readonly contradictions: readonly Contradiction[]
}

export function summarise(
  { findings: unsorted, missing, contradictions }: Found,
  plan: NeedlingPlan | null,
): ScreeningResult {
  const findings = unsorted.length > 1 ? unsorted.toSorted(gravestFirst) : unsorted
  const perRegion = perRegionOf(findings)
  const perTechnique = perTechniqueOf(findings)
  const whole = worstOf(findings)
  return {
    rulesVersion: RULES_VERSION,
    findings,
    perRegion,
    perTechnique,
    perSite: plan === null ? [] : plan.map((needle) => siteVerdict(needle, findings)),
    disposition: plan === null || plan.length === 0 ? whole : dispositionOfPlan(findings, plan),
    urgency: findings.reduce<Urgency | null>((worst, finding) => moreUrgent(worst, standing(finding)), null),
    mayNeedle: missing.length === 0 && !stopsNeedling(whole),
    barredRegions: REGIONS.filter((region) => gravity(perRegion[region]) >= gravity('not-in-this-region')),
    barredTechniques: SCREENED_TECHNIQUES.filter((technique) => bars(perTechnique[technique])),
    precautions: precautionsOf(findings),
    changes: changesOf(findings),
    mustSay: mustSayOf(findings),
    missing,
    contradictions,
  }
}

const standing = ({ urgency, overridden }: Finding) => (overridden === null ? urgency : null)

function worstOf(findings: readonly Finding[]): Disposition {
  return findings.reduce<Disposition>((worst, finding) => graver(worst, finding.disposition), 'proceed')
}

function gravestFirst(a: Finding, b: Finding): number {
  const bySeverity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity)
  if (bySeverity !== 0) return bySeverity
  const byGravity = gravity(b.disposition) - gravity(a.disposition)
  if (byGravity !== 0) return byGravity
  if (a.because !== b.because) return a.because === 'yes' ? -1 : 1
  return 0
}

const isEvery = (part: readonly unknown[], whole: readonly unknown[]) => part.length === whole.length
const bars = (disposition: Disposition) => disposition === 'not-this-technique' || stopsNeedling(disposition)

/** A finding about some techniques or muscles only is no more than a precaution for a region. */
function perRegionOf(findings: readonly Finding[]): Record<Region, Disposition> {
  const worst = blank(REGIONS)
  for (const { techniques, muscles, disposition, regions } of findings) {
    const isWhole = isEvery(techniques, SCREENED_TECHNIQUES) && muscles === null
    const weight = isWhole ? disposition : atMostPrecaution(disposition)
    for (const region of regions) worst[region] = graver(worst[region], weight)
  }
  return worst
}

function perTechniqueOf(findings: readonly Finding[]): Record<ScreenedTechnique, Disposition> {
  const worst = blank(SCREENED_TECHNIQUES)
  for (const { techniques, muscles, disposition, regions } of findings) {
    const isWhole = isEvery(regions, REGIONS) && muscles === null && disposition !== 'not-in-this-region'
    const weight = isWhole ? disposition : atMostPrecaution(disposition)
    for (const technique of techniques) worst[technique] = graver(worst[technique], weight)
  }
  return worst
}

function blank<Key extends string>(keys: readonly Key[]): Record<Key, Disposition> {
  const worst = {} as Record<Key, Disposition>
  for (const key of keys) worst[key] = 'proceed'
  return worst
}

function atMostPrecaution(disposition: Disposition): Disposition {
  return disposition === 'proceed' ? 'proceed' : 'precaution'
}

/** What stops every needle touches each plan; what is about no region in particular is a precaution for each. */
function touches(finding: Finding, { site, technique }: PlannedNeedle): boolean {
  if (stopsNeedling(finding.disposition) || finding.regions.length === 0) return true
  if (finding.muscles && !finding.muscles.includes(site.muscle)) return false
  return finding.techniques.includes(technique) && finding.regions.includes(regionOf(site.muscle, site.level))
}

function siteVerdict(needle: PlannedNeedle, findings: readonly Finding[]): SiteVerdict {
  const about = findings.filter((finding) => touches(finding, needle))
  return {
    ...needle,
    region: regionOf(needle.site.muscle, needle.site.level),
    disposition: worstOf(about),
    rules: about.map((finding) => finding.rule),
    changes: changesOf(about),
  }
}

function dispositionOfPlan(findings: readonly Finding[], plan: NeedlingPlan): Disposition {
  return worstOf(findings.filter((finding) => plan.some((needle) => touches(finding, needle))))
}

/** What changes the needling itself; what is only information stays in the findings. */
function precautionsOf(findings: readonly Finding[]): readonly string[] {
  const lines = findings.filter((finding) => finding.disposition !== 'proceed').map((finding) => finding.label)
  return [...new Set(lines)]
}

function changesOf(findings: readonly Finding[]): readonly Change[] {
  return [...new Set(findings.flatMap((finding) => finding.changes))]
}

function mustSayOf(findings: readonly Finding[]): readonly string[] {
  const said = new Set<string>()
  for (const finding of findings) {
    const sentence = findRule(finding.rule)?.mustSay
    if (sentence && finding.because === 'yes') said.add(sentence)
  }
  return [...said]
}

/**
 * A screening's result as lines to read: regions with the same findings stand together, by hand and with current apart.
 *
 * Only arranges what the rules decided: a region's disposition here is never milder than a finding that names the region and
 * every technique of the column.
 */
import { REGIONS, type Region } from '@unknot/care/atlas'
import { DISPOSITIONS, type Disposition, SCREENED_TECHNIQUES } from '@unknot/care/screening'
import type { FindingWire } from '@unknot/wire/screening'

export type RegionLine = {
  readonly regions: readonly Region[]
  readonly byHand: Disposition
  readonly withCurrent: Disposition
  /** Those that hold here and not everywhere. */
  readonly findings: readonly FindingWire[]
}

export type RegionTable = {
  /** Findings that name every region: said once, counted in every line. */
  readonly everywhere: readonly FindingWire[]
  readonly lines: readonly RegionLine[]
}

const HAND = SCREENED_TECHNIQUES.filter((technique) => technique !== 'electrical')

export function regionTable(findings: readonly FindingWire[]): RegionTable {
  const isEverywhere = (finding: FindingWire) => REGIONS.every((region) => finding.regions.includes(region))
  const lines = new Map<string, RegionLine>()
  for (const region of REGIONS) {
    const own = findings.filter((finding) => finding.regions.includes(region))
    const special = own.filter((finding) => !isEverywhere(finding))
    const key = special.map((finding) => finding.rule).join(' ')
    lines.set(key, {
      regions: [...(lines.get(key)?.regions ?? []), region],
      byHand: gravest(own.map(forHand)),
      withCurrent: gravest(own.map(forCurrent)),
      findings: special,
    })
  }
  return { everywhere: findings.filter(isEverywhere), lines: [...lines.values()] }
}

/** Findings that concern no region in particular, such as a swollen arm. */
export function findingsElsewhere(findings: readonly FindingWire[]): readonly FindingWire[] {
  return findings.filter((finding) => finding.regions.length === 0)
}

/** A finding about some of the techniques by hand asks for care; about all of them it counts in full. */
function forHand({ techniques, disposition }: FindingWire): Disposition {
  const touched = HAND.filter((technique) => techniques.includes(technique))
  if (touched.length === 0) return 'proceed'
  return touched.length === HAND.length ? disposition : gentler(disposition)
}

function forCurrent({ techniques, disposition }: FindingWire): Disposition {
  return techniques.includes('electrical') ? disposition : 'proceed'
}

function gentler(disposition: Disposition): Disposition {
  return disposition === 'proceed' ? 'proceed' : 'precaution'
}

function gravest(dispositions: readonly Disposition[]): Disposition {
  return dispositions.reduce<Disposition>(
    (worst, next) => (DISPOSITIONS.indexOf(next) > DISPOSITIONS.indexOf(worst) ? next : worst),
    'proceed',
  )
}

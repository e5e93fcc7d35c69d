/** How much a muscle was needled over an episode: needles, sessions and the time that they stayed, by muscle and side. */
import type { MuscleId, Side, Site } from '../site.ts'

export type DosedNeedle = {
  /** Needles of one session share it. */
  readonly session: string
  readonly site: Site
  /** Null when the time in or out isn't known. */
  readonly dwellS: number | null
}

export type MuscleDose = {
  readonly muscle: MuscleId
  readonly side: Side
  readonly needleCount: number
  readonly sessionCount: number
  /** Of the needles whose time is known; null when none is. */
  readonly dwellS: number | null
  readonly dwellUnknownCount: number
}

/** Those with the most needles first. Left and right are two doses. */
export function doseByMuscle(needles: readonly DosedNeedle[]): readonly MuscleDose[] {
  const groups = new Map<string, DosedNeedle[]>()
  for (const needle of needles) {
    const key = `${needle.site.muscle} ${needle.site.side}`
    groups.set(key, [...(groups.get(key) ?? []), needle])
  }
  return [...groups.values()]
    .flatMap((group) => (group[0] === undefined ? [] : [doseOf(group, group[0].site)]))
    .toSorted(
      (a, b) => b.needleCount - a.needleCount || a.muscle.localeCompare(b.muscle) || a.side.localeCompare(b.side),
    )
}

function doseOf(group: readonly DosedNeedle[], { muscle, side }: Site): MuscleDose {
  const known = group.flatMap(({ dwellS }) => dwellS ?? [])
  return {
    muscle,
    side,
    needleCount: group.length,
    sessionCount: new Set(group.map(({ session }) => session)).size,
    dwellS: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0),
    dwellUnknownCount: group.length - known.length,
  }
}

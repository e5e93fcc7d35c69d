/** What the map shows beside the body itself: one thing an overlay, each with its words for whoever can't see it. */
import { must } from '../../kernel/index.ts'
import { muscleFacts } from '../muscle-facts.ts'
import { mustMuscle } from '../muscles.ts'
import { siteName } from '../names.ts'
import type { MuscleId, Side, Site } from '../site.ts'
import type { MuscleDose } from './dose.ts'
import { outlineOfPain, type PainArea, painByRegion } from './pain.ts'
import { painRegionAt } from './pain-regions.ts'

export type NeedleState = 'in' | 'out' | 'planned'

export type Overlay =
  /** `was`: from the earlier of two dates, drawn as an outline under the later one. */
  | { readonly kind: 'pain'; readonly areas: readonly PainArea[]; readonly was?: true }
  | {
      readonly kind: 'needle'
      readonly site: Site
      readonly state: NeedleState
      readonly number: number
      readonly was?: true
    }
  | { readonly kind: 'finding'; readonly site: Site; readonly letter: string; readonly text: string }
  | { readonly kind: 'referral'; readonly muscle: MuscleId; readonly side: Side }
  | { readonly kind: 'dose'; readonly doses: readonly MuscleDose[] }
  | { readonly kind: 'treated'; readonly muscle: MuscleId; readonly side: Side }

/** All that is shown, in sentences, in the order in which it is given. */
export function describeOverlays(overlays: readonly Overlay[]): string {
  return overlays.flatMap(sentencesOf).join(' ')
}

function sentencesOf(overlay: Overlay): readonly string[] {
  switch (overlay.kind) {
    case 'pain':
      return painSentences(overlay.areas, overlay.was === true ? 'Pain before' : 'Pain')
    case 'needle':
      return [`${NEEDLE_WORDS[overlay.state](overlay.number)}: ${siteName(overlay.site)}.`]
    case 'finding':
      return [`Finding ${overlay.letter}: ${siteName(overlay.site)}, ${overlay.text}.`]
    case 'referral':
      return [
        `Where pain of the ${sided(overlay)} may be felt: ${lower(muscleFacts(overlay.muscle).referralPattern)}`,
        ...supportOf(overlay.muscle),
      ]
    case 'dose':
      return overlay.doses.map(
        (dose) =>
          `${capital(sided(dose))}: ${counted(dose.needleCount, 'needle')} in ${counted(dose.sessionCount, 'session')}.`,
      )
    case 'treated':
      return [`This is the muscle that we treated: ${sided(overlay)}.`]
  }
}

const NEEDLE_WORDS: Readonly<Record<NeedleState, (number: number) => string>> = {
  in: (number) => `Needle ${number}, in the body`,
  out: (number) => `Needle ${number}, out`,
  planned: () => 'Planned',
}

/** One sentence an area: kind, strength and where, the regions of a drawn area being those that it covers. */
function painSentences(areas: readonly PainArea[], start: string): readonly string[] {
  return areas.map((area) => {
    const strength = area.intensity0to10 === null ? 'strength not said' : `${area.intensity0to10} of 10`
    return `${start}: ${area.pain}, ${strength}, ${whereWords(area)}.`
  })
}

function whereWords(area: PainArea): string {
  const regions = painByRegion([area]).map(({ region }) => lower(region.name))
  if (regions.length > 0) return regions.join('; ')
  // An area smaller than a cell of the grid still lies somewhere.
  const [x, y] = must(outlineOfPain(area)[0], 'a corner')
  const view = area.where.kind === 'drawn' ? area.where.view : 'posterior'
  return lower(painRegionAt({ x, y }, view)?.name ?? 'at the edge of the body')
}

function supportOf(muscle: MuscleId): readonly string[] {
  const isUnreviewed = mustMuscle(muscle).unreviewed.includes('referralPattern')
  return isUnreviewed ? ['Unreviewed: no source that we read supports this yet.'] : []
}

function sided({ muscle, side }: { readonly muscle: MuscleId; readonly side: Side }): string {
  return lower(siteName({ muscle, side, level: null }))
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

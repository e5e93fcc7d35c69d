/**
 * What a patient is told for the days after, fitted to where the needles went.
 *
 * From safety.md section 7 and 3e in our own words. A line without a source that we read is marked unreviewed. Nothing about
 * flushing toxins, and nothing is promised.
 */
import { type Region, regionOf } from '../atlas/index.ts'
import type { NeedleLedger } from './needle-ledger.ts'

export type Advice = {
  readonly id: string
  readonly words: string
  /** Ids of citations in care/evidence. */
  readonly sources: readonly string[]
  readonly unreviewed: boolean
  /** Told only when a needle went into one of these; null = told to everybody. */
  readonly regions: readonly Region[] | null
}

/** The sheet's name; a new one whenever a word of it changes. */
export const AFTERCARE_SHEET = 'AC-1'

/** Where a needle may reach the lung's surroundings: the chest, the shoulder girdle and the base of the neck. */
const NEAR_THE_LUNG: readonly Region[] = ['thoracic', 'shoulder', 'cervical']
const NEAR_THE_CORD: readonly Region[] = ['cervical', 'thoracic', 'lumbar']

export const AFTERCARE_ADVICE: readonly Advice[] = [
  line(
    'soreness',
    'An ache like after exercise is usual and passes within three days. Call us if it lasts longer or gets worse.',
    ['S68', 'S56'],
  ),
  line('keep-moving', 'Keep moving gently.', []),
  line('heat-or-cold', 'Warmth or cold may be used for comfort; on a swelling bruise, cold first.', ['S18']),
  line(
    'bruise',
    'A small bruise is usual for up to a week. Get help if it is tense or spreading, or if you take blood thinners.',
    [],
  ),
  line('driving', 'Do not drive while faint, drowsy or dizzy.', ['S54']),
  line(
    'nerve',
    'New numbness, tingling or weakness that stays: call us the same day. If it spreads or gets worse, go to emergency care.',
    [],
  ),
  line(
    'infection',
    'Fever, spreading redness, heat or a hot swelling, today or in the next weeks: get medical help the same day. With back pain, go to emergency care.',
    [],
  ),
  line(
    'lung',
    'Short of breath, a sharp pain in chest, shoulder or upper back when breathing, or a dry cough, also two or three days later: call the emergency number at once and say that you had needling.',
    ['S54', 'S61'],
    NEAR_THE_LUNG,
  ),
  line(
    'flying',
    'If you can, do not fly or dive right after; with any of these signs not at all until a doctor says so.',
    ['S20'],
    NEAR_THE_LUNG,
  ),
  line(
    'cord',
    'Sudden severe neck or back pain, weak or numb arms or legs, or a change in bladder or bowel: go to emergency care at once.',
    ['S67', 'S44'],
    NEAR_THE_CORD,
  ),
]

/** The lines that fit the regions that were needled. */
export function adviceFor(regions: readonly Region[]): readonly Advice[] {
  return AFTERCARE_ADVICE.filter((advice) => advice.regions?.some((region) => regions.includes(region)) ?? true)
}

/** The regions into which needles of this session went. */
export function needledRegions(ledger: NeedleLedger): readonly Region[] {
  return [...new Set(ledger.needles.map(({ site }) => regionOf(site.muscle, site.level)))]
}

function line(id: string, words: string, sources: readonly string[], regions: readonly Region[] | null = null): Advice {
  return { id, words, sources, unreviewed: sources.length === 0, regions }
}

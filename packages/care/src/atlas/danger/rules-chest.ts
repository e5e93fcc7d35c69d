/** Danger over the chest: pleura and lung, from the top of the shoulder to the last rib. DNG-20 to DNG-33. */
import type { Answer } from '../../kernel/index.ts'
import { type Facts, isBetween, isNear, isOut, PLEURA_FROM_MM } from './facts.ts'
import { PLEURA, type Rule, rule } from './rule.ts'
import { all, any, exceeds, isOneOf, reaches, when } from './three-way.ts'

/** Muscles that lie on the ribs without a shoulder blade in between. */
const ON_RIBS: ReadonlySet<string> = new Set([
  'rhomboid-major',
  'rhomboid-minor',
  'middle-trapezius',
  'lower-trapezius',
  'serratus-posterior-superior',
  'serratus-posterior-inferior',
  'serratus-anterior',
  'iliocostalis-thoracis',
  'longissimus-thoracis',
  'iliocostalis-lumborum',
  'latissimus-dorsi',
])
const LIFTED: ReadonlySet<string> = new Set(['upper-trapezius', 'latissimus-dorsi', 'levator-scapulae'])
/** Between shoulder blade and spine. */
const INTERSCAPULAR: ReadonlySet<string> = new Set(['rhomboid-major', 'rhomboid-minor', 'middle-trapezius'])
const isRhomboid = ({ site }: Facts) => when(site.muscle === 'rhomboid-major' || site.muscle === 'rhomboid-minor')
const isOnRibs = (facts: Facts): Answer => all(when(ON_RIBS.has(facts.site.muscle)), facts.overPleura)

export const CHEST_RULES: readonly Rule[] = [
  rule({
    id: 'DNG-20',
    holds: ({ overPleura }) => overPleura,
    tier: 'caution',
    says: 'Lung may lie under the needle. Choose length, angle and place for this body, and aim away from the lung.',
    atRisk: [PLEURA],
    sources: ['SABN51', 'GEMT'],
    asks: ['length', 'direction', 'position'],
  }),
  rule({
    id: 'DNG-21',
    holds: ({ overPleura, otherSide }) => all(overPleura, otherSide),
    tier: 'high',
    says: 'With both sides of the chest needled in one session, both lungs can collapse.',
    atRisk: [PLEURA],
    sources: ['SABN51'],
    figures: ['sa-both-sides'],
    asks: ['other-side'],
    stop: { kind: 'reason-first', words: 'Both sides of the chest in one session.' },
  }),
  rule({
    id: 'DNG-22',
    holds: ({ overPleura, factors }) => all(overPleura, factors.lungDisease),
    tier: 'high',
    says: 'After chest surgery or with lung disease a collapsed lung is more likely, and does more harm.',
    atRisk: [PLEURA],
    sources: ['LIN19'],
    figures: ['lung-odds'],
    asks: ['lung-disease'],
    stop: { kind: 'reason-first', words: 'Lung disease or chest surgery, and lung under the needle.' },
  }),
  rule({
    id: 'DNG-23',
    holds: ({ overPleura, factors }) => all(overPleura, factors.previousPneumothorax),
    tier: 'high',
    says: 'A lung that collapsed once may do so again.',
    atRisk: [PLEURA],
    sources: [],
    isUnreviewed: true,
    asks: ['previous-pneumothorax'],
  }),
  rule({
    id: 'DNG-24',
    holds: (facts) => isOnRibs(facts),
    tier: 'caution',
    says: 'Holding a rib between two fingers is advised, and has failed.',
    atRisk: [PLEURA],
    sources: ['SABN51', 'MINT25', 'PTX25'],
    figures: ['bracket-failed', 'palpation'],
    conflict: 'bracketing',
    asks: ['bracketing'],
  }),
  rule({
    id: 'DNG-25',
    holds: (facts) => all(isRhomboid(facts), exceeds(facts.needle.lengthMm, 19)),
    tier: 'high',
    says: 'Longer than the 19 mm that one ultrasound study proposes for the rhomboids. The study was of healthy adults.',
    atRisk: [PLEURA],
    sources: ['VCR', 'SEOL', 'MIT18'],
    figures: ['rhomboid-19', 'rhomboid-rib', 'bolster'],
    asks: ['length', 'direction'],
  }),
  rule({
    id: 'DNG-26',
    holds: (facts) =>
      all(
        isRhomboid(facts),
        exceeds(facts.needle.lengthMm, 19),
        isOneOf(facts.needle.direction, ['straight'], 'not-recorded'),
      ),
    tier: 'high',
    says: 'A straight needle of more than 19 mm in a rhomboid points at the lung.',
    atRisk: [PLEURA],
    sources: ['VCR', 'SEOL'],
    figures: ['rhomboid-19', 'rhomboid-rib'],
    asks: ['length', 'direction'],
    stop: { kind: 'reason-first', words: 'More than 19 mm, straight in, in a rhomboid.' },
  }),
  rule({
    id: 'DNG-27',
    holds: (facts) =>
      all(when(INTERSCAPULAR.has(facts.site.muscle)), isOneOf(facts.factors.bmiClass, ['under', 'over'], 'unknown')),
    tier: 'high',
    says: 'Thin bodies were not measured apart, and in overweight the measures vary too much to give a margin.',
    atRisk: [PLEURA],
    sources: ['SEOL', 'GEMT'],
    figures: ['rhomboid-rib'],
    asks: ['bmi-class'],
  }),
  rule({
    id: 'DNG-28',
    holds: (facts) => all(isOnRibs(facts), exceeds(facts.needle.lengthMm, 25)),
    tier: 'high',
    says: 'Longer than the 25 mm that the guideline gives for the chest wall.',
    atRisk: [PLEURA],
    sources: ['SABN51', 'SABN'],
    figures: ['sa-25-mm'],
    asks: ['length'],
    stop: { kind: 'reason-first', words: 'More than 25 mm on the chest wall.' },
  }),
  rule({
    id: 'DNG-29',
    holds: ({ site, needle }) => all(when(site.muscle === 'upper-trapezius'), exceeds(needle.lengthMm, 30)),
    tier: 'high',
    says: 'Longer than the 30 mm that reached the pleural space in none of 15 donors. None of them lay other than prone.',
    atRisk: [PLEURA],
    sources: ['KUT'],
    figures: ['trapezius-lengths'],
    asks: ['length', 'position'],
  }),
  rule({
    id: 'DNG-30',
    holds: ({ site, needle }) => all(when(site.muscle === 'upper-trapezius'), reaches(needle.lengthMm, 40)),
    tier: 'high',
    says: 'From 40 mm on, a straight needle in upper trapezius reached the pleural space in some donors.',
    atRisk: [PLEURA],
    sources: ['KUT'],
    figures: ['trapezius-lengths'],
    asks: ['length'],
    stop: { kind: 'reason-first', words: '40 mm or more in upper trapezius.' },
  }),
  rule({
    id: 'DNG-31',
    holds: ({ site, position, factors }) =>
      all(
        when(site.muscle === 'upper-trapezius'),
        any(
          factors.kyphosis,
          isOneOf(position, ['supine', 'side-lying-left', 'side-lying-right', 'seated', 'standing'], 'unknown'),
        ),
      ),
    tier: 'high',
    says: 'The lengths were measured face down. How another posture or a rounded back changes them, we could not read.',
    atRisk: [PLEURA],
    sources: ['KUT'],
    isUnreviewed: true,
    figures: ['trapezius-lengths'],
    asks: ['position', 'kyphosis'],
  }),
  rule({
    id: 'DNG-32',
    holds: (facts) =>
      all(when(LIFTED.has(facts.site.muscle)), facts.overPleura, isOneOf(facts.needle.grip, ['flat'], 'unknown')),
    tier: 'high',
    says: 'This muscle is lifted between the fingers, so that the tip stays between them and away from the chest.',
    atRisk: [PLEURA],
    sources: ['SABN51', 'GEMT'],
    asks: ['grip'],
  }),
  rule({
    id: 'DNG-33',
    holds: (facts) =>
      all(
        when(facts.site.muscle === 'thoracic-multifidus'),
        isBetween(facts.site, 'T1', 'T12'),
        any(isOut(facts, PLEURA_FROM_MM), isOneOf(facts.needle.direction, ['lateral'], 'not-recorded')),
      ),
    tier: 'high',
    says: 'Beside the thoracic spine only the strip over the laminae has bone behind it.',
    atRisk: [PLEURA],
    sources: ['GEMT', 'EGO', 'SPID'],
    figures: ['paraspinal-strip', 'pleura-edge'],
    asks: ['midline-offset', 'direction'],
    stop: { kind: 'reason-first', words: 'Thoracic multifidus 2 cm or more from the midline, or aimed outward.' },
  }),
  rule({
    id: 'DNG-34',
    holds: (facts) => when(facts.site.muscle === 'infraspinatus'),
    tier: 'caution',
    says: 'The bone behind infraspinatus is thin or open in some people.',
    atRisk: [PLEURA],
    sources: ['AAP'],
    figures: ['scapula-floor'],
    asks: ['length'],
  }),
  rule({
    id: 'DNG-35',
    holds: (facts) => any(isNear(facts, 'pleura-lower-line'), isNear(facts, 'lung-apex')),
    tier: 'caution',
    says: 'The place lies at or near the drawn edge of the pleura.',
    atRisk: [PLEURA],
    sources: ['EGO', 'KUT'],
    figures: ['pleura-edge'],
    asks: ['length', 'direction'],
  }),
]

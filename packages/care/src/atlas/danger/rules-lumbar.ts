/** Danger beside the lumbar spine: the canal, the kidney, the twelfth rib. DNG-1 to DNG-9. */
import { isBetween, isNear, isOut, isWithin, isWithinReach } from './facts.ts'
import type { NeedleAim } from './needle-plan.ts'
import { CANAL, KIDNEY, PLEURA, type Rule, rule } from './rule.ts'
import { all, any, isOneOf, reaches, when } from './three-way.ts'

const aimsIn = (direction: NeedleAim) => isOneOf(direction, ['medial', 'inferomedial'], 'not-recorded')

/** The length of the shorter of the two needles that entered the canal (Williams 2024). */
const CANAL_NEEDLE_MM = 40
/** Mansfield 2020: at 2.5 cm twice as many needles met no bone as nearer to the midline. */
const KIDNEY_OFFSET_MM = 25

/** Along the skin, from the drawn edge of the pleura to what still counts as the twelfth rib. Our own choice, unreviewed. */
const RIB_12_MM = 15

export const LUMBAR_RULES: readonly Rule[] = [
  rule({
    id: 'DNG-1',
    holds: (facts) =>
      all(isBetween(facts.site, 'T12', 'L2'), aimsIn(facts.needle.direction), isWithin(facts, KIDNEY_OFFSET_MM)),
    tier: 'high',
    says: 'At T12 to L2 a needle that aims at the midline can pass between the laminae into the canal.',
    atRisk: [CANAL],
    sources: ['W23', 'W24'],
    figures: ['canal-50', 'canal-40'],
    conflict: 'lumbar-multifidus-aim',
    asks: ['direction', 'length', 'midline-offset'],
  }),
  rule({
    id: 'DNG-2',
    holds: (facts) =>
      all(
        isBetween(facts.site, 'T12', 'L2'),
        aimsIn(facts.needle.direction),
        isWithin(facts, KIDNEY_OFFSET_MM),
        reaches(facts.needle.lengthMm, CANAL_NEEDLE_MM),
      ),
    tier: 'high',
    says: 'Needles of 40 and 50 mm entered the canal here. Shorter ones were not tried, so nothing is known of them.',
    atRisk: [CANAL],
    sources: ['W23', 'W24'],
    figures: ['canal-50', 'canal-40'],
    asks: ['length', 'direction', 'midline-offset'],
    stop: { kind: 'reason-first', words: 'A needle of 40 mm or more aims at the midline at T12 to L2.' },
  }),
  rule({
    id: 'DNG-3',
    holds: (facts) => all(isBetween(facts.site, 'L1', 'L3'), isOut(facts, KIDNEY_OFFSET_MM)),
    tier: 'high',
    says: 'At L1 to L3, 2.5 cm and more from the midline, the space between the transverse processes is open to the kidney.',
    atRisk: [KIDNEY],
    sources: ['M20'],
    figures: ['kidney-L1'],
    asks: ['midline-offset', 'length', 'direction'],
  }),
  rule({
    id: 'DNG-4',
    holds: (facts) =>
      all(
        isBetween(facts.site, 'L1', 'L3'),
        any(
          isOneOf(facts.needle.direction, ['lateral'], 'not-recorded'),
          all(isOut(facts, KIDNEY_OFFSET_MM), isOneOf(facts.needle.direction, ['straight', 'lateral'], 'not-recorded')),
        ),
      ),
    tier: 'high',
    says: 'At L1 to L3 nothing holds a needle that goes outward, or straight in from 2.5 cm and further out.',
    atRisk: [KIDNEY],
    sources: ['M20', 'ICL'],
    isUnreviewed: true,
    figures: ['kidney-L1'],
    asks: ['direction', 'midline-offset'],
    stop: { kind: 'reason-first', words: 'At L1 to L3 the needle goes outward, or straight in at 2.5 cm or more.' },
  }),
  rule({
    id: 'DNG-5',
    holds: (facts) => isNear(facts, 'kidney-rectangle'),
    tier: 'caution',
    says: 'The place lies at or near the field of the kidney on the skin.',
    atRisk: [KIDNEY],
    sources: ['EGO'],
    figures: ['kidney-place'],
    asks: ['length', 'direction'],
  }),
  rule({
    id: 'DNG-6',
    holds: (facts) =>
      all(
        when(facts.site.muscle === 'quadratus-lumborum'),
        any(isBetween(facts.site, 'T12', 'L1'), isWithinReach(facts, 'pleura-lower-line', RIB_12_MM)),
      ),
    tier: 'high',
    says: 'The upper end of quadratus lumborum lies at the twelfth rib, with the pleura behind it and the kidney in front.',
    atRisk: [PLEURA, KIDNEY],
    sources: ['SABN'],
    figures: ['ql-rib-12'],
    asks: ['length', 'direction', 'midline-offset'],
    stop: { kind: 'reason-first', words: 'Quadratus lumborum at the twelfth rib: the guideline says not to.' },
  }),
  rule({
    id: 'DNG-7',
    holds: ({ site, needle }) =>
      all(when(site.muscle === 'quadratus-lumborum'), isOneOf(needle.direction, ['cranial'], 'not-recorded')),
    tier: 'high',
    says: 'In quadratus lumborum a tip that points up goes towards the pleura.',
    atRisk: [PLEURA],
    sources: ['SLB'],
    isUnreviewed: true,
    asks: ['direction', 'position'],
    stop: { kind: 'reason-first', words: 'The tip points up in quadratus lumborum.' },
  }),
  rule({
    id: 'DNG-8',
    holds: ({ site, factors }) =>
      all(
        when(site.muscle === 'lumbar-multifidus'),
        isOneOf(factors.bmiClass, ['over', 'obese'], 'unknown'),
        isBetween(site, 'L3', 'S1'),
      ),
    tier: 'caution',
    says: 'In a heavier body a bony stop is not always the lamina.',
    sources: ['WP22'],
    figures: ['lamina-bmi', 'lamina-L4'],
    asks: ['bmi-class'],
  }),
  rule({
    id: 'DNG-9',
    holds: ({ site, factors }) => all(factors.scoliosis, isBetween(site, 'T1', 'L5')),
    tier: 'high',
    says: 'In a curved or turned spine the bone is not where it is looked for.',
    atRisk: [CANAL],
    sources: ['SF21', 'GEMT'],
    figures: ['scoliosis-bone', 'paraspinal-strip'],
    asks: ['scoliosis', 'direction', 'length'],
  }),
]

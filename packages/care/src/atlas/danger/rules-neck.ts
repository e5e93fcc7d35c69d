/** Danger at the neck: the cord, the vertebral artery, bleeding in the canal. DNG-40 to DNG-44. */
import { type Facts, isBetween, isNear } from './facts.ts'
import { CANAL, type Rule, rule } from './rule.ts'
import { all, isOneOf, reaches, when } from './three-way.ts'

const VERTEBRAL_ARTERY = { structure: 'Vertebral artery', consequence: 'tear of the artery, stroke' }
const isSuboccipital = ({ site }: Facts) => when(site.muscle === 'suboccipitals')
/** Muscles that lie on the laminae of the neck. */
const ON_LAMINAE: ReadonlySet<string> = new Set([
  'cervical-multifidus',
  'semispinalis-capitis',
  'splenius-capitis',
  'splenius-cervicis',
])
const isOnLaminae = ({ site }: Facts) => all(when(ON_LAMINAE.has(site.muscle)), isBetween(site, 'C1', 'C7'))

export const NECK_RULES: readonly Rule[] = [
  rule({
    id: 'DNG-40',
    holds: isSuboccipital,
    tier: 'high',
    says: 'Between the skull and C2 a needle can reach the cord, whoever holds it.',
    atRisk: [CANAL, VERTEBRAL_ARTERY],
    sources: ['OCI', 'RCP'],
    figures: ['cord-each', 'rectus-40'],
    asks: ['length', 'direction', 'position'],
  }),
  rule({
    id: 'DNG-41',
    holds: (facts) => all(isSuboccipital(facts), reaches(facts.needle.lengthMm, 40)),
    tier: 'high',
    says: 'The one guideline for these muscles stays under 40 mm.',
    atRisk: [CANAL],
    sources: ['RCP'],
    figures: ['rectus-40', 'cord-each'],
    asks: ['length'],
    stop: { kind: 'reason-first', words: '40 mm or more below the skull.' },
  }),
  rule({
    id: 'DNG-42',
    holds: (facts) =>
      all(isSuboccipital(facts), isOneOf(facts.needle.direction, ['medial', 'cranial'], 'not-recorded')),
    tier: 'high',
    says: 'Below the skull no needle goes deep towards the midline or up.',
    atRisk: [CANAL, VERTEBRAL_ARTERY],
    sources: ['SABN54', 'RCP'],
    figures: ['cord-each', 'rectus-40'],
    asks: ['direction'],
    stop: { kind: 'reason-first', words: 'To the midline or up, below the skull.' },
  }),
  rule({
    id: 'DNG-43',
    holds: (facts) =>
      all(isOnLaminae(facts), isOneOf(facts.needle.direction, ['medial', 'inferomedial'], 'not-recorded')),
    tier: 'high',
    says: 'In the neck a needle that aims at the midline can pass between the laminae, and bleeding there presses on the cord.',
    atRisk: [CANAL],
    sources: ['C5P', 'EDH11'],
    figures: ['neck-canal', 'neck-bleeding'],
    asks: ['direction', 'length', 'position'],
  }),
  rule({
    id: 'DNG-44',
    holds: (facts) => isNear(facts, 'vertebral-artery-C1-C2'),
    tier: 'caution',
    says: 'The place lies at or near the drawn course of the vertebral artery.',
    atRisk: [VERTEBRAL_ARTERY],
    sources: ['OCI', 'RCP', 'SHN'],
    isUnreviewed: true,
    asks: ['length', 'direction'],
  }),
]

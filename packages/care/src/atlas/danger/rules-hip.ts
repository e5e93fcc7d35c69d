/** Danger at buttock, thigh and belly: the sciatic nerve and the peritoneum. DNG-50 to DNG-55. */
import { type Facts, isNear } from './facts.ts'
import { BELLY, type Rule, rule, SCIATIC } from './rule.ts'
import { all, exceeds, isOneOf, when } from './three-way.ts'

const isPiriformis = ({ site }: Facts) => when(site.muscle === 'piriformis')
const isBelly = ({ site }: Facts) => when(site.muscle === 'rectus-abdominis' || site.muscle === 'external-oblique')

export const HIP_RULES: readonly Rule[] = [
  rule({
    id: 'DNG-50',
    holds: isPiriformis,
    tier: 'caution',
    says: 'The sciatic nerve leaves the pelvis under piriformis, and through it in some people.',
    atRisk: [SCIATIC],
    sources: ['HPIR', 'KPIR'],
    figures: ['piriformis-lateral'],
    conflict: 'piriformis',
    asks: ['third', 'length'],
  }),
  rule({
    id: 'DNG-51',
    holds: (facts) => all(isPiriformis(facts), isOneOf(facts.needle.third, ['medial'], 'unknown')),
    tier: 'high',
    says: 'In the medial third one study met the nerve in most hips and another in none.',
    atRisk: [SCIATIC],
    sources: ['HPIR', 'KPIR'],
    figures: ['piriformis-medial-nerve', 'piriformis-medial-none'],
    conflict: 'piriformis',
    asks: ['third'],
    stop: { kind: 'reason-first', words: 'The medial third of piriformis, where the sources contradict each other.' },
  }),
  rule({
    id: 'DNG-52',
    holds: (facts) => isNear(facts, 'sciatic-nerve'),
    tier: 'caution',
    says: 'The place lies at or near the drawn course of the sciatic nerve.',
    atRisk: [SCIATIC],
    sources: ['KPIR', 'HPIR'],
    isUnreviewed: true,
    asks: ['length', 'direction'],
  }),
  rule({
    id: 'DNG-53',
    holds: (facts) => all(isBelly(facts), isOneOf(facts.needle.grip, ['flat'], 'unknown')),
    tier: 'high',
    says: 'Belly muscles are needled only when they are lifted away from the cavity.',
    atRisk: [BELLY],
    sources: ['SABN'],
    figures: ['abdomen-grip'],
    asks: ['grip', 'direction'],
    stop: { kind: 'reason-first', words: 'A belly muscle that is not lifted between the fingers.' },
  }),
  rule({
    id: 'DNG-54',
    holds: (facts) => all(isBelly(facts), exceeds(facts.needle.lengthMm, 13)),
    tier: 'high',
    says: 'Over the ribs the guideline gives 13 mm for belly muscles.',
    atRisk: [BELLY],
    sources: ['SABN'],
    figures: ['abdomen-grip'],
    asks: ['length'],
  }),
  rule({
    id: 'DNG-55',
    holds: ({ site, position }) => all(when(site.muscle === 'psoas-major'), isOneOf(position, ['supine'], 'unknown')),
    tier: 'high',
    says: 'From the front, above the groin, the needle passes the belly cavity.',
    atRisk: [BELLY],
    sources: ['HALLE2', 'MSDN'],
    figures: ['psoas-belly'],
    asks: ['position', 'direction'],
    stop: { kind: 'reason-first', words: 'Psoas from the front.' },
  }),
]

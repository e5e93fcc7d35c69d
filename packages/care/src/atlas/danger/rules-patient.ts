/** Danger that comes from the patient: pregnancy, hardware in the spine, an implanted device. DNG-60 to DNG-64. */
import { type Facts, isBetween } from './facts.ts'
import { type Rule, rule } from './rule.ts'
import { all, any, isOneOf, when } from './three-way.ts'

const isPregnant = ({ factors }: Facts) =>
  isOneOf(factors.pregnancy, ['first-trimester', 'later', 'stage-unknown'], 'unknown')
/** A stage that nobody knows may be the first. */
const isFirstTrimester = ({ factors: { pregnancy } }: Facts) =>
  pregnancy === 'stage-unknown' ? 'unknown' : isOneOf(pregnancy, ['first-trimester'], 'unknown')
const PREGNANCY = {
  structure: 'Pregnancy',
  consequence: 'loss of the pregnancy, which may also happen without a needle',
}
const HARDWARE = { structure: 'Hardware in the spine', consequence: 'deep infection' }
const DEVICE = { structure: 'Implanted device', consequence: 'a disturbed device, a disturbed heart rhythm' }

export const PATIENT_RULES: readonly Rule[] = [
  rule({
    id: 'DNG-60',
    holds: isFirstTrimester,
    tier: 'high',
    says: 'In the first trimester one training body says not to needle; another asks for care. The stricter one counts here.',
    atRisk: [PREGNANCY],
    sources: ['GEMTP', 'APTA13'],
    figures: ['pregnancy-first'],
    conflict: 'first-trimester',
    asks: ['pregnancy'],
    stop: { kind: 'reason-first', words: 'The first trimester of a pregnancy.' },
  }),
  rule({
    id: 'DNG-61',
    holds: (facts) =>
      all(
        isPregnant(facts),
        any(when(facts.region === 'lumbar' || facts.region === 'abdomen'), isBetween(facts.site, 'T10', 'S4')),
      ),
    tier: 'high',
    says: 'In pregnancy the belly, the lumbar spine and the sacrum are left alone, and by some the lower thoracic spine too.',
    atRisk: [PREGNANCY],
    sources: ['GEMTP', 'ICEP'],
    figures: ['pregnancy-first'],
    asks: ['pregnancy'],
    stop: { kind: 'reason-first', words: 'Pregnancy, and a needle at belly, low back or sacrum.' },
  }),
  rule({
    id: 'DNG-62',
    holds: ({ site, region, factors }) =>
      all(
        factors.spinalHardware,
        any(when(region === 'lumbar' || region === 'thoracic' || region === 'cervical'), isBetween(site, 'C1', 'S4')),
      ),
    tier: 'high',
    says: 'Metal in the spine can carry an infection, and bone is not where it was.',
    atRisk: [HARDWARE],
    sources: ['CALLAN16'],
    figures: ['hardware-infection'],
    asks: ['spinal-hardware'],
    stop: { kind: 'reason-first', words: 'Hardware in the spine near the needle.' },
  }),
  rule({
    id: 'DNG-63',
    holds: ({ technique, factors }) => all(isOneOf(technique, ['electrical'], 'unknown'), factors.implantedDevice),
    tier: 'high',
    says: 'No current through needles with an implanted device.',
    atRisk: [DEVICE],
    sources: ['ICTM'],
    isUnreviewed: true,
    asks: ['technique', 'implanted-device'],
    stop: { kind: 'never', words: 'Current with an implanted device.' },
  }),
  rule({
    id: 'DNG-64',
    holds: ({ technique, region, overPleura }) =>
      all(
        isOneOf(technique, ['electrical'], 'unknown'),
        any(when(region === 'cervical' || region === 'thoracic'), overPleura),
      ),
    tier: 'high',
    says: 'Current at neck and chest can act on the vagus nerve, the brainstem and the heart rhythm.',
    atRisk: [{ structure: 'Heart and brainstem', consequence: 'disturbed heart rhythm, fainting' }],
    sources: ['ABEL'],
    asks: ['technique'],
  }),
]

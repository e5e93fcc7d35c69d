/** SCR-A1 to SCR-A14: the rules that keep a needle out. Safety facts 1a. SCR-A11, red flags, is the RF list. */
import { all, any, weeksBelow } from './condition.ts'
import { FIRST_TRIMESTER_BELOW_WEEKS } from './pregnancy.ts'
import { rule } from './rule.ts'

const HEART = { from: 'the doctor who treats the heart', asking: 'whether the heart is stable enough for needling' }

export const STOP_RULES = [
  rule('SCR-A1', 'needle-phobia', 'not-at-all', {
    label: 'Needle phobia',
    sources: ['S1'],
    clinician: 'Needle phobia: do not needle. Offer another treatment.',
    patient: 'You are too afraid of needles for this. There are other good treatments.',
  }),
  rule('SCR-A2', 'unwilling', 'not-at-all', {
    label: "Doesn't want needling",
    sources: ['S1', 'S3'],
    noOverride: true,
    clinician: "The patient doesn't want needling or refuses consent: do not needle. Offer alternatives.",
    patient: "You don't want needles, so there are none. We talk about other ways.",
  }),
  rule('SCR-A3', 'cannot-consent', 'not-at-all', {
    label: "Can't consent",
    sources: ['S1'],
    noOverride: true,
    clinician: "Consent can't be given and nobody lawful can give it: do not needle.",
    patient: 'Nobody is needled without having understood and agreed.',
  }),
  rule('SCR-A4', 'medical-emergency', 'urgent-referral', {
    label: 'Medical emergency',
    urgency: 'emergency-now',
    sources: ['S1'],
    clinician: 'Acute medical condition: do not needle, get emergency help.',
    patient: 'A sudden illness needs a doctor now, before anything else.',
    say: 'This needs emergency help now. We call for it and stay with you.',
  }),
  rule('SCR-A5', 'lymphoedema', 'not-in-this-region', {
    label: 'Lymphoedema',
    regions: 'where-named',
    sources: ['S1'],
    clinician: 'Lymphoedema: keep needles out of that limb or area, for the risk of infection.',
    patient: 'Swollen tissue clears infection badly, so no needle goes there.',
  }),
  rule('SCR-A6', 'other-reason', 'not-at-all', {
    label: "Clinician's judgement",
    sources: ['S1'],
    noOverride: true,
    clinician: 'You judged needling inappropriate for another reason; it stands in the note.',
    patient: 'Your clinician has a reason not to needle, and will explain it.',
  }),
  rule('SCR-A7', 'skin-problem', 'not-in-this-region', {
    label: 'Skin not intact',
    regions: 'where-named',
    sources: ['S4', 'S5'],
    unreviewed: true,
    clinician: 'Infected, open, inflamed or abnormal skin: never needle through it.',
    patient: 'A needle through that skin could carry an infection inwards.',
  }),
  rule('SCR-A8', any('fever', 'ill-today'), 'not-today', {
    label: 'Fever or infection',
    sources: ['S3'],
    unreviewed: true,
    clinician: 'Systemic infection, fever or acutely unwell: not today; medical review if it lasts.',
    patient: 'Your body is fighting something. Come back when you are well.',
    say: 'If the fever stays, or the back pain grows with it, see a doctor the same day.',
  }),
  rule('SCR-A9', 'bleeding-disorder', 'medical-clearance-first', {
    label: 'Bleeding disorder',
    sources: ['S1', 'S5', 'S6'],
    clearance: {
      from: 'haematology',
      asking: 'whether muscles may be needled, how deep, and under what cover',
    },
    clinician:
      'Bleeding disorder or spontaneous bleeding: do not needle unless haematology clears it. Sources differ: some say never.',
    patient: 'Bleeding in a muscle could be hard to stop. A blood specialist must agree first.',
  }),
  rule('SCR-A10', any('angina-unstable', 'arrhythmia-acute'), 'medical-clearance-first', {
    label: 'Heart not stable',
    sources: ['S5'],
    clearance: HEART,
    letter: 'family-doctor',
    clinician: 'Unstable angina or an acute arrhythmia: do not needle; a doctor assesses the heart first.',
    patient: 'Your heart must be settled first.',
    say: 'If you get chest pain or faint, call the emergency number.',
  }),
  rule('SCR-A10b', any('heart-failure', 'heart-surgery'), 'medical-clearance-first', {
    label: 'Heart failure or heart operation',
    sources: ['S5'],
    clearance: HEART,
    clinician: 'Congestive heart failure or a recent heart operation: the treating doctor clears it first.',
    patient: 'Your heart doctor should agree first.',
  }),
  rule('SCR-A10c', 'seizure-from-procedure', 'medical-clearance-first', {
    label: 'Seizure at a procedure',
    sources: ['S5'],
    clearance: { from: 'the treating doctor', asking: 'whether needling may provoke another seizure' },
    clinician: 'A seizure caused by an earlier procedure: the treating doctor clears it first.',
    patient: 'It could happen again. We ask your doctor first.',
  }),
  rule('SCR-A12', 'tumour-here', 'not-in-this-region', {
    label: 'Tumour',
    regions: 'where-named',
    sources: ['S3'],
    clinician: 'Never over a tumour.',
    patient: 'No needle goes over a tumour.',
  }),
  rule('SCR-A12b', 'tumour-here', 'medical-clearance-first', {
    label: 'Tumour: ask first',
    sources: ['S3'],
    clearance: { from: 'the doctor who treats the tumour', asking: 'where and whether needling is acceptable' },
    clinician: 'A tumour anywhere: the treating doctor clears needling elsewhere. With back pain it is a red flag.',
    patient: 'With a tumour, your doctor should agree first.',
  }),
  rule('SCR-A12c', 'unstable-bone', 'not-in-this-region', {
    label: 'Unstable bone',
    regions: 'where-named',
    sources: ['S3'],
    clinician: 'Fresh or unstable bone injury: not in that region; have it treated first.',
    patient: 'No needle goes near a broken bone.',
  }),
  rule('SCR-A13', 'implanted-device', 'not-this-technique', {
    label: 'No current: implanted device',
    techniques: ['electrical'],
    sources: ['S3'],
    unreviewed: true,
    noOverride: true,
    whenUnknown: 'stands',
    clinician:
      'Pacemaker, defibrillator, stimulator or pump: no electrical needling. By hand it may be done, with care.',
    patient: 'Current could disturb your device, so we use none.',
  }),
  rule('SCR-A14', all('pregnant', any('first-trimester', weeksBelow(FIRST_TRIMESTER_BELOW_WEEKS))), 'not-at-all', {
    label: 'First trimester',
    sources: ['S8', 'S9'],
    clinician:
      'First trimester: not needled by default. Sources conflict: a training body says contraindicated, the American association is quoted as urging caution.',
    patient: "In the first 13 weeks of pregnancy we don't needle.",
  }),
] as const

/** Anything that makes the whole block of cauda equina signs. */
export const CAUDA_EQUINA = any('bladder-or-bowel', 'saddle-numbness', 'sexual-function', 'both-legs')

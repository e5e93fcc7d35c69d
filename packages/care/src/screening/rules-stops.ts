/** SCR-A1 to SCR-A14: the rules that keep a needle out. Safety facts 1a. SCR-A11, red flags, is the RF list. */
import { any } from './condition.ts'
import { rule } from './rule.ts'

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
    clinician: "The patient doesn't want needling or refuses consent: do not needle. Offer alternatives.",
    patient: "You don't want needles, so there are none. We talk about other ways.",
  }),
  rule('SCR-A3', 'cannot-consent', 'not-at-all', {
    label: "Can't consent",
    sources: ['S1'],
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
  rule('SCR-A8', 'fever-or-ill', 'not-today', {
    label: 'Fever or infection',
    sources: ['S3'],
    unreviewed: true,
    clinician: 'Systemic infection, fever or acutely unwell: not today; medical review if it lasts.',
    patient: 'Your body is fighting something. Come back when you are well.',
  }),
  rule('SCR-A9', 'bleeding-disorder', 'medical-clearance-first', {
    label: 'Bleeding disorder',
    sources: ['S1', 'S5', 'S6'],
    clinician:
      'Bleeding disorder or spontaneous bleeding: do not needle unless haematology clears it. Sources differ: some say never.',
    patient: 'Bleeding in a muscle could be hard to stop. A blood specialist must agree first.',
  }),
  rule('SCR-A10', 'heart-or-seizure-unstable', 'medical-clearance-first', {
    label: 'Unstable heart condition',
    sources: ['S5'],
    clinician:
      'Unstable angina, arrhythmia, heart failure or recent cardiac surgery: the treating doctor clears it first.',
    patient: 'Your heart should be settled first. We ask your doctor.',
  }),
  rule('SCR-A10b', 'seizure-from-procedure', 'medical-clearance-first', {
    label: 'Seizure at a procedure',
    sources: ['S5'],
    clinician: 'A seizure caused by an earlier procedure: the treating doctor clears it first.',
    patient: 'It could happen again. We ask your doctor first.',
  }),
  rule('SCR-A12', 'tumour-here', 'not-in-this-region', {
    label: 'Tumour or unstable bone',
    regions: 'where-named',
    sources: ['S3'],
    clinician: 'Never over a tumour or unstable bone.',
    patient: 'No needle goes over a tumour or a broken bone.',
  }),
  rule('SCR-A13', 'implanted-device', 'not-this-technique', {
    label: 'No current: implanted device',
    techniques: ['electrical'],
    sources: ['S3'],
    unreviewed: true,
    clinician: 'Pacemaker, defibrillator, stimulator or pump: no electrical needling.',
    patient: 'Current could disturb your device, so we use none.',
  }),
  rule('SCR-A14', 'first-trimester', 'not-at-all', {
    label: 'First trimester',
    sources: ['S8', 'S9'],
    clinician:
      'First trimester: not needled by default. Sources conflict: a training body says contraindicated, the American association is quoted as urging caution.',
    patient: "In the first 13 weeks of pregnancy we don't needle.",
  }),
] as const

/** Anything that makes the whole block of cauda equina signs. */
export const CAUDA_EQUINA = any('bladder-or-bowel', 'saddle-numbness', 'sexual-function', 'both-legs')

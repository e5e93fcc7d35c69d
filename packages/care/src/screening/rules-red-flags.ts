/**
 * RF-1 to RF-19: signs of something graver than a sore muscle. Safety facts 2.
 *
 * Most single signs mean little, so weak ones inform and clusters refer. Signs of cauda equina and fast-growing weakness
 * need no cluster. How many weak signs make a cluster is our reading, and unreviewed.
 */
import { aged, all, any, atLeast } from './condition.ts'
import { rule } from './rule.ts'
import { CAUDA_EQUINA } from './rules-stops.ts'

const GO_NOW = 'Go to an emergency department now. We call, and tell them what you told us.'
const TODAY = 'A doctor must see this today. We help to arrange it.'
const SOON = 'A doctor should look at this in the next days. Come back at once if it gets worse.'

const weakCancerSigns = ['night-pain', 'pain-several-sites', 'no-improvement'] as const
const newPainAtAnAge = all('new-pain', any(aged(0, 20), aged(51)))
const fractureSigns = ['minor-injury', 'sudden-central-pain', 'new-deformity'] as const
const fractureRisk = any('osteoporosis', 'steroids', aged(70))
const infectionDoor = [
  'iv-drugs',
  'recent-infection',
  'recent-surgery',
  'deep-wound-or-line',
  'tuberculosis-contact',
] as const
const infectionRisk = any(...infectionDoor, 'weak-immunity', 'few-white-cells', 'diabetes')
const spaSigns = [
  'onset-before-35',
  'wakes-second-half',
  'buttock-pain',
  'better-with-movement',
  'better-with-nsaid',
  'relative-with-spa',
  'arthritis',
  'enthesitis',
  'psoriasis',
] as const

export const RED_FLAG_RULES = [
  rule('RF-1', CAUDA_EQUINA, 'urgent-referral', {
    label: 'Cauda equina signs',
    urgency: 'emergency-now',
    sources: ['S26', 'S27'],
    clinician:
      'Possible cauda equina syndrome: bladder, bowel, saddle, sexual function or both legs. Emergency department with MRI now; one sign is enough.',
    patient: 'Nerves at the end of your spine may be pressed. Treated within hours, the damage can be averted.',
    say: `${GO_NOW} Say: suspected cauda equina.`,
  }),
  rule('RF-2', 'leg-weaker', 'urgent-referral', {
    label: 'Weakness growing',
    urgency: 'same-day',
    sources: ['S29', 'S30'],
    clinician: 'New or progressive motor deficit or unsteady gait: medical assessment today.',
    patient: 'A nerve may be losing its strength.',
    say: TODAY,
  }),
  rule('RF-3', all('leg-weaker', 'leg-weaker-fast'), 'urgent-referral', {
    label: 'Weakness growing fast',
    urgency: 'emergency-now',
    sources: ['S29'],
    clinician: 'Weakness that progresses fast or on both sides: emergency department now.',
    patient: 'Strength is going fast, and every hour counts.',
    say: GO_NOW,
  }),
  rule('RF-4', all('cancer', any('band-pain', 'night-pain')), 'urgent-referral', {
    label: 'Cancer with spinal pain',
    urgency: 'same-day',
    sources: ['S29', 'S31'],
    unreviewed: true,
    clinician: 'History of cancer with band-like or night pain: suspect spinal metastases, contact within 24 hours.',
    patient: 'After cancer, this kind of pain must be looked at within a day.',
    say: TODAY,
  }),
  rule('RF-5', all('cancer', any('bladder-or-bowel', 'saddle-numbness', 'leg-weaker')), 'urgent-referral', {
    label: 'Cord compression',
    urgency: 'emergency-now',
    sources: ['S29', 'S31'],
    unreviewed: true,
    clinician: 'History of cancer with neurological signs: suspect cord compression, immediate contact.',
    patient: 'The spinal cord may be pressed.',
    say: GO_NOW,
  }),
  rule(
    'RF-6',
    any(
      all('cancer', any('weight-loss', 'pain-several-sites', 'no-improvement', newPainAtAnAge)),
      all('weight-loss', any(...weakCancerSigns, newPainAtAnAge)),
      atLeast(3, ...weakCancerSigns, newPainAtAnAge),
    ),
    'urgent-referral',
    {
      label: 'Signs of malignancy',
      urgency: 'urgent',
      sources: ['S23', 'S29', 'S30'],
      unreviewed: true,
      clinician: 'A cluster of signs of malignancy: urgent referral.',
      patient: 'Several signs together should be looked into.',
      say: SOON,
    },
  ),
  rule(
    'RF-6b',
    all(
      any('fever', 'ill-today'),
      any(
        all('cancer', any('weight-loss', 'night-pain', 'pain-several-sites')),
        all('weight-loss', any(...weakCancerSigns)),
      ),
    ),
    'urgent-referral',
    {
      label: 'Signs of malignancy, unwell',
      urgency: 'same-day',
      sources: ['S29'],
      unreviewed: true,
      clinician: 'A cluster of signs of malignancy or infection in an unwell patient: today.',
      patient: 'Several signs together, and you feel ill.',
      say: TODAY,
    },
  ),
  rule('RF-7', any('weight-loss', ...weakCancerSigns, newPainAtAnAge), 'proceed', {
    label: 'A weak flag',
    sources: ['S22', 'S30'],
    clinician: 'One or two weak flags. Alone they say little: examine, and say what to watch for.',
    patient: 'Alone this says little. We keep an eye on it.',
    say: 'Tell us if you lose weight, feel ill, or if the pain stays day and night.',
  }),
  rule('RF-8a', 'major-injury', 'urgent-referral', {
    label: 'Serious accident',
    urgency: 'same-day',
    sources: ['S23', 'S32'],
    clinician: 'Major trauma: exclude a fracture today, by ambulance when fresh.',
    patient: 'A bone may be broken.',
    say: TODAY,
  }),
  rule(
    'RF-8',
    any(all(any(...fractureSigns), fractureRisk), atLeast(2, 'sudden-central-pain', 'new-deformity')),
    'urgent-referral',
    {
      label: 'Signs of fracture',
      urgency: 'urgent',
      sources: ['S23', 'S29', 'S32'],
      unreviewed: true,
      clinician: 'Signs of a vertebral fracture together with a risk for it: imaging before any needle.',
      patient: 'A vertebra may be broken. It should be looked at first.',
      say: SOON,
    },
  ),
  rule('RF-8b', any(...fractureSigns), 'proceed', {
    label: 'A weak flag for fracture',
    sources: ['S22', 'S23'],
    clinician: 'One sign of fracture, no known risk: examine the spine before needling.',
    patient: 'Alone this says little. We examine you first.',
  }),
  rule('RF-9', all('fever', infectionRisk), 'urgent-referral', {
    label: 'Signs of spinal infection',
    urgency: 'same-day',
    sources: ['S29', 'S33'],
    clinician: 'Fever with a risk for spinal infection: same day.',
    patient: 'There may be an infection in the spine.',
    say: TODAY,
  }),
  rule('RF-9b', all(any('night-pain', 'weight-loss'), any(...infectionDoor)), 'urgent-referral', {
    label: 'Possible spinal infection',
    urgency: 'same-day',
    sources: ['S29', 'S33'],
    unreviewed: true,
    clinician:
      'Constant pain or weight loss after an infection, a procedure or injected drugs: fever is absent in almost half of spinal infections.',
    patient: 'There may be an infection in the spine, even without fever.',
    say: TODAY,
  }),
  rule('RF-9c', any('iv-drugs', 'recent-infection', 'deep-wound-or-line', 'tuberculosis-contact'), 'proceed', {
    label: 'A risk for spinal infection',
    sources: ['S22', 'S33'],
    clinician: 'One risk for spinal infection, no sign of it: examine, and say what to watch for.',
    patient: 'Alone this says little. We keep an eye on it.',
    say: 'Fever, or pain that grows day and night: see a doctor the same day.',
  }),
  rule('RF-10', 'tearing-pain', 'urgent-referral', {
    label: 'Aortic emergency',
    urgency: 'emergency-now',
    sources: ['S34'],
    clinician: 'Sudden tearing pain with faintness or sweating: ambulance for suspected rupture or dissection.',
    patient: 'The main artery may be torn.',
    say: 'This needs an ambulance now. Lie still; we call.',
  }),
  rule('RF-11', 'pulsing-belly', 'urgent-referral', {
    label: 'Pulsing abdomen',
    urgency: 'same-day',
    sources: ['S25', 'S34'],
    clinician: 'Pulsating abdomen: suspected aneurysm, medical assessment today. A normal palpation excludes nothing.',
    patient: 'The main artery may be widened.',
    say: TODAY,
  }),
  rule('RF-11c', all('aneurysm', any('new-pain', 'pain-not-from-moving')), 'urgent-referral', {
    label: 'Aneurysm with new pain',
    urgency: 'same-day',
    sources: ['S25', 'S34'],
    unreviewed: true,
    clinician: 'Known aortic aneurysm and new or deep unrelieved back pain: medical assessment today.',
    patient: 'The pain may come from the widened artery.',
    say: TODAY,
  }),
  rule('RF-11b', all('pain-not-from-moving', 'artery-risk', aged(60)), 'urgent-referral', {
    label: 'Possible aneurysm',
    urgency: 'urgent',
    sources: ['S25', 'S34'],
    unreviewed: true,
    clinician: 'Deep pain unrelated to movement, at 60 or more, with vascular risk: exclude an aneurysm first.',
    patient: 'The pain may come from the main artery rather than the back.',
    say: SOON,
  }),
  rule('RF-12', all('pain-over-3-months', 'onset-before-45', atLeast(4, ...spaSigns)), 'urgent-referral', {
    label: 'Inflammatory back pain',
    urgency: 'routine',
    letter: 'specialist',
    sources: ['S36', 'S37'],
    clinician: 'Four or more features of axial spondyloarthritis: refer to rheumatology.',
    patient: 'The spine may be inflamed, and there is good medicine for that.',
    say: 'We write to your doctor, so that a specialist looks at it.',
  }),
  rule('RF-12b', all('pain-over-3-months', 'onset-before-45', atLeast(3, ...spaSigns)), 'proceed', {
    label: 'Some inflammatory features',
    sources: ['S36', 'S37'],
    clinician: 'Three features of axial spondyloarthritis: HLA-B27, and refer if positive.',
    patient: 'A blood test can tell whether the spine is inflamed.',
  }),
  rule('RF-13', all('flank-pain', any('urine-signs', 'fever')), 'urgent-referral', {
    label: 'Kidney or urinary',
    urgency: 'same-day',
    clinician: 'Flank or colicky pain with urinary signs or fever: same day.',
    patient: 'It may come from a kidney.',
    say: TODAY,
  }),
  rule('RF-13b', any('flank-pain', 'urine-signs', 'pain-not-from-moving'), 'proceed', {
    label: 'Maybe not from the back',
    clinician: 'One sign of a visceral source: examine before needling.',
    patient: 'Alone this says little. We examine you first.',
  }),
  rule('RF-14', 'jaundice-or-black-stools', 'urgent-referral', {
    label: 'Liver, bile or bleeding stomach',
    urgency: 'same-day',
    clinician: 'Jaundice or melaena: medical assessment today.',
    patient: 'It may come from inside the belly.',
    say: TODAY,
  }),
  rule('RF-14b', all('vomiting', any('pain-with-meals', 'pain-not-from-moving', 'fever')), 'urgent-referral', {
    label: 'Stomach, bile or pancreas',
    urgency: 'same-day',
    clinician: 'Vomiting together with pain that goes with meals, is deep and unrelieved, or with fever: today.',
    patient: 'It may come from inside the belly.',
    say: TODAY,
  }),
  rule('RF-14c', any('vomiting', 'pain-with-meals'), 'proceed', {
    label: 'Maybe from the belly',
    clinician: 'One sign of the gut: examine the belly before needling.',
    patient: 'Alone this says little. We examine you first.',
  }),
  rule('RF-14d', 'hard-belly', 'urgent-referral', {
    label: 'Acute abdomen',
    urgency: 'emergency-now',
    clinician: 'Sudden severe pain or a rigid belly: acute abdomen, emergency department now.',
    patient: 'Something in the belly may need an operation now.',
    say: GO_NOW,
  }),
  rule('RF-15', 'late-period-or-bleeding', 'urgent-referral', {
    label: 'Gynaecological',
    urgency: 'same-day',
    sources: ['S38'],
    unreviewed: true,
    clinician:
      'Late period or unusual bleeding with pain: exclude an ectopic pregnancy today. Ask for cauda equina signs all the same.',
    patient: 'It may come from the womb or ovaries.',
    say: TODAY,
  }),
  rule('RF-15b', all('late-period-or-bleeding', any('pregnant', 'maybe-pregnant')), 'urgent-referral', {
    label: 'Possible ectopic pregnancy',
    urgency: 'emergency-now',
    clinician: 'Bleeding or pain in a possible pregnancy: emergency department now.',
    patient: 'The pregnancy may be outside the womb.',
    say: GO_NOW,
  }),
  rule('RF-16', 'chest-or-breath', 'urgent-referral', {
    label: 'Heart or lung',
    urgency: 'emergency-now',
    clinician: 'Chest pain, breathlessness or cold sweats with back pain: emergency.',
    patient: 'It may come from heart or lungs.',
    say: GO_NOW,
  }),
  rule('RF-17', 'sepsis-signs', 'urgent-referral', {
    label: 'Signs of sepsis',
    urgency: 'emergency-now',
    clinician: 'Rigors, confusion, fast breathing, mottling or hardly any urine: emergency.',
    patient: 'These can be signs of blood poisoning.',
    say: GO_NOW,
  }),
  rule('RF-18', all('band-pain', 'shingles-rash'), 'urgent-referral', {
    label: 'Shingles',
    urgency: 'urgent',
    clinician: 'Band-like burning pain with a rash: probably shingles. Do not needle the rash; refer.',
    patient: 'It may be shingles, which is best treated early.',
    say: SOON,
  }),
  rule('RF-18b', any('band-pain', 'shingles-rash'), 'proceed', {
    label: 'Band-like pain or rash',
    clinician: 'Band-like pain or a rash alone: look at the skin, and think of the thoracic spine.',
    patient: 'Alone this says little. We examine you first.',
  }),
  rule('RF-19', 'swollen-leg', 'urgent-referral', {
    label: 'Swollen leg',
    urgency: 'same-day',
    clinician: 'One leg newly swollen: suspected thrombosis, today. With chest signs: emergency.',
    patient: 'It can be a blood clot.',
    say: TODAY,
  }),
]

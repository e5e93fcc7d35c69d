/**
 * Words for pain, as patients and clinicians say them, gathered under one meaning each, so that *tailbone* finds what the
 * atlas calls *coccyx*. Only for finding: nothing here is a diagnosis.
 */
export const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  sciatica: ['sciatica', 'sciatic', 'lumbosacral radicular', 'l5', 's1', 'pain down the leg', 'shooting down the leg'],
  radicular: ['radicular', 'radiculopathy', 'nerve root', 'pinched nerve', 'trapped nerve'],
  'low-back': [
    'low back',
    'lower back',
    'lumbar',
    'lower spine',
    'small of the back',
    'lumbago',
    'segment beside the spine',
  ],
  'mid-back': ['mid back', 'upper back', 'middle back', 'thoracic', 'between the shoulder blades'],
  facet: ['facet', 'zygapophyseal'],
  disc: ['disc', 'disk', 'slipped disc'],
  'sacroiliac-joint': ['sacroiliac', 'si joint', 'sij', 'si pain'],
  sacrum: ['sacrum', 'sacral'],
  coccyx: ['coccyx', 'coccydynia', 'tailbone', 'tail bone'],
  buttock: ['buttock', 'gluteal', 'glute', 'bottom', 'backside'],
  'sit-bone': ['ischial', 'sit bone', 'sitting bone', 'sitting on a nail', 'ischiofemoral'],
  'outer-hip': ['trochanteric', 'trochanter', 'outer hip', 'side of the hip', 'hip bursitis'],
  hip: ['hip'],
  groin: ['groin', 'inguinal', 'testicular'],
  'back-of-thigh': ['back of the thigh', 'upper back thigh', 'hamstring', 'posterior thigh'],
  'outer-thigh': ['outer thigh', 'lateral thigh', 'side of the thigh', 'outer hip and thigh'],
  'inner-thigh': ['inner thigh', 'adductor'],
  'front-of-thigh': ['front of the thigh', 'femoral nerve', 'anterior thigh'],
  leg: ['leg', 'ankle', 'shin', 'calf'],
  knee: ['knee', 'meniscus', 'patellofemoral', 'kneecap'],
  abdomen: ['abdomen', 'abdominal', 'belly', 'stomach', 'tummy', 'bowel', 'visceral', 'appendix'],
  kidney: ['kidney', 'renal', 'colic', 'loin', 'flank'],
  period: ['menstrual', 'dysmenorrhoea', 'dysmenorrhea', 'period pain', 'period cramps'],
  heartburn: ['heartburn', 'reflux'],
  heart: ['cardiac', 'heart', 'angina'],
  chest: ['chest', 'pleuritic'],
  rib: ['rib', 'ribs', 'costovertebral'],
  gallbladder: ['gall bladder', 'gallbladder'],
  'shoulder-blade': ['scapula', 'scapular', 'shoulder blade'],
  shoulder: [
    'shoulder',
    'rotator cuff',
    'subacromial',
    'impingement',
    'acromioclavicular',
    'acromion',
    'frozen shoulder',
  ],
  arm: ['arm', 'triceps', 'biceps', 'forearm', 'c5', 'c6', 'c7', 'c8'],
  elbow: ['elbow', 'epicondylalgia', 'tennis elbow', 'olecranon'],
  hand: ['hand', 'finger', 'fingers', 'thumb', 'wrist', 'ulnar'],
  'thoracic-outlet': ['thoracic outlet'],
  neck: ['neck', 'cervical', 'stiff neck'],
  headache: ['headache', 'head', 'migraine', 'temple', 'forehead', 'occipital', 'skull base'],
  eye: ['eye', 'behind the eye'],
  ear: ['ear', 'sinus'],
  throat: ['throat', 'swallowing'],
  dizziness: ['dizzy', 'dizziness', 'vertigo'],
  breath: ['breath', 'breathless', 'breathing'],
  'pelvic-floor': ['pelvic', 'pelvic floor'],
}

/** Signs of a nerve: a muscle's pain alone doesn't explain them. */
export const NERVE_SIGNS: readonly string[] = [
  'numb',
  'numbness',
  'tingling',
  'pins and needles',
  'weak',
  'weakness',
  'foot drop',
]

/** They say that what follows is absent, up to the next comma or *but*. */
export const ABSENCE: readonly string[] = ['without', 'no', 'not', 'never', 'nor']

/**
 * The words of DN-2.0, for a reader of about twelve. Rates stand with the number of treatments behind them; none is rounded in
 * our favour. `{regions}`, `{emergencyNumber}` and `{trainingHours}` are filled in.
 */
import { must, only, rate, said, type TemplateSentence, unchecked, type When } from './sentence.ts'

export type TemplatePart = {
  readonly id: string
  readonly title: string
  readonly when: When
  readonly sentences: readonly TemplateSentence[]
}

const part = (id: string, title: string, when: When, sentences: readonly TemplateSentence[]): TemplatePart => {
  return { id, title, when, sentences }
}

const EMERGENCY = unchecked('The emergency number here is {emergencyNumber}.')

const WHAT_HAPPENS: readonly TemplateSentence[] = [
  must('what-it-is', said('A thin, solid needle goes through your skin into a muscle. Nothing is injected.', 'S90')),
  must('single-use', said('Each needle is sterile. It is used once, then thrown away.', 'S89')),
  said('You lie down for it.', 'S18'),
  unchecked('The muscle may twitch or ache for a moment.'),
  unchecked('We count each needle in, and we count each needle out.'),
  must('not-acupuncture', only('not-acupuncture', said('This is not an acupuncture treatment.', 'S101'))),
]

const GAIN: readonly TemplateSentence[] = [
  said('Some people with long-lasting back pain hurt less for some weeks. How sure is that? Not very.', 'S114', 'S132'),
  said('Many studies found little or no gain over other care.', 'S135'),
  said('It goes with exercise and advice. It does not take their place.', 'S114'),
  must('no-promise', said('Nobody can promise you a result.', 'S107')),
]

const RISKS: readonly TemplateSentence[] = [
  must(
    'common-harm',
    rate(
      '19 to 37 in 100',
      'a mild effect of some kind. From one study of 7,629 treatments and one of 20,464 sessions, as are the next three.',
      'S41',
      'S42',
    ),
  ),
  rate('About 8 in 100', 'a bruise.', 'S41', 'S42'),
  rate('5 to 16 in 100', 'a spot of blood.', 'S41', 'S42'),
  rate('3 to 6 in 100', 'pain while the needle is in.', 'S41', 'S42'),
  rate('29 to 91 in 100', 'an ache as after sport, in several trials. It mostly goes in two days.', 'S56'),
  rate('About 3 in 1,000', 'a faint. Clinics print this number. We found no study behind it.', 'S54'),
  must(
    'serious-harm',
    rate(
      'About 1 in 1,000',
      'something serious: 20 times in 20,464 sessions. In 7,629 treatments it never came.',
      'S42',
      'S41',
    ),
  ),
  must(
    'serious-kinds',
    said(
      'Serious means: a lung that falls in, harm to a nerve, an organ or the spinal cord, a bad bleed, an infection, a needle that breaks.',
      'S143',
      'S53',
    ),
  ),
  said('People have died after acupuncture needles. That is very rare. How rare is not known.', 'S53'),
  said('These numbers are what clinicians wrote about their own work. The true ones may be higher.', 'S47'),
]

const NEAR_LUNGS: readonly TemplateSentence[] = [
  must(
    'pneumothorax',
    said('A needle near the chest can let air in beside the lung. Then the lung falls in (pneumothorax).', 'S50'),
  ),
  must(
    'pneumothorax-rate',
    rate(
      'About 1.75 in a million',
      'a lung that fell in so far that it needed a hospital, where the lungs are near. From 5,407,378 acupuncture treatments in Taiwan. Milder cases were not counted.',
      'S19',
    ),
  ),
  rate(
    'Under 1 in 100,000',
    'for dry needling, says a guide from South Africa. It adds that near the chest it may be more.',
    'S50',
  ),
  said('It can happen with the best of care.', 'S61'),
  must(
    'pneumothorax-late',
    said(
      'It can show at once, or up to days later: short breath, a sharp pain in the chest, shoulder or back that is worse when you breathe in, a dry cough.',
      'S50',
      'S61',
      'S58',
    ),
  ),
  must('pneumothorax-act', said('Then call for emergency help. Say that you had needles near the chest.', 'S20')),
  unchecked('Do not fly or dive with such signs until a doctor has cleared you.'),
  EMERGENCY,
]

const NECK: readonly TemplateSentence[] = [
  must(
    'neck-bleeding',
    said('In a few cases there was a bleed beside the spinal cord in the neck. Arms and legs went weak.', 'S82', 'S44'),
  ),
  said('Sudden bad neck pain, or weak or numb limbs after it, is an emergency.', 'S67', 'S44'),
]

const NEAR_SPINE: readonly TemplateSentence[] = [
  said('The kidneys and the gut lie beside the lower back.', 'S69'),
  must(
    'spinal-canal',
    said(
      'In one test on a body, a needle where the chest meets the lower back went into the spinal canal. We choose the place and the slant to stay out of it.',
      'S21b',
    ),
  ),
  must(
    'spinal-canal-act',
    unchecked('New weak legs, numbness between the legs, or a change in how you pass water or stool is an emergency.'),
  ),
]

const BUTTOCK: readonly TemplateSentence[] = [
  must(
    'sciatic-nerve',
    said(
      'The sciatic nerve runs through the buttock. In a study on bodies, a needle set near the middle touched it in 11 of 14. One set at the outer side touched it in none.',
      'S79',
    ),
  ),
  unchecked(
    'A touch of the nerve feels like a shock down the leg. Say so at once. The leg may feel numb or weak for a while.',
  ),
  unchecked('You may have to undress in part. You can ask for a towel, and for one more person in the room.'),
]

const THIGH: readonly TemplateSentence[] = [
  unchecked(
    'Large blood vessels and nerves run through the thigh. We feel for them and stay clear. A bruise is the likely harm.',
  ),
]

const ABDOMEN: readonly TemplateSentence[] = [
  must(
    'abdomen-organs',
    said('The gut lies behind the belly wall. We pinch the muscle away from it, or use no needle there.', 'S69'),
  ),
]

const ELECTRICAL: readonly TemplateSentence[] = [
  must(
    'electrical',
    unchecked(
      'A weak current flows between two needles. The muscle taps or tingles. It goes up only as far as you want.',
    ),
  ),
  must('electrical-device', said('It is not used if you have a pacemaker or another device in your body.', 'S3')),
  said('It is not used at the neck or the chest.', 'S16'),
]

const PREGNANCY: readonly TemplateSentence[] = [
  must('pregnancy', said('Experts do not agree on needles in the first 12 weeks. Some say: not then.', 'S8', 'S9')),
  said('One teaching centre says: do not start it for the first time while you are pregnant.', 'S8'),
  must('pregnancy-places', said('Then no needle goes into the belly, the lower back or the base of the spine.', 'S8')),
  unchecked('Ask your midwife or doctor first. You can wait until after the birth.'),
]

const STUDENT: readonly TemplateSentence[] = [
  must('student', said('A student may watch. A student does not put needles in.', 'S101', 'S88')),
  unchecked('You can send the student out at any time. It changes nothing in your care.'),
]

const PHOTOGRAPHS: readonly TemplateSentence[] = [
  must(
    'photographs',
    unchecked(
      'We may take a picture of the treated part for your record. No one else gets it unless we ask you again.',
    ),
  ),
  unchecked('You can say no to pictures and still be treated.'),
]

const ALTERNATIVES: readonly TemplateSentence[] = [
  must(
    'alternatives',
    said(
      'Exercise, advice and treatment by hand are other ways. For long-lasting back pain they are advised more strongly.',
      'S114',
    ),
  ),
  must('do-nothing', said('You can do nothing.', 'S102')),
  unchecked('Much back pain eases with time.'),
]

const RIGHTS: readonly TemplateSentence[] = [
  must(
    'stop-any-time',
    said(
      'You can ask, say no, or stop at any moment. You need no reason, and it is not held against you. The needles then come out at once.',
      'S107',
    ),
  ),
  must(
    'withdraw-any-time',
    unchecked(
      'You can take this consent back at any time, all of it or for one part of your body. We ask you again at each session.',
    ),
  ),
  unchecked('Tell us when something changes: a pregnancy, a new medicine, an infection, a new illness.'),
  only('written-by-law', said('The law here asks for your consent in writing.', 'S102', 'S87')),
  only(
    'training-by-law',
    said('The rule here asks a clinician for at least {trainingHours} hours of training in needling.', 'S103'),
  ),
  must('training', said('You can ask about your clinician’s own training.', 'S102')),
  must('copy', said('You get a copy of this.', 'S102', 'S87')),
]

const AFTERWARDS: readonly TemplateSentence[] = [
  said('An ache for up to three days is usual. If it lasts longer or gets worse, call us.', 'S68'),
  said('If you feel faint, sleepy or dizzy, lie down. Do not drive until you are fully well.', 'S54'),
  unchecked('A fever, redness that spreads, or a hot lump: see a doctor the same day.'),
  must('emergency', said('Short breath or chest pain: call for emergency help. Say that you had needles.', 'S20')),
  { ...EMERGENCY, tells: 'emergency-number' },
]

const DATA: readonly TemplateSentence[] = [
  said('We write down where each needle went, how you felt, and that you agreed.', 'S88'),
  unchecked('Only people here who treat you or answer for your record can read it. Each look is noted.'),
]

export const PARTS: readonly TemplatePart[] = [
  part('what-happens', 'What happens', 'always', WHAT_HAPPENS),
  part('what-you-may-gain', 'What you may gain', 'always', GAIN),
  part('what-may-go-wrong', 'What may go wrong', 'always', RISKS),
  part('near-the-lungs', 'Needles near the lungs: neck, shoulder, upper and middle back', 'near-lungs', NEAR_LUNGS),
  part('neck', 'Needles in the neck', 'neck', NECK),
  part('near-the-spine', 'Needles beside the spine', 'near-spine', NEAR_SPINE),
  part('buttock', 'Needles in buttock and hip', 'buttock', BUTTOCK),
  part('thigh', 'Needles in the thigh', 'thigh', THIGH),
  part('abdomen', 'Needles in the belly wall', 'abdomen', ABDOMEN),
  part('electrical', 'Electrical current', 'electrical', ELECTRICAL),
  part('pregnancy', 'If you are pregnant, or may be', 'pregnancy', PREGNANCY),
  part('student', 'A student in the room', 'student', STUDENT),
  part('photographs', 'Pictures', 'photographs', PHOTOGRAPHS),
  part('alternatives', 'What else there is', 'always', ALTERNATIVES),
  part('your-rights', 'You decide', 'always', RIGHTS),
  part('afterwards', 'Afterwards', 'always', AFTERWARDS),
  part('data', 'What we write down', 'always', DATA),
]

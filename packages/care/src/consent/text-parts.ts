/** The sentences of DN-1.0. Rates stand with the number of treatments behind them; none is rounded in our favour. */
import { type ConsentSentence, said, unchecked } from './sentence.ts'

type Sentences = readonly ConsentSentence[]

export const WHAT_HAPPENS: Sentences = [
  said('A thin, solid needle goes through the skin into a muscle. Nothing is injected.', 'S90'),
  said('Each needle is sterile, used once, and thrown away.', 'S89'),
  said('You usually lie down.', 'S18'),
  unchecked('The muscle may twitch or ache while the needle is in.'),
  unchecked('Every needle that goes in is counted out again before you get up.'),
]

export const GAIN: Sentences = [
  said(
    'Some people with long-lasting back pain have less pain for some weeks. The evidence is of low certainty.',
    'S114',
    'S132',
  ),
  said('Many studies of needling found little or no difference to other care.', 'S135'),
  said('It works beside exercise and advice, not instead of them.', 'S114'),
  said('Nobody can promise you a result.', 'S107'),
]

export const RISKS: Sentences = [
  said(
    'Mild effects are common. In a study of 7,629 treatments they came after 19 of 100 treatments: a bruise after 8, a spot of blood after 5, pain during needling in 3, pain afterwards in 2, worse symptoms for a while in 1.',
    'S41',
  ),
  said(
    'In another study of 20,464 sessions they came after 37 of 100 sessions: a spot of blood after 16, a bruise after 8, pain during needling in 6.',
    'S42',
  ),
  said(
    'Both studies rest on what clinicians reported about their own treatments, so the real numbers may be higher.',
    'S47',
  ),
  said(
    'Soreness like after exercise is usual. In several trials 29 to 91 of 100 people had it; it mostly went within two days.',
    'S56',
  ),
  said(
    'Feeling faint happens, above all at the first treatment. Clinics print about 3 in 1,000; we found no study behind that number.',
    'S54',
  ),
  said(
    'Serious events are rare. In the study of 20,464 sessions there were 20, about 1 in 1,000. In the study of 7,629 treatments there was none.',
    'S42',
    'S41',
  ),
  said(
    'Serious events that have been described are a collapsed lung, injury of a nerve, an organ or the spinal cord, bleeding, infection, and a needle that breaks.',
    'S143',
    'S53',
  ),
  said(
    'Deaths have been described in case reports of acupuncture. They are very rare, and how rare is not known.',
    'S53',
  ),
]

export const NEAR_LUNGS: Sentences = [
  said('A needle near the chest can let air in beside the lung, so that it collapses (pneumothorax).', 'S50'),
  said(
    'Among 5,407,378 acupuncture treatments in Taiwan, a collapsed lung that needed hospital came less than once in a million treatments, and about twice in a million (1.75) where the lungs are near. Cases without hospital were not counted.',
    'S19',
  ),
  said(
    'A South African guideline gives less than 1 in 100,000 for dry needling, and says that near the chest it may be more.',
    'S50',
  ),
  said('It can happen although the clinician takes every care.', 'S61'),
  said(
    'It can show at once or up to days later: short breath, sharp pain in chest, shoulder or back that is worse on breathing in, a dry cough.',
    'S50',
    'S61',
    'S58',
  ),
  said('If that happens, call for emergency help, and say that you had needles near the chest.', 'S20'),
  unchecked('Do not fly or dive with such signs before a doctor has cleared you.'),
]

export const NEAR_NECK_SPINE: Sentences = [
  said(
    'Bleeding beside the spinal cord after needling of the neck has been described in single cases, with weakness of arms and legs.',
    'S82',
    'S44',
  ),
  said('Sudden severe neck pain, weakness or numbness afterwards is an emergency.', 'S67', 'S44'),
]

export const NEAR_SPINE: Sentences = [
  said('Beside the lower back lie the kidneys and the space of the abdomen.', 'S69'),
  said(
    'In one study on a body a needle at the border of chest and lower back reached the spinal canal. Angle and place are chosen to avoid it.',
    'S21b',
  ),
  unchecked(
    'New weakness, numbness between the legs, or a change in passing water or stool afterwards is an emergency.',
  ),
]

export const NEAR_SCIATIC: Sentences = [
  said(
    'The sciatic nerve runs through the buttock. In a study on donors, a needle placed towards the middle of the body touched it in 11 of 14; one placed at the outer side in none.',
    'S79',
  ),
  unchecked(
    'A touch of the nerve feels like a shock down the leg. Say so at once. Numbness or weakness can follow, mostly for a short time.',
  ),
  unchecked('You may have to undress partly. You can ask for a towel and for another person in the room.'),
]

export const NEAR_THIGH_VESSELS: Sentences = [
  unchecked(
    'Large vessels and nerves run through the thigh. They are felt for and avoided; a bruise is the most likely harm.',
  ),
]

export const NEAR_BELLY: Sentences = [
  said(
    'Behind the abdominal wall lie bowel and other organs. The muscle is pinched away from them, or not needled.',
    'S69',
  ),
]

export const ELECTRICAL: Sentences = [
  unchecked(
    'A small current flows between two needles. It makes the muscle tap or tingle and is turned up only as far as you want.',
  ),
  said('It is not used with a pacemaker or another device in your body.', 'S3'),
  said('It is not used at neck or chest.', 'S16'),
]

export const ALTERNATIVES: Sentences = [
  said(
    'Exercise, advice, and treatment by hand are other ways, and for long-lasting back pain they are advised more strongly.',
    'S114',
  ),
  said('You can do nothing.', 'S102'),
  unchecked('Many back pains ease by themselves with time.'),
]

export const RIGHTS: Sentences = [
  said(
    'You can ask anything, say no, or stop at any moment, without a reason and without a disadvantage. The needles then come out at once.',
    'S107',
  ),
  unchecked('You can withdraw this consent at any time. We ask you again by word of mouth at each session.'),
  unchecked('Tell us when something changes: pregnancy, a new medicine, an infection, a new illness.'),
  said('You get a copy of this.', 'S102'),
]

export const AFTERWARDS: Sentences = [
  said('Soreness for up to three days is usual. If it lasts longer or gets worse, call us.', 'S68'),
  said('If you feel faint, drowsy or dizzy, lie down, and do not drive until you are fully well.', 'S54'),
  unchecked('Fever, spreading redness or a hot swelling: see a doctor the same day.'),
  said('Short breath or chest pain: call for emergency help, and say that you had needling.', 'S20'),
]

export const DATA: Sentences = [
  said('We write down where each needle went, how you reacted, and that you agreed.', 'S88'),
  unchecked(
    'Only people of this clinic who treat you or answer for your record can read it, and each reading is recorded.',
  ),
]

/** What it is, how it may help, what a session is like. */
import { said, unchecked } from './claim.ts'
import type { PublicQuestion } from './question.ts'

export const WHAT_IT_IS: PublicQuestion = {
  id: 'what-is-it',
  question: 'What is dry needling, and is it acupuncture?',
  short: [
    said('A trained clinician puts a thin, solid needle through your skin into a tight or sore muscle.', 'fact', 'S90'),
    said('Nothing is injected. That is why it is called dry.', 'fact', 'S90'),
  ],
  illustration: 'needle-to-scale',
  parts: [
    {
      title: 'The needle',
      claims: [
        said('Each needle is sterile and used once.', 'fact', 'S89'),
        said('It is 0.20 to 0.35 mm thick. How long it is depends on the muscle.', 'fact', 'S57'),
        said('A needle for a vaccination is hollow and about 0.5 mm thick: about twice as thick.', 'high', 'S312'),
        unchecked('A dry needle can be longer than that, since some muscles lie deep.'),
      ],
    },
    {
      title: 'And acupuncture?',
      claims: [
        unchecked('Both use the same kind of needle.'),
        unchecked('Acupuncture comes from the old medicine of East Asia. Some doctors use a Western form of it.'),
        unchecked('Dry needling aims at muscles and sore spots, after an exam of how you move.'),
        unchecked('The two overlap, and people who know them argue about it.'),
        said('Some laws ask a clinic to say: this is not acupuncture.', 'fact', 'S101'),
      ],
    },
    {
      title: 'And an injection?',
      claims: [
        unchecked('An injection puts a drug in through a hollow needle.'),
        said(
          'For neck pain, injections lowered pain more for a short time. In daily life both were the same.',
          'low',
          'S301',
        ),
      ],
    },
    {
      title: 'What is not so clear',
      claims: [said('Two clinicians who feel for a sore spot often find it in different places.', 'low', 'S140')],
    },
  ],
}

export const HOW_IT_MAY_HELP: PublicQuestion = {
  id: 'how-may-it-help',
  question: 'How may it help?',
  short: [
    said('It may lower pain for a while. How it does that is still being studied.', 'low', 'S132', 'S141'),
    said('Against a fake needle the gain is near zero to small.', 'low', 'S135'),
  ],
  illustration: 'muscle',
  parts: [
    {
      title: 'A tight muscle',
      claims: [
        said('A muscle can twitch when the needle meets a sore spot.', 'low', 'S95'),
        said(
          'After a twitch a deep back muscle worked a little better. A week later that was gone.',
          'very-low',
          'S95',
        ),
        unchecked('Whether a knot lets go, and whether a twitch is needed at all, nobody knows.', 'unknown'),
      ],
    },
    {
      title: 'Blood flow',
      claims: [
        said('In 20 people without pain, more blood flowed at the needle’s spot, for 15 minutes.', 'very-low', 'S302'),
        said('That this makes a back heal sooner has not been shown.', 'unknown', 'S141'),
      ],
    },
    {
      title: 'Pain signals',
      claims: [
        said('For some hours or days it can take more pressure before a spot hurts.', 'low', 'S94'),
        said(
          'In rabbits the chemicals of pain changed. More needling brought more signs of swelling.',
          'very-low',
          'S303',
        ),
        unchecked('How much of it is the needle, and how much is touch, hope and time, nobody knows.', 'unknown'),
      ],
    },
    {
      title: 'Healing',
      claims: [
        unchecked('A needle makes a tiny wound, and the body reacts to it. That is normal.'),
        said('That this repairs anything has not been shown.', 'unknown', 'S141'),
      ],
    },
    {
      title: 'The visit as a whole',
      claims: [
        said('People who got fake needles got better, too: 44 of 100, and 48 of 100 with real ones.', 'low', 'S218'),
        said(
          'In long-lasting low back pain people with needles had about 1 to 1.5 points of 10 less pain than people without treatment.',
          'low',
          'S135',
        ),
        said('Against usual care it was about 1 point.', 'low', 'S305'),
      ],
    },
  ],
}

export const A_SESSION: PublicQuestion = {
  id: 'what-happens',
  question: 'What happens in a session?',
  short: [
    said('You talk, you are examined, you agree or not. Only then comes a needle.', 'opinion', 'S7'),
    said('You may stop at any moment.', 'opinion', 'S107'),
  ],
  illustration: 'session-steps',
  parts: [
    {
      title: 'Step by step',
      isSteps: true,
      claims: [
        said('Talk: your story, your medicines, signs of danger, what you want.', 'opinion', 'S7'),
        said('Exam: how you move, how strong you are, where it is sore.', 'opinion', 'S7'),
        said('Explain and agree: what, why, the risks with numbers, other ways. No is a fine answer.', 'fact', 'S102'),
        said('Lie down. Fainting is rarer and does less harm that way.', 'opinion', 'S18'),
        unchecked('Needles: few the first time, in one area.'),
        unchecked(
          'You may feel a small prick, then an ache or a quick twitch. Say so if it burns or shoots: it stops at once.',
        ),
        unchecked('Out: every needle is counted in and counted out.'),
        unchecked('After: rest, then move. You get written advice, warning signs, and a number to call.'),
        unchecked('Plan: exercise, daily life, and a day to look at how it went.'),
      ],
    },
    {
      title: 'How long?',
      claims: [
        unchecked('Visits of 30 to 60 minutes are what clinics book. No study says how long is best.'),
        said(
          'The needles themselves often take minutes. In some kinds they stay in for 10 to 30 minutes.',
          'fact',
          'S57',
        ),
        said('Some laws do not let a needle just stay in.', 'fact', 'S86'),
      ],
    },
    {
      title: 'Afterwards',
      claims: [
        said('Drink as usual. Nothing is washed out by more water.', 'unknown', 'S117'),
        said('Do not drive while you feel faint or drowsy.', 'opinion', 'S54'),
      ],
    },
  ],
}

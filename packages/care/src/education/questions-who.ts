/** Who may benefit, who must ask first, whether it hurts. */
import { said, unchecked } from './claim.ts'
import type { PublicQuestion } from './question.ts'

export const WHO_MAY_BENEFIT: PublicQuestion = {
  id: 'who-may-benefit',
  question: 'Who may benefit?',
  short: [
    said(
      'Some people with long-lasting low back pain hurt less for some weeks, best beside exercise.',
      'low',
      'S114',
      'S132',
    ),
    unchecked('For the other reasons that people come with, hardly anything is known.', 'very-low'),
  ],
  illustration: 'muscle',
  parts: [
    {
      title: 'Back pain for months',
      claims: [
        said('A guideline says that clinicians can use it together with other care.', 'low', 'S114'),
        said('Whether daily life gets easier is less clear than whether it hurts less.', 'low', 'S132', 'S137'),
        said('Another guideline does not advise acupuncture, which uses the same needles.', 'fact', 'S130'),
      ],
    },
    {
      title: 'Back pain for days or weeks',
      claims: [
        said('Most people get much better in six weeks, whatever they do.', 'moderate', 'S222', 'S220'),
        said('The guideline that allows needles for long pain does not list them for new pain.', 'fact', 'S114'),
      ],
    },
    {
      title: 'Desk and posture',
      claims: [
        unchecked('Posture is seldom the one cause. To move often helps more than to sit straight.'),
        said('Two minutes a day with a band lowered neck and shoulder pain by 1.4 of 10.', 'moderate', 'S311'),
        unchecked('Needling for this was not tested.', 'unknown'),
      ],
    },
    {
      title: 'Sport',
      claims: [
        unchecked('It may ease a sore or stiff muscle.', 'very-low'),
        unchecked('That people are back in sport sooner, or do better in it, has not been shown.', 'unknown'),
      ],
    },
    {
      title: 'Stress and tension',
      claims: [
        unchecked('It may relax some people. Sleep, breathing and moving come first.', 'very-low'),
        unchecked('We found no study of needles for back pain from stress.', 'unknown'),
      ],
    },
    {
      title: 'Pain down the leg',
      claims: [said('In one study people with leg pain did less well after needling.', 'very-low', 'S307')],
    },
  ],
}

export const WHO_ASKS_FIRST: PublicQuestion = {
  id: 'who-asks-first',
  question: 'Who should ask first, or not have it?',
  short: [
    said(
      'Tell your clinician about medicines, illness, pregnancy and anything that was put into your body.',
      'opinion',
      'S7',
    ),
    unchecked('No answer is no reason to be shy: each may change what is done.'),
  ],
  illustration: 'none',
  parts: [
    {
      title: 'Not for you, or not today',
      isList: true,
      claims: [
        said('You do not want it, or you are very afraid of needles.', 'opinion', 'S3'),
        said('You are ill or have a fever.', 'opinion', 'S1'),
        said('The skin there is infected or broken.', 'opinion', 'S4'),
        said('There is a tumour there.', 'opinion', 'S3'),
        unchecked('An arm or leg swells because lymph nodes were taken out: not that limb.'),
        said('You are in the first three months of pregnancy.', 'opinion', 'S8', 'S9'),
      ],
    },
    {
      title: 'Ask first',
      isList: true,
      claims: [
        said('You take a blood thinner, or you bleed easily.', 'opinion', 'S10', 'S11'),
        said(
          'You are pregnant, or may be. Low back and hips are left out then, unless all agree. Clinicians differ here.',
          'opinion',
          'S8',
          'S13',
          'S14',
        ),
        said('You have a pacemaker, a pump or a stimulator: no current through the needles.', 'opinion', 'S3'),
        said('You have metal in your spine, or a new joint: not near it.', 'opinion', 'S15'),
        said('You have lung disease, or a lung fell in before: chest and neck need more care.', 'opinion', 'S19'),
        said('Your immune system is weak, or you have diabetes.', 'opinion', 'S12'),
        said('You have had fits, or you faint at needles.', 'opinion', 'S5', 'S18'),
        said('You had cancer, now or before.', 'opinion', 'S3'),
        unchecked('Your bones break easily, or parts of your skin are numb.'),
        unchecked('You are under 18: a parent must agree, and so must you.'),
      ],
    },
    {
      title: 'Two things to know',
      claims: [
        said('A blood thinner is not always a reason against it. Never stop it by yourself.', 'opinion', 'S10', 'S11'),
        said(
          'Tell them if you will fly or dive in the next days, when chest, upper back or neck may be needled.',
          'opinion',
          'S20',
        ),
      ],
    },
  ],
}

export const DOES_IT_HURT: PublicQuestion = {
  id: 'does-it-hurt',
  question: 'Does it hurt?',
  short: [
    unchecked('Most people feel a small prick, and often a deep ache or a twitch.'),
    said('Afterwards many are sore for a day or two, as after sport.', 'low', 'S56'),
  ],
  illustration: 'needle-to-scale',
  parts: [
    {
      title: 'During',
      claims: [
        said(
          'Pain was noted in 3 of 100 treatments in one count, and in 6 of 100 in another.',
          'moderate',
          'S41',
          'S42',
        ),
        said('Clinicians counted that themselves, so it may be too low.', 'low', 'S47'),
        unchecked('You set the pace. When you say stop, it stops.'),
      ],
    },
    {
      title: 'After',
      claims: [
        said('In trials 29 to 91 of 100 people were sore. It was mostly gone in two days.', 'low', 'S56'),
        said('It rarely lasts longer than three days.', 'low', 'S68'),
        said('In one small study pain was higher on the day itself, and lower two days later.', 'very-low', 'S308'),
      ],
    },
    {
      title: 'Other side effects',
      isList: true,
      claims: [
        said('A mild one of some kind: 19 to 37 of 100 sessions.', 'moderate', 'S41', 'S42'),
        said('A spot of blood: 5 to 16 of 100. A bruise: about 8 of 100.', 'moderate', 'S41', 'S42'),
        said('A serious one: 20 in 20,464 sessions in one count, none in 7,629 in another.', 'low', 'S41', 'S42'),
        said(
          'Serious ones were, for example, a collapsed lung, a nerve or a blood vessel hit, an infection.',
          'low',
          'S42',
          'S53',
        ),
      ],
    },
    {
      title: 'Get help at once',
      isList: true,
      claims: [
        said(
          'You are short of breath, or your chest hurts, even days after needles at chest, back or neck.',
          'opinion',
          'S50',
          'S61',
        ),
        said('Your legs or arms are weak or numb, or you cannot hold or pass water as usual.', 'opinion', 'S26'),
        unchecked('You have a fever, or a spot gets red, hot or more swollen.'),
      ],
    },
  ],
}

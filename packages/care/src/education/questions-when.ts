/** How soon, what goes with it, whether it is right for me, what others say. */
import { said, unchecked } from './claim.ts'
import type { PublicQuestion } from './question.ts'

export const HOW_SOON: PublicQuestion = {
  id: 'how-soon',
  question: 'How soon will I feel something?',
  short: [
    said(
      'Some people feel a change after one session. Many don’t, and nobody can tell before who will.',
      'very-low',
      'S307',
    ),
    unchecked('Decide after three or four sessions. If nothing has changed, stop.'),
  ],
  illustration: 'course',
  parts: [
    {
      title: 'After one session',
      claims: [
        said(
          '25 of 66 people could do clearly more a week later. Nobody went without needles, so we cannot say why.',
          'very-low',
          'S307',
        ),
        said('On the day itself it can hurt more, from soreness.', 'very-low', 'S308'),
      ],
    },
    {
      title: 'After three or four',
      claims: [
        said(
          'In one small study nothing had changed after three sessions, and something after five. It had 29 people.',
          'very-low',
          'S221',
        ),
        unchecked('So nobody knows that more comes after three or four. We use that point to decide.'),
      ],
    },
    {
      title: 'A course',
      claims: [
        unchecked('Studies gave about five to eight sessions in three to six weeks. The best number is not known.'),
      ],
    },
    {
      title: 'In the long run',
      claims: [
        said('That the gain lasts for more than three months has not been shown.', 'low', 'S132', 'S137'),
        said('In older people, more sessions after a course of acupuncture added nothing clear.', 'low', 'S309'),
      ],
    },
    {
      title: 'And without needles?',
      claims: [
        said(
          'Most back pain gets better most in the first four to seven weeks, with needles or without.',
          'moderate',
          'S220',
          'S222',
        ),
      ],
    },
  ],
}

export const WHAT_GOES_WITH_IT: PublicQuestion = {
  id: 'what-goes-with-it',
  question: 'What goes with it?',
  short: [
    said('Exercise that you can keep up. It has better support than needles have.', 'moderate', 'S310'),
    unchecked('If a clinic offers needles alone, ask why.'),
  ],
  illustration: 'none',
  parts: [
    {
      title: 'Move',
      claims: [
        said('Exercise probably lowers long-lasting low back pain.', 'moderate', 'S310'),
        unchecked('Which kind matters less than that you do it. Walk, swim, lift, stretch: what you like.'),
        said('Needles together with other care did better than needles alone.', 'low', 'S133'),
      ],
    },
    {
      title: 'Stretching, massage, heat',
      claims: [
        unchecked(
          'They feel good to many, and they are cheap. Use them beside exercise, not in its place.',
          'very-low',
        ),
      ],
    },
    {
      title: 'Daily life',
      claims: [
        unchecked('Change your position often. There is no one right posture.'),
        unchecked('Sleep, stress and pain pull on each other. Care for one helps the others.', 'very-low'),
      ],
    },
  ],
}

export const RIGHT_FOR_ME: PublicQuestion = {
  id: 'is-it-right-for-me',
  question: 'Is it right for me?',
  short: [unchecked('Nobody can tell you from afar. Ask your clinician these questions. A good one is glad of them.')],
  illustration: 'none',
  more: { path: '/self-check', words: 'Answer some questions for yourself' },
  parts: [
    {
      title: 'Check for yourself first',
      claims: [
        unchecked('You can go through the warning signs and some health questions by yourself.'),
        unchecked('That shows what speaks against needles. It cannot tell whether they will help.'),
      ],
    },
    {
      title: 'Questions to take along',
      isList: true,
      claims: [
        unchecked('What do you think is going on? Could it be something else?'),
        unchecked('What if I did nothing? What other ways are there?'),
        unchecked('What do you expect for me, by when, and how will we measure it?'),
        unchecked('When will we stop if it does not help?'),
        unchecked('Which muscle, how many needles? What could go wrong there?'),
        unchecked('Are you licensed for this here? How were you trained?'),
        unchecked('Do you count the needles in and out?'),
        unchecked('Here are my medicines and illnesses. Do they change anything?'),
        unchecked('What will I do at home?'),
        unchecked('Whom do I call at night? What does it cost in all?'),
      ],
    },
    {
      title: 'Good signs',
      claims: [unchecked('They examine you first, say “may”, give numbers, plan exercise, and take no for an answer.')],
    },
    {
      title: 'Warning signs',
      claims: [
        unchecked(
          'They promise a result, sell big packages first, say that nothing can go wrong, or tell you to stop a medicine.',
        ),
      ],
    },
  ],
}

export const WHAT_OTHERS_SAY: PublicQuestion = {
  id: 'what-others-say',
  question: 'What do others say?',
  short: [
    unchecked('Stories help us feel less alone. They do not show that a treatment works.'),
    said('People come when pain is at its worst. Most then get better anyway.', 'moderate', 'S220'),
  ],
  illustration: 'none',
  parts: [
    {
      title: 'How we treat stories',
      isList: true,
      claims: [
        unchecked('We show good, mixed and poor ones, and how many there are of each.'),
        unchecked('A story is never turned down for being bad news.'),
        unchecked('Who wrote it can take it back at any time.'),
        unchecked('Nobody is paid for one.'),
      ],
    },
    {
      title: 'What helps in a story',
      claims: [unchecked('What the problem was, what was tried, what changed, what did not, and how long after.')],
    },
  ],
}

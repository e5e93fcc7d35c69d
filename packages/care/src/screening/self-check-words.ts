/** What a stranger is told by the self-check: claims like those of the public questions, each with its source or unreviewed. */
import { type Claim, said, unchecked } from '../education/index.ts'
import type { Outcome, StopUrgency } from './self-check.ts'

type Told = { readonly title: string; readonly claims: readonly Claim[] }

/** What to do when a red flag stops it. The number stands above; sources of the sign itself stand with its finding. */
export const STOP_WORDS: Readonly<Record<StopUrgency, Told>> = {
  'emergency-now': {
    title: 'Get help now',
    claims: [
      unchecked('What you ticked can be an emergency. Do not wait for a visit here.'),
      unchecked('Call now, or have somebody take you to an emergency department. Do not drive yourself.'),
      unchecked('Say what you ticked, and since when. Show this page if that helps.'),
    ],
  },
  'same-day': {
    title: 'See a doctor today',
    claims: [
      unchecked('What you ticked should be looked at today, before any needle.'),
      unchecked('Call your doctor now. If nobody can see you today, go to an emergency department.'),
      unchecked('If it gets worse, or if you feel very ill, call for an ambulance.'),
    ],
  },
  urgent: {
    title: 'See a doctor in the next days',
    claims: [
      unchecked('What you ticked may be harmless. Together it should be looked at first, before any needle.'),
      unchecked('Call your doctor, and say what you ticked. If it gets worse, go today.'),
    ],
  },
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, Told>> = {
  'not-at-all': {
    title: 'Needles do not seem right for you now',
    claims: [unchecked('Below you see why. There are other ways, and some have better support.')],
  },
  'unsure-sign': {
    title: 'First find out what you were not sure of',
    claims: [
      unchecked('You were not sure about a warning sign. That is not a no.'),
      unchecked('Ask a doctor about it before any needle. If it is new or gets worse, ask today.'),
    ],
  },
  'ask-doctor': {
    title: 'Ask your doctor first',
    claims: [unchecked('Something in your answers should be cleared before any needle. Below you see what.')],
  },
  'not-today': {
    title: 'Not today',
    claims: [unchecked('Wait until that is over. Then the questions can be asked anew.')],
  },
  'with-care': {
    title: 'Maybe, with care',
    claims: [unchecked('Some of your answers change how it is done. Tell them to the clinician.')],
  },
  'nothing-found': {
    title: 'Nothing you ticked speaks against asking',
    claims: [
      unchecked('That is no all-clear. A clinician asks more, and looks at your back, before any needle.'),
      unchecked('It does not tell whether needles would help you. Nobody can tell that from afar.'),
    ],
  },
}

/** A point to weigh; with `when` it is shown only to who answered so, or not at all. */
export type Point = { readonly claim: Claim; readonly when?: `${string}:${'yes' | 'no'}` }

/** What speaks for it, against it, and what else there is: each with as much room as the others. */
export const WEIGHING: readonly { readonly id: string; readonly title: string; readonly points: readonly Point[] }[] = [
  {
    id: 'for',
    title: 'What speaks for it',
    points: [
      {
        claim: said(
          'If your pain has lasted for months: a guideline says that needles can be used with other care.',
          'low',
          'S114',
        ),
        when: 'pain-over-3-months:yes',
      },
      { claim: said('Some people with long back pain hurt less for some weeks.', 'low', 'S132') },
      { claim: said('Needles with other care did better than needles alone.', 'low', 'S133') },
      { claim: unchecked('You can try three or four sessions, and stop if nothing has changed.') },
    ],
  },
  {
    id: 'against',
    title: 'What speaks against it',
    points: [
      {
        claim: said(
          'If your pain is new: most people get much better in six weeks, whatever they do.',
          'moderate',
          'S222',
          'S220',
        ),
        when: 'pain-over-3-months:no',
      },
      { claim: said('Against a fake needle the gain is near zero to small.', 'low', 'S135') },
      { claim: said('That it helps for more than three months has not been shown.', 'low', 'S132', 'S137') },
      { claim: said('About 19 to 37 of 100 sessions bring a mild harm, such as a bruise.', 'moderate', 'S41', 'S42') },
    ],
  },
  {
    id: 'other-ways',
    title: 'Other ways that help',
    points: [
      { claim: said('Exercise probably lowers long-lasting low back pain.', 'moderate', 'S310') },
      { claim: unchecked('Walk, swim, lift or stretch: pick what you like and can keep up.') },
      { claim: unchecked('Stay active, and go back to daily life bit by bit. Long rest in bed does not help.') },
      { claim: unchecked('Learn how back pain works. To know what it is, and is not, takes away some of the fear.') },
    ],
  },
]

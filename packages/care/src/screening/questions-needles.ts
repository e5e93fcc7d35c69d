/** The questions about pregnancy, implants, operations and earlier needles, and those for the clinician: safety facts 1a and 1b. */
import { question } from './question.ts'

const must = { mustAsk: true }
const where = { asksWhere: true }

export const NEEDLE_QUESTIONS = [
  question('pregnant', 'pregnancy', 'Are you pregnant?', "Some places aren't needled in pregnancy.", must),
  question('pregnancy-weeks', 'pregnancy', 'How many weeks?', "In the first 13 weeks we don't needle.", {
    onlyIf: 'pregnant',
    kind: 'weeks',
  }),
  question('first-trimester', 'pregnancy', 'Are you in the first 13 weeks?', "We don't needle then.", {
    mustAsk: true,
    onlyIf: 'pregnant',
  }),
  question(
    'new-to-needling-in-pregnancy',
    'pregnancy',
    'Would it be your first needling ever?',
    'It is better not to begin with needles in a pregnancy.',
    { onlyIf: 'pregnant' },
  ),
  question(
    'maybe-pregnant',
    'pregnancy',
    'Could you be pregnant, or are you trying to be?',
    'Until it is known, we needle as if you were.',
    must,
  ),

  question(
    'implanted-device',
    'implants-and-operations',
    'Do you have a pacemaker, a defibrillator, a nerve stimulator or a pump in your body?',
    'Current through needles could disturb it.',
    must,
  ),
  question(
    'device-which',
    'implants-and-operations',
    'Which device, and where does it lie?',
    'We keep away from it and from its wires.',
    { onlyIf: 'implanted-device', kind: 'text' },
  ),
  question(
    'spinal-metal',
    'implants-and-operations',
    'Do you have screws, rods, cages or artificial discs in the spine?',
    'A deep infection there is serious, so we stay away from them.',
    where,
  ),
  question(
    'metalwork',
    'implants-and-operations',
    'Do you have a joint replacement, plates, or implants of breast, buttock or chest?',
    'We keep needles away from them: an infection there is serious.',
    where,
  ),
  question(
    'recent-surgery',
    'implants-and-operations',
    'Did you have an operation in the last three months?',
    'It must have healed. With back pain it can point to an infection.',
    where,
  ),

  question(
    'needle-phobia',
    'needles-before',
    "Are you so afraid of needles that you couldn't have one?",
    'We then choose something else.',
    must,
  ),
  question(
    'needle-fear',
    'needles-before',
    'Are you nervous about needles, or very anxious or low at the moment?',
    'We explain more, and start with one or two.',
  ),
  question(
    'fainted-with-needles',
    'needles-before',
    'Have you ever fainted with a needle, at a blood test or an injection?',
    'You will lie down, and we start with few needles.',
  ),
  question(
    'reaction-before',
    'needles-before',
    'Did anything go wrong with needling or an injection before?',
    "So that it doesn't happen again.",
  ),
  question(
    'reaction-before-serious',
    'needles-before',
    'Did it take you to a doctor or a hospital?',
    'Then we ask a doctor first.',
    { onlyIf: 'reaction-before' },
  ),

  question(
    'cannot-consent',
    'clinician',
    'Is the patient unable to decide, without a lawful representative or an interpreter to solve it?',
    'Nobody is needled without consent.',
    must,
  ),
  question(
    'guardian-absent',
    'clinician',
    'Under 18: is no parent or guardian here or reachable to agree, or does the young person not agree?',
    'Both must agree.',
    { mustAsk: true, onlyBelowAge: 18 },
  ),
  question(
    'severe-distress',
    'clinician',
    'Is the patient in severe distress, or out of touch with what is real?',
    'Needling waits. Help for that comes first.',
    must,
  ),
  question(
    'other-reason',
    'clinician',
    'Is there another reason not to needle this patient?',
    "The clinician's judgement stands above any list. Say why in the note.",
    must,
  ),
] as const

/**
 * The thirty patients of the demo clinic, all invented: nobody has these names with these birth dates and numbers.
 *
 * Phone numbers are those set aside for fiction where a country has such, e-mail ends in `.example`. `walk` says how far
 * along the path each one is; ages follow from the day on which the demo is made.
 */
import type { Region } from '@unknot/care/atlas'
import type { Sex } from '@unknot/care/people'
import type { QuestionId } from '@unknot/care/screening'

export type Walk = {
  /** Questions answered otherwise than no. Absent: never screened. */
  readonly screened?: Readonly<Partial<Record<QuestionId, 'yes' | 'unknown'>>>
  readonly consented?: readonly Region[]
  readonly withdrawn?: string
  readonly session?: DemoSession
}

/** How a session of the demo goes; see walk-session.ts. */
export type DemoSession =
  | 'signed'
  | 'signed-long-ago'
  | 'signed-with-addendum'
  | 'incident'
  | 'faint'
  | 'unsigned'
  | 'needles-in'
  | 'all-out-called'
  | 'just-opened'

export type InventedPerson = {
  readonly name: string
  readonly age: number
  readonly sex: Sex
  readonly language: string
  readonly phone: string | null
  readonly email: string | null
  readonly contact: readonly [name: string, relation: string] | null
  readonly notes: string
  readonly reason: string
  readonly walk: Walk
}

const back: readonly Region[] = ['lumbar', 'gluteal']

export const INVENTED_PEOPLE: readonly InventedPerson[] = [
  person(
    'Zoë Ó Briain-Łęcka',
    34,
    'female',
    'en-IE',
    'Low back and buttock pain, right, for five months after lifting',
    {
      screened: { 'fainted-with-needles': 'yes' },
      consented: back,
      session: 'signed-with-addendum',
    },
  ),
  person('Oksana Shevchuk', 52, 'female', 'uk', 'Stiff low back in the mornings', {
    screened: {},
    consented: back,
    session: 'signed',
  }),
  person('Tomás Mac Giolla Bhríde', 61, 'male', 'ga', 'Low back pain after gardening', {
    screened: { 'blood-thinner': 'yes' },
    consented: back,
    session: 'signed',
  }),
  person('Nguyễn Thị Ánh', 41, 'female', 'vi', 'Pain between the shoulder blades', {
    screened: {},
    consented: ['thoracic', 'shoulder'],
    session: 'signed',
  }),
  person('Adaeze Nwosu', 29, 'female', 'en', 'Low back pain from long drives', {
    screened: {},
    consented: back,
    session: 'needles-in',
  }),
  person('Jürgen Weiß', 58, 'male', 'de', 'Buttock pain, left', {
    screened: { diabetes: 'yes' },
    consented: back,
    session: 'needles-in',
  }),
  person('Siobhán Ní Dhomhnaill', 46, 'female', 'ga', 'Low back pain, worse when sitting', {
    screened: {},
    consented: back,
    session: 'all-out-called',
  }),
  person('Mateus Gonçalves', 37, 'male', 'pt', 'Low back pain, both sides', {
    screened: {},
    consented: back,
    session: 'incident',
  }),
  person('Ayşe Yıldırım', 33, 'female', 'tr', 'Buttock pain when running', {
    screened: { 'needle-fear': 'yes' },
    consented: back,
    session: 'faint',
  }),
  person('Håkon Bjørnstad', 49, 'male', 'nb', 'Low back pain, third time in two years', {
    screened: {},
    consented: back,
    session: 'unsigned',
  }),
  person('Chloé Lefèvre', 26, 'female', 'fr', 'Pain beside the spine, right', {
    screened: {},
    consented: back,
    session: 'unsigned',
  }),
  person('Dmitri Volkov', 44, 'male', 'ru', 'Low back pain after moving house', {
    screened: {},
    consented: back,
    session: 'just-opened',
  }),
  person('María José Íñiguez', 55, 'female', 'es', 'Low back pain for ten years', {
    screened: {},
    consented: back,
    session: 'signed-long-ago',
  }),
  person('Kwame Asante', 39, 'male', 'en', 'Pain in buttock and back of the thigh', {
    screened: {},
    consented: [...back, 'thigh'],
    session: 'signed-long-ago',
  }),
  person('Eleni Papadaki', 67, 'female', 'el', 'Low back pain when standing', {
    screened: { osteoporosis: 'yes', 'blood-thinner': 'unknown' },
    consented: ['lumbar'],
    session: 'signed',
  }),
  person('Priya Raghunathan', 31, 'female', 'ta', 'Low back pain since the birth of her child', {
    screened: {},
    consented: back,
  }),
  person('Bartłomiej Święcicki', 47, 'male', 'pl', 'Low back pain, left', { screened: {}, consented: back }),
  person('Hannah Goldfarb', 38, 'female', 'en', 'Neck and shoulder pain', {
    screened: {},
    consented: ['cervical', 'shoulder'],
  }),
  person('Ioan Țepeluș', 53, 'male', 'ro', 'Low back pain from driving a lorry', {
    screened: {},
    consented: back,
    withdrawn: 'Wants to try exercise first',
  }),
  person('Leilani Kahale', 43, 'female', 'en', 'Low back pain', { screened: {}, consented: back, withdrawn: '' }),
  person('Sinéad Fitzgibbon', 27, 'female', 'en-IE', 'Low back pain since spring', { screened: { pregnant: 'yes' } }),
  person('Rasmus Lindqvist', 63, 'male', 'sv', 'Low back pain', {
    screened: { 'implanted-device': 'yes', 'heart-valve': 'unknown' },
  }),
  person('Fatoumata Diallo', 36, 'female', 'fr', 'Buttock pain, right', { screened: { 'bruises-easily': 'unknown' } }),
  person('George Abernathy', 71, 'male', 'en', 'New back pain with numbness', {
    screened: { 'saddle-numbness': 'yes', 'new-pain': 'yes' },
  }),
  person('Mirjana Đorđević', 59, 'female', 'sr', 'Back pain that wakes her at night', {
    screened: { 'weight-loss': 'yes', 'night-pain': 'yes', cancer: 'yes' },
  }),
  person('Haruto Yamashiro', 45, 'male', 'ja', 'Low back pain with fever', { screened: { fever: 'yes' } }),
  person('Niamh Brennan', 24, 'female', 'en-IE', 'Low back pain after rowing', {}),
  person('Oluwaseun Bakare', 50, 'male', 'yo', 'Low back pain', {}),
  person('Ester Kõiv', 68, 'female', 'et', 'Hip and buttock pain', {}),
  person('Lorenzo D’Ambrosio', 32, 'male', 'it', 'Low back pain', {}),
]

/** Contacts follow from the place in the list, so that some have all of them and some have none. */
function person(name: string, age: number, sex: Sex, language: string, reason: string, walk: Walk): InventedPerson {
  const letters = name.toLowerCase().replace(/[^a-z]/g, '')
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return {
    name,
    age,
    sex,
    language,
    phone: sum % 5 === 0 ? null : `+353 20 91${String(10_000 + (sum % 9_000)).slice(1)}${sum % 10}`,
    email: sum % 4 === 0 ? null : `${letters}@mail.example`,
    contact: sum % 3 === 0 ? null : ([`Next of kin of ${name.split(' ')[0] ?? name}`, 'family'] as const),
    notes: sum % 6 === 0 ? 'Ground-floor room, please.' : '',
    reason,
    walk,
  }
}

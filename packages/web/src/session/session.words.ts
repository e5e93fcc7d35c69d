/** What the treatment room says. Plain words, British spelling; what is unknown is never worded as fine. */
import type {
  AftercareWay,
  AllOutReason,
  IncidentKind,
  MissingStep,
  NarrowedScope,
  NeedleDetail,
  NeedleDirection,
  Position,
  ReactionGrade,
  ReactionKind,
  SessionFactKind,
  Technique,
  Twitch,
} from '@unknot/care/session'
import { REGION_WORDS } from '../screening/index.ts'

export const TECHNIQUE_WORDS = {
  superficial: 'Superficial',
  'deep-static': 'Deep, still',
  'deep-pistoning': 'Pistoning',
  rotation: 'Rotation',
  electrical: 'Electrical',
  unknown: 'Not recorded',
} satisfies Record<Technique, string>

export const DIRECTION_WORDS = {
  straight: 'Straight',
  medial: 'Medial',
  lateral: 'Lateral',
  cranial: 'Cranial',
  caudal: 'Caudal',
  inferomedial: 'Down and in',
  'not-recorded': 'Not recorded',
} satisfies Record<NeedleDirection, string>

export const POSITION_WORDS = {
  prone: 'Prone',
  supine: 'Supine',
  'side-lying-left': 'On the left side',
  'side-lying-right': 'On the right side',
  seated: 'Seated',
  standing: 'Standing',
} satisfies Record<Position, string>

export const INCIDENT_WORDS = {
  broken: 'Broken',
  retained: 'Left in the body',
  dropped: 'Dropped',
  missing: 'Missing',
} satisfies Record<IncidentKind, string>

export const REACTION_WORDS = {
  'felt-faint': 'Felt faint',
  fainted: 'Fainted',
  bleeding: 'Bleeding',
  bruising: 'Bruising',
  'pain-during': 'Pain during',
  soreness: 'Soreness',
  aggravation: 'Symptoms worse',
  drowsy: 'Drowsy',
  dizzy: 'Dizzy',
  nausea: 'Nausea',
  sweating: 'Sweating',
  headache: 'Headache',
  emotional: 'Emotional',
  'skin-irritation': 'Skin irritation',
  'numbness-or-weakness': 'Numb or weak',
  breathlessness: 'Breathless',
  other: 'Other',
} satisfies Record<ReactionKind, string>

export const GRADE_WORDS = {
  mild: 'Mild',
  significant: 'Significant',
  serious: 'Serious',
} satisfies Record<ReactionGrade, string>

export const ALL_OUT_WORDS = {
  'felt-faint': 'Feels faint',
  'patient-asked': 'Patient asked',
  pain: 'Pain',
  other: 'Other',
} satisfies Record<AllOutReason, string>

export const AFTERCARE_HOW_WORDS = { told: 'Told', printed: 'Printed', sent: 'Sent' } satisfies Record<
  AftercareWay,
  string
>

/** What an undo would take back, after the word *Undo*. */
export const FACT_WORDS = {
  'session-opened': 'session opened',
  'time-out-confirmed': 'time-out',
  'position-changed': 'turn',
  'finding-noted': 'finding',
  'pain-scored': 'pain score',
  'site-planned': 'planned site',
  'plan-dropped': 'dropped plan',
  'needle-inserted': 'needle in',
  'needle-detailed': 'needle detail',
  'needle-removed': 'needle out',
  'needle-accounted': 'incident',
  'all-out-called': 'All out now',
  'checklist-ticked': 'checklist tick',
  'reaction-recorded': 'reaction',
  'no-reaction-confirmed': 'no reaction',
  'consent-reconfirmed': 'yes again to the consent',
  'consent-narrowed': 'withdrawal of a part of the consent',
  'consent-withdrawn': 'withdrawal of consent',
  'count-confirmed': 'count',
  'aftercare-given': 'aftercare',
  'entry-retracted': 'undo',
  'session-signed': 'signature',
  'addendum-added': 'addendum',
} satisfies Record<SessionFactKind, string>

/** @example sizeWords({ gaugeMm: 0.3, lengthMm: 50 }) // '0.30 × 50 mm' */
export function sizeWords(detail: Pick<NeedleDetail, 'gaugeMm' | 'lengthMm'>): string {
  if (detail.gaugeMm === null && detail.lengthMm === null) return 'size not recorded'
  if (detail.lengthMm === null) return `${detail.gaugeMm?.toFixed(2)} mm, length not recorded`
  if (detail.gaugeMm === null) return `${detail.lengthMm} mm long, gauge not recorded`
  return `${detail.gaugeMm.toFixed(2)} × ${detail.lengthMm} mm`
}

export function twitchWords(twitch: Twitch): string {
  switch (twitch.kind) {
    case 'not-looked-for':
      return 'not looked for'
    case 'unknown':
      return 'unknown'
    case 'none':
      return 'none'
    case 'seen':
      return twitch.count === null
        ? 'several'
        : (['', 'one', 'two', 'three', 'four'][twitch.count] ?? String(twitch.count))
  }
}

/** Minutes and seconds, such as `10 min 02 s`. */
export function spanWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}

/** A clock, such as `6:12`. */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** `2 needles`, `1 needle`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

export const OUTBOX_WORDS = {
  waiting: (count: number) => `${countWords(count, 'entry', 'entries')} saved here, not yet sent`,
  needsYou: (count: number) => `Needs you: ${countWords(count, 'entry', 'entries')}`,
} as const

export const UNSENT_WORDS = {
  title: 'Not sent yet',
  none: 'Everything that was charted on this device is on the server.',
  what: (count: number) =>
    `${countWords(count, 'entry', 'entries')} on this device only. What waits is sent as soon as the server can be reached.`,
  nameUnknown: 'Open the session',
  refused: 'Needs you',
  waiting: 'Waiting',
  passphrase: 'Passphrase of the file',
  passphraseHint: 'At least 12 characters. Without it nobody can read the file.',
  nothingToSave: 'There is nothing to save.',
  save: 'Save to a file',
  load: 'Take in from a file',
  fileName: (day: string) => `unknot-not-sent-${day}.json`,
  saved: (count: number) =>
    `${countWords(count, 'entry', 'entries')} saved. They stay on this device too; taken in elsewhere, each counts once.`,
  loaded: (count: number, others: number) =>
    `${countWords(count, 'entry', 'entries')} taken in, to be sent from here.${others > 0 ? ` ${countWords(others, 'entry is', 'entries are')} of somebody else: they sign in here and take the file in again.` : ''}`,
  fileProblems: {
    'not-such-a-file': 'That file is none of Unknot’s, or it is damaged. Nothing was taken in.',
    'newer-version': 'That file comes from a newer Unknot. Update this one first; nothing was taken in.',
    'wrong-passphrase': 'The passphrase does not open that file. Nothing was taken in.',
  },
} as const

export const PLACING_WORDS = {
  asked: (open: number) => (open === 0 ? 'Asked and answered here' : `Asked here: ${open} not answered`),
  notAnswered: 'Not answered',
  reason: 'Your reason to go on',
  reasonHint: 'A source advises against it. Your reason stands in the record.',
} as const

export const LATE_WORDS = {
  title: 'Late entries',
  what: (count: number) =>
    `${countWords(count, 'entry', 'entries')} came from a device after this session was signed. ${count === 1 ? 'It is' : 'They are'} not part of the record until an addendum says so.`,
  needlesLeft: (needles: string) =>
    `${needles} went in by these entries and did not come out. Find out now whether it is still in the body.`,
  came: (time: string) => `came ${time}`,
  draft: (lines: readonly string[]) => `Entered at the table, received after signing:\n${lines.join('\n')}`,
  addendum: 'Addendum that answers them',
  hint: 'Change the words where needed, or say why something is not taken over. The entries themselves are kept either way.',
  add: 'Add as an addendum',
  adding: 'Adding',
  refused: 'The addendum was not added. What you typed is still here: try again.',
} as const

/** The first aftercare sheet. Each line with its source in care/evidence; a line without one is unreviewed. */
export const AFTERCARE_SHEET = 'AC-1'
export const AFTERCARE_LINES: readonly { readonly words: string; readonly source: string | null }[] = [
  { words: 'An ache for up to three days is usual. Keep moving gently.', source: 'S68' },
  { words: 'A small bruise is normal for up to a week. Get help if it is tense or spreading.', source: null },
  { words: 'Do not drive while faint, drowsy or dizzy.', source: 'S54' },
  { words: 'Breathlessness or chest pain: call the emergency number at once.', source: 'S54' },
  { words: 'New numbness, weakness, fever or spreading redness: call us the same day.', source: 'S54' },
]

/** What is missing before a signature, and the part of the finish panel that mends it. */
export const MISSING_WORDS = {
  'needles-out': { words: 'A needle is still in the body', part: 'count' },
  count: { words: 'The count is not confirmed', part: 'count' },
  reaction: { words: 'Any reaction? is not answered', part: 'reaction' },
  'pain-after': { words: 'Pain after is not scored', part: 'pain' },
  aftercare: { words: 'Aftercare is not given', part: 'aftercare' },
} satisfies Record<MissingStep, { words: string; part: string }>

/** @example scopeWords('electrical') // 'Electrical current' */
export function scopeWords(scope: NarrowedScope): string {
  return scope === 'electrical' ? 'Electrical current' : REGION_WORDS[scope]
}

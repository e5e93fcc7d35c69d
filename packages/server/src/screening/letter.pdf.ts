/** A referral letter on paper, A4 or Letter: its words as they were edited, and below them the warning signs as they were asked. */
import type { AskedSign, Letter } from '@unknot/care/screening'
import type { CalendarDay, Instant } from '@unknot/care/kernel'
import { type Paper, PrintedPage, QUIET } from '../kernel/index.ts'
import type { StoredLetter } from './letter.store.ts'

export type PrintedLetter = {
  readonly letter: StoredLetter
  readonly clinic: { readonly name: string; readonly lines: readonly string[] }
  /** IANA, such as `Europe/Dublin`. */
  readonly timeZone: string
  readonly patient: { readonly name: string; readonly birthOn: CalendarDay; readonly number: number }
  /** Name and registration of the author. */
  readonly author: string
  readonly screenedAt: Instant
}

const TO: Readonly<Record<Letter, string>> = {
  'family-doctor': 'The family doctor',
  'emergency-department': 'The emergency department',
  specialist: 'The specialist',
}
const URGENCY = {
  'emergency-now': 'EMERGENCY: NOW',
  'same-day': 'TODAY',
  urgent: 'URGENT',
  routine: 'ROUTINE',
} as const
const ANSWER = { yes: 'YES', no: 'no', unknown: 'NOT KNOWN', 'not-asked': 'not asked' } as const

export async function letterPdf(printed: PrintedLetter, paper: Paper): Promise<Buffer> {
  const { letter, clinic, patient, timeZone } = printed
  const at = letter.issued?.at ?? letter.changedAt
  const page = new PrintedPage(paper, { title: letter.subject, author: clinic.name, at })
  const quiet = { size: 10, colour: QUIET, gap: 1 }
  page.write(clinic.name, { size: 13, weight: 600, gap: 1 })
  for (const line of clinic.lines) page.write(line, quiet)
  page.write([letter.recipientName, TO[letter.recipient]].filter(Boolean).join(', '), { size: 11, gap: 1, before: 18 })
  for (const line of letter.recipientAddress.split('\n').filter(Boolean)) page.write(line, { size: 11, gap: 1 })
  page.write(dayWords(at, timeZone), { size: 11, gap: 8, before: 14 })
  page.write(URGENCY[letter.urgency], { size: 11, weight: 600, gap: 2 })
  page.write(letter.subject, { size: 13, weight: 600, gap: 8 })
  for (const paragraph of letter.body.split(/\n{2,}/)) {
    for (const line of paragraph.split('\n')) page.write(line, { size: 11, gap: 2 })
    page.write('', { size: 4, gap: 3 })
  }
  page.keepTogether(80)
  page.write('Signed:', { size: 11, gap: 26, before: 8 })
  page.write(printed.author, { size: 11, gap: 6 })
  writeSigns(page, letter.asked, dayWords(printed.screenedAt, timeZone))
  const status = letter.issued ? '' : ' · DRAFT, not recorded as sent'
  return page.finish((number, count) => [
    `${clinic.name} · ${patient.name}, no. ${patient.number} · page ${number} of ${count}${status}`,
  ])
}

function writeSigns(page: PrintedPage, asked: readonly AskedSign[], screenedWords: string): void {
  page.keepTogether(120)
  page.write(`Warning signs, asked on ${screenedWords}`, { size: 12, weight: 600, gap: 4, before: 10 })
  // What was found comes first; the rest keeps the order in which it was asked.
  const weight = ({ answer }: AskedSign) => (answer === 'no' ? 1 : 0)
  for (const sign of asked.toSorted((a, b) => weight(a) - weight(b))) {
    const note = sign.note === '' ? '' : ` “${sign.note}”`
    const style = { size: 10, gap: 2, weight: sign.answer === 'no' ? 400 : 600 } as const
    page.write(`${sign.text} ${ANSWER[sign.answer]}.${note}`, style)
  }
}

function dayWords(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(new Date(at))
}

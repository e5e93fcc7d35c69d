/**
 * The patient's copy of a consent: the text exactly as agreed, the signature, who, when, and the withdrawal if there is one.
 *
 * The same consent gives the same bytes, so that a copy can be compared. Times are the clinic's; version and hash stand in
 * the foot of every page.
 */
import type {
  ConsentText,
  Interpreter,
  Representative,
  Signature,
  Withdrawal,
  WithdrawalScope,
} from '@unknot/care/consent'
import type { CalendarDay, Instant } from '@unknot/care/kernel'
import { type Paper, PrintedPage, QUIET } from '../kernel/index.ts'

export type ConsentCopy = {
  readonly clinicName: string
  /** IANA, such as `Europe/Dublin`. */
  readonly timeZone: string
  readonly patientName: string
  readonly patientBirthOn: CalendarDay
  readonly text: ConsentText
  readonly textHash: string
  readonly signature: Signature
  readonly representative: Representative | null
  readonly interpreter: Interpreter | null
  readonly givenAt: Instant
  readonly takenByName: string
  /** In the order in which they came. */
  readonly withdrawals: readonly (Withdrawal & { readonly recordedByName: string })[]
}

export async function consentCopyPdf(copy: ConsentCopy, paper: Paper): Promise<Buffer> {
  const title = `${copy.text.title}, ${copy.text.version}`
  const page = new PrintedPage(paper, { title, author: copy.clinicName, at: copy.givenAt })
  writeHead(page, copy)
  for (const part of copy.text.parts) {
    page.keepTogether(60)
    page.write(part.title, { weight: 600, size: 12, gap: 3, before: 9 })
    for (const { figure, text } of part.sentences) {
      // Texts of before DN-2.0 have no figures.
      page.write(figure ? `${figure}: ${text}` : text, { size: 10.5, gap: 3 })
    }
  }
  writeSignature(page, copy)
  return page.finish((number, count) => [
    `${copy.clinicName} · ${copy.patientName} · ${copy.text.version} · page ${number} of ${count}`,
    `SHA-256 of the text: ${copy.textHash}`,
  ])
}

function writeHead(page: PrintedPage, copy: ConsentCopy): void {
  page.write(copy.clinicName, { size: 10, colour: QUIET, gap: 2 })
  page.write(copy.text.title, { weight: 600, size: 20, gap: 6 })
  page.write(`Patient: ${copy.patientName}, born ${dayWords(copy.patientBirthOn)}`, { size: 11, gap: 4 })
  for (const { scope, at, by, reason, recordedByName } of copy.withdrawals) {
    const why = reason === '' ? '' : ` Reason: ${reason}`
    const when = timeWords(at, copy.timeZone)
    const words = `Withdrawn${scopeWords(scope)} by the ${by} on ${when}, recorded by ${recordedByName}.${why}`
    page.write(words, { weight: 600, size: 11, gap: 4 })
  }
}

function writeSignature(page: PrintedPage, copy: ConsentCopy): void {
  page.keepTogether(190)
  page.write('Signature', { weight: 600, size: 12, gap: 4, before: 12 })
  writeMark(page, copy.signature)
  for (const line of signedLines(copy)) page.write(line, { size: 10.5, gap: 2 })
}

function writeMark(page: PrintedPage, signature: Signature): void {
  const how = (words: string) => page.write(words, { size: 9, colour: QUIET, gap: 4 })
  switch (signature.kind) {
    case 'typed':
      page.write(signature.name, { size: 16, gap: 2 })
      return how('Signed by typing the name.')
    case 'spoken':
      page.write(`“${signature.words}”`, { size: 13, gap: 2 })
      return how(`Said by word of mouth. Heard by: ${signature.witness}.`)
    case 'strokes':
      page.strokes(signature, signature.strokes)
      return how('Signed by hand on the screen.')
  }
}

function signedLines(copy: ConsentCopy): readonly string[] {
  const { representative, interpreter, patientName } = copy
  const lines = [
    `Signed by: ${representative ? `${representative.name} (${representative.relation}), for ${patientName}` : patientName}`,
  ]
  if (representative) {
    const { because, authority, assent } = representative
    const why = because === 'under-age' ? 'is under age' : 'can’t decide alone'
    lines.push(`Because ${patientName} ${why}.${authority === '' ? '' : ` By right of: ${authority}.`}`)
    lines.push(
      assent === 'yes'
        ? `${patientName} was asked, too, and agrees.`
        : `Whether ${patientName} agrees was not recorded.`,
    )
  }
  if (interpreter) lines.push(`Interpreted into ${interpreter.language} by: ${interpreter.name}`)
  return [...lines, `On: ${timeWords(copy.givenAt, copy.timeZone)}`, `Explained by: ${copy.takenByName}`]
}

function scopeWords(scope: WithdrawalScope): string {
  if (scope === 'all') return ''
  const apart = { electrical: 'electrical current', student: 'a student who watches', photographs: 'pictures' } as const
  return ` for ${scope in apart ? apart[scope as keyof typeof apart] : `the region ${scope}`}`
}

function timeWords(at: Instant, timeZone: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone })
  return `${words.format(new Date(at))} (${timeZone})`
}

function dayWords(day: CalendarDay): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}

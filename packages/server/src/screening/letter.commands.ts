/** Writing a letter, changing it while it is in the house, and recording how it left. */
import type { ClinicId, Instant, LetterId } from '@unknot/care/kernel'
import { err, ok, type Result } from '@unknot/care/kernel'
import { checkLetter, type LetterProblem, type LetterWords } from '@unknot/care/screening'
import type { Queries } from '../kernel/index.ts'
import {
  addLetter,
  changeLetterRow,
  findLetter,
  type Issue,
  issueLetterRow,
  type StoredLetter,
} from './letter.store.ts'

export type WriteLetterProblem = LetterProblem | { readonly code: 'letter-id-reused' }
export type ChangeLetterProblem =
  | LetterProblem
  | { readonly code: 'not-there' }
  | { readonly code: 'letter-issued' }
  | { readonly code: 'letter-changed-meanwhile'; readonly version: number }

export async function writeLetter(
  queries: Queries,
  clinic: ClinicId,
  letter: Omit<StoredLetter, 'version' | 'issued' | 'changedAt'>,
): Promise<Result<StoredLetter, WriteLetterProblem>> {
  // Sent again after a lost answer.
  const known = await findLetter(queries, clinic, letter.id)
  if (known) return known.screening === letter.screening ? ok(known) : err({ code: 'letter-id-reused' })
  const problem = checkLetter(letter)
  if (problem) return err(problem)
  if (!(await addLetter(queries, clinic, letter))) return err({ code: 'letter-id-reused' })
  return ok({ ...letter, version: 1, changedAt: letter.writtenAt, issued: null })
}

export async function changeLetter(
  queries: Queries,
  clinic: ClinicId,
  command: { readonly letter: LetterId; readonly version: number; readonly words: LetterWords; readonly at: Instant },
): Promise<Result<StoredLetter, ChangeLetterProblem>> {
  const problem = checkLetter(command.words)
  if (problem) return err(problem)
  const { letter } = command
  return (await changeLetterRow(queries, clinic, letter, command))
    ? await found(queries, clinic, letter)
    : err(await whyNot(queries, clinic, letter))
}

export async function issueLetter(
  queries: Queries,
  clinic: ClinicId,
  command: { readonly letter: LetterId; readonly version: number; readonly issue: Issue },
): Promise<Result<StoredLetter, ChangeLetterProblem>> {
  const { letter } = command
  return (await issueLetterRow(queries, clinic, letter, command))
    ? await found(queries, clinic, letter)
    : err(await whyNot(queries, clinic, letter))
}

async function found(queries: Queries, clinic: ClinicId, letter: LetterId) {
  const known = await findLetter(queries, clinic, letter)
  return known ? ok(known) : err({ code: 'not-there' } as const)
}

async function whyNot(queries: Queries, clinic: ClinicId, letter: LetterId): Promise<ChangeLetterProblem> {
  const known = await findLetter(queries, clinic, letter)
  if (!known) return { code: 'not-there' }
  return known.issued ? { code: 'letter-issued' } : { code: 'letter-changed-meanwhile', version: known.version }
}

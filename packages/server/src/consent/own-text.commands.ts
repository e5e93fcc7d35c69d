/** Writing and publishing the clinic's own consent text, and which text is in force. */
import { type ConsentTemplate, ownTemplate, type OwnTextProblem, STANDARD_TEMPLATE } from '@unknot/care/consent'
import { type ClinicId, type ConsentTextId, err, type Instant, must, ok, type Result } from '@unknot/care/kernel'
import type { Queries } from '../kernel/index.ts'
import {
  addText,
  changeText,
  findText,
  listTexts,
  type OwnText,
  publishedText,
  publishText,
  type TextChange,
} from './own-text.store.ts'

export type TextProblem =
  | OwnTextProblem
  | { readonly code: 'not-there' }
  | { readonly code: 'text-id-reused' }
  | { readonly code: 'text-published' }
  | { readonly code: 'text-changed-meanwhile'; readonly revision: number }

/** The template in force: the clinic's newest published one, or the standard. */
export async function templateInForce(queries: Queries, clinic: ClinicId): Promise<ConsentTemplate> {
  const own = await publishedText(queries, clinic)
  if (!own) return STANDARD_TEMPLATE
  const made = ownTemplate(must(own.version, 'a published text has a version'), own)
  // The standard may have learned to tell more since: then its own words are the safer ones until the owner adds them.
  return made.ok ? made.value : STANDARD_TEMPLATE
}

export async function draftText(
  queries: Queries,
  clinic: ClinicId,
  id: ConsentTextId,
  change: TextChange,
): Promise<Result<OwnText, TextProblem>> {
  await addText(queries, clinic, id, change)
  const known = await findText(queries, clinic, id)
  // Sent again after a lost answer it is there already; another one under its id is not it.
  return known?.title === change.title ? ok(known) : err({ code: 'text-id-reused' })
}

/** A draft may be unfinished; it is judged when it is published. */
export async function changeDraft(
  queries: Queries,
  clinic: ClinicId,
  id: ConsentTextId,
  change: TextChange & { readonly revision: number },
): Promise<Result<OwnText, TextProblem>> {
  const isChanged = await changeText(queries, clinic, id, change)
  return answer(queries, clinic, id, isChanged)
}

export async function publishDraft(
  queries: Queries,
  clinic: ClinicId,
  id: ConsentTextId,
  { revision, at }: { readonly revision: number; readonly at: Instant },
): Promise<Result<OwnText, TextProblem>> {
  const draft = await findText(queries, clinic, id)
  if (!draft) return err({ code: 'not-there' })
  if (draft.publishedAt) return err({ code: 'text-published' })
  const publishedCount = (await listTexts(queries, clinic)).filter(({ publishedAt }) => publishedAt !== null).length
  const version = `OWN-${publishedCount + 1}`
  const made = ownTemplate(version, draft)
  if (!made.ok) return made
  return answer(queries, clinic, id, await publishText(queries, clinic, id, { revision, version, at }))
}

async function answer(
  queries: Queries,
  clinic: ClinicId,
  id: ConsentTextId,
  isDone: boolean,
): Promise<Result<OwnText, TextProblem>> {
  const known = await findText(queries, clinic, id)
  if (!known) return err({ code: 'not-there' })
  if (isDone) return ok(known)
  if (known.publishedAt) return err({ code: 'text-published' })
  return err({ code: 'text-changed-meanwhile', revision: known.revision })
}

/**
 * The clinic's own version of the consent. CON-9: it says in its own words whatever the standard text must tell, in the part
 * where it belongs; it promises nothing; and a sentence that isn't the standard's is unreviewed, since we know no source for it.
 */
import { err, hasControlCharacter, ok, type Result } from '../kernel/index.ts'
import type { TemplateSentence, When } from './sentence.ts'
import { type ConsentTemplate, STANDARD_TEMPLATE } from './text.ts'
import type { TemplatePart } from './text-parts.ts'

export type OwnSentence = Pick<TemplateSentence, 'figure' | 'text' | 'tells' | 'when'>
export type OwnPart = Pick<TemplatePart, 'id' | 'title' | 'when'> & { readonly sentences: readonly OwnSentence[] }
export type OwnDraft = { readonly title: string; readonly parts: readonly OwnPart[] }

export type OwnTextProblem =
  /** What no text may leave out: the key, and how the standard text says it. */
  | { readonly code: 'telling-missing'; readonly tells: string; readonly standard: string }
  | { readonly code: 'word-forbidden'; readonly word: string; readonly sentence: string }
  | { readonly code: 'placeholder-unknown'; readonly placeholder: string }
  | { readonly code: 'part-named-twice'; readonly part: string }
  | { readonly code: 'part-empty'; readonly part: string }

/** Safety.md 9: what needling isn't shown to be or do. */
const FORBIDDEN = /\b(?:proven|guarantee\w*|resets?|toxins?|painless|safe depth|no side effects|cures?|heals?)\b/i
const PLACEHOLDERS = new Set(['regions', 'emergencyNumber', 'trainingHours'])

type Telling = { readonly partWhen: When; readonly sentence: TemplateSentence }

/** Everything that must be told, with the part that it belongs to. */
const TELLINGS: ReadonlyMap<string, Telling> = new Map(
  STANDARD_TEMPLATE.parts.flatMap((part) =>
    part.sentences.flatMap((sentence) =>
      sentence.tells === null ? [] : [[sentence.tells, { partWhen: part.when, sentence }] as const],
    ),
  ),
)

/** The template that the draft makes under that version, or why it can't be published. */
export function ownTemplate(version: string, draft: OwnDraft): Result<ConsentTemplate, OwnTextProblem> {
  const problem = draftProblem(draft)
  if (problem) return err(problem)
  const parts = draft.parts.map((part) => ({ ...part, sentences: part.sentences.map(sourced) }))
  return ok({ version, language: STANDARD_TEMPLATE.language, title: draft.title, parts })
}

function draftProblem({ title, parts }: OwnDraft): OwnTextProblem | null {
  for (const [index, part] of parts.entries()) {
    if (parts.findIndex(({ id }) => id === part.id) !== index) return { code: 'part-named-twice', part: part.id }
  }
  const all = [title, ...parts.flatMap((part) => [part.title, ...part.sentences.map(({ text }) => text)])]
  for (const words of all) {
    const forbidden = FORBIDDEN.exec(words)?.[0]
    if (forbidden) return { code: 'word-forbidden', word: forbidden, sentence: words }
    const unknown = [...words.matchAll(/\{([^}]*)\}/g)].find(([, name]) => !PLACEHOLDERS.has(name ?? ''))
    if (unknown) return { code: 'placeholder-unknown', placeholder: unknown[0] }
  }
  const empty = parts.find((part) => !part.sentences.some(({ text }) => hasWords(text)))
  return tellingProblem(parts) ?? (empty ? { code: 'part-empty', part: empty.title } : null)
}

/** A risk of the lungs told in the part about the thigh would reach nobody whom it concerns. */
function tellingProblem(parts: readonly OwnPart[]): OwnTextProblem | null {
  for (const [tells, { partWhen, sentence }] of TELLINGS) {
    const isTold = parts.some(
      (part) =>
        (part.when === partWhen || part.when === 'always') &&
        part.sentences.some(
          (own) =>
            own.tells === tells &&
            (own.when === sentence.when || own.when === 'always') &&
            hasWords(own.text) &&
            placeholdersOf(sentence.text).every((name) => own.text.includes(name)),
        ),
    )
    if (!isTold) return { code: 'telling-missing', tells, standard: sentence.text }
  }
  return null
}

const hasWords = (text: string) => /\p{L}/u.test(text) && !hasControlCharacter(text)
const placeholdersOf = (text: string) => [...text.matchAll(/\{[^}]*\}/g)].map(([name]) => name)

/** A sentence that is the standard's word by word has the standard's sources; any other one has none that we know. */
function sourced(own: OwnSentence): TemplateSentence {
  const same = STANDARD_TEMPLATE.parts
    .flatMap(({ sentences }) => sentences)
    .find(({ text, figure }) => text === own.text && figure === own.figure)
  return { ...own, sources: same?.sources ?? [], unreviewed: same?.unreviewed ?? true }
}

/** The standard text as a draft to start from. */
export function draftOf({ title, parts }: ConsentTemplate): OwnDraft {
  return {
    title,
    parts: parts.map(({ id, title: head, when, sentences }) => ({
      id,
      title: head,
      when,
      sentences: sentences.map(({ figure, text, tells, when: each }) => ({ figure, text, tells, when: each })),
    })),
  }
}

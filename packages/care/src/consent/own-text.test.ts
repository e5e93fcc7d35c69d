import { expect, test } from 'vitest'
import { must } from '../kernel/index.ts'
import { draftOf, type OwnDraft, ownTemplate } from './own-text.ts'
import { STANDARD_TEMPLATE } from './text.ts'

const standard = draftOf(STANDARD_TEMPLATE)
type Sentence = OwnDraft['parts'][number]['sentences'][number]

function changed(change: (sentence: Sentence) => Sentence | null): OwnDraft {
  const parts = standard.parts.map((part) => ({
    ...part,
    sentences: part.sentences.map(change).filter((sentence) => sentence !== null),
  }))
  return { ...standard, parts }
}
const told = standard.parts.flatMap(({ sentences }) => sentences.flatMap(({ tells }) => (tells ? [tells] : [])))

test('CON-9 the standard text as a draft can be published, with the sources that it has', () => {
  const made = ownTemplate('OWN-1', standard)
  expect(made).toMatchObject({ ok: true, value: { version: 'OWN-1' } })
  expect(made.ok && made.value.parts).toEqual(STANDARD_TEMPLATE.parts)
})

test.each(told)('CON-9 a text that does not tell %s is not published', (tells) => {
  const draft = changed((sentence) => (sentence.tells === tells ? null : sentence))
  expect(ownTemplate('OWN-1', draft)).toMatchObject({ ok: false, problem: { code: 'telling-missing', tells } })
  // Told, but where it reaches nobody whom it concerns.
  const sentence = must(
    standard.parts.flatMap(({ sentences }) => sentences).find((each) => each.tells === tells),
    'it is told',
  )
  const parts = [...draft.parts, { id: 'elsewhere', title: 'Elsewhere', when: 'written-by-law', sentences: [sentence] }]
  expect(ownTemplate('OWN-1', { ...draft, parts } as OwnDraft)).toMatchObject({ problem: { code: 'telling-missing' } })
})

test('CON-9 told in words of its own it is published, without sources and unreviewed', () => {
  const draft = changed((sentence) =>
    sentence.tells === 'do-nothing' ? { ...sentence, text: 'Waiting is fine, too.' } : sentence,
  )
  const made = ownTemplate('OWN-1', draft)
  const own = made.ok && made.value.parts.flatMap(({ sentences }) => sentences).find((s) => s.tells === 'do-nothing')
  expect(own).toMatchObject({ text: 'Waiting is fine, too.', sources: [], unreviewed: true })
})

test.each([
  'It is proven.',
  'It resets the nerves.',
  'We guarantee relief.',
  'A painless needle.',
  'It flushes toxins.',
])('CON-9 “%s” is not said', (text) => {
  const draft = changed((sentence) => (sentence.tells === 'what-it-is' ? { ...sentence, text } : sentence))
  expect(ownTemplate('OWN-1', draft)).toMatchObject({ problem: { code: 'word-forbidden', sentence: text } })
})

test('CON-9 placeholders are those that are filled in, and the emergency number keeps its own', () => {
  const odd = changed((sentence) => (sentence.tells === 'copy' ? { ...sentence, text: 'Ask {name}.' } : sentence))
  expect(ownTemplate('OWN-1', odd)).toMatchObject({ problem: { code: 'placeholder-unknown', placeholder: '{name}' } })
  const bare = changed((sentence) =>
    sentence.tells === 'emergency-number' ? { ...sentence, text: 'Call an ambulance.' } : sentence,
  )
  expect(ownTemplate('OWN-1', bare)).toMatchObject({ problem: { code: 'telling-missing', tells: 'emergency-number' } })
})

test('CON-9 a part stands once and says something', () => {
  const [first] = standard.parts
  const twice = { ...standard, parts: [...standard.parts, must(first, 'a part')] }
  expect(ownTemplate('OWN-1', twice)).toMatchObject({ problem: { code: 'part-named-twice' } })
  const hollow = { id: 'own', title: 'Ours', when: 'always', sentences: [] } as const
  expect(ownTemplate('OWN-1', { ...standard, parts: [...standard.parts, hollow] })).toMatchObject({
    problem: { code: 'part-empty' },
  })
})

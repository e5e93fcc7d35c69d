import { draftOf, STANDARD_TEMPLATE } from '@unknot/care/consent'
import { expect, test } from 'vitest'
import { editedOf, partsOf } from './own-text.ts'

const { parts } = draftOf(STANDARD_TEMPLATE)
const sorted = (list: readonly { readonly text: string }[]) => list.toSorted((a, b) => (a.text < b.text ? -1 : 1))

test('edited and left alone, a text has the same sentences, what must be told first', () => {
  const back = partsOf(editedOf(parts))
  expect(back.map(({ id }) => id)).toEqual(parts.map(({ id }) => id))
  for (const [index, part] of back.entries()) {
    expect(sorted(part.sentences)).toEqual(sorted(parts[index]?.sentences ?? []))
  }
})

test('a line with a bar is a rate, an empty line is none, an emptied telling is left out', () => {
  const [edited] = editedOf(parts.slice(0, 1))
  if (!edited) throw new Error('a part')
  const told = edited.told.map((sentence) => ({ ...sentence, text: ' ' }))
  const [part] = partsOf([{ ...edited, told, more: '1 in 3 | a yawn.\n\n  Plain. ', kept: [] }])
  expect(part?.sentences).toEqual([
    { figure: '1 in 3', text: 'a yawn.', tells: null, when: 'always' },
    { figure: null, text: 'Plain.', tells: null, when: 'always' },
  ])
})

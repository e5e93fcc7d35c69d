import { expect, test } from 'vitest'
import { CITATIONS } from './citations.ts'
import { cite, isCited } from './cite.ts'

test('each citation has an id of its own, a title, a publisher and what it says', () => {
  expect(new Set(CITATIONS.map((citation) => citation.id)).size).toBe(CITATIONS.length)
  for (const citation of CITATIONS) {
    expect(citation.id).toMatch(/^S\d+b?$/)
    expect(citation.title.length, citation.id).toBeGreaterThan(3)
    expect(citation.authors.length, citation.id).toBeGreaterThan(2)
    expect(citation.saysWhat, citation.id).toMatch(/[.!]$/)
    if (citation.year !== null) expect(citation.year).toBeGreaterThan(1970)
  }
})

test('nothing is called reviewed that nobody has reviewed', () => {
  for (const { id, reviewedOn, reviewedBy } of CITATIONS) {
    expect(reviewedOn, id).toBeNull()
    expect(reviewedBy, id).toBeNull()
  }
})

test("a clinic's page is never more than weak", () => {
  for (const citation of CITATIONS.filter(({ kind }) => kind === 'clinic-page')) expect(citation.certainty).toBe('weak')
})

test('a source is found by its id, and an unknown id is a bug', () => {
  expect(cite('S41').title).toContain('Manual')
  expect(isCited('S999')).toBe(false)
  expect(() => cite('S999')).toThrow('no citation S999')
})

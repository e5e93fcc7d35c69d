import { expect, test } from 'vitest'
import { type FhirItem, fhirQuestionnaire } from './fhir-questionnaire.ts'
import { QUESTION_IDS } from './questions.ts'

function flat(items: readonly FhirItem[]): readonly FhirItem[] {
  return items.flatMap((item) => [item, ...flat(item.item ?? [])])
}

test('every question is in the questionnaire once, and each branch hangs on a question that is there', () => {
  const items = flat(fhirQuestionnaire().item)
  const ids = items.map(({ linkId }) => linkId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of QUESTION_IDS) expect(ids).toContain(id)
  for (const { enableWhen = [], enableBehavior } of items) {
    for (const when of enableWhen as readonly { question: string }[]) expect(ids).toContain(when.question)
    // R4 asks for a behaviour as soon as there are two conditions.
    if (enableWhen.length > 1) expect(enableBehavior).toBe('any')
  }
})

test('a choice says its answers, a group none, and a question that a stop hangs on is required', () => {
  for (const { linkId, type, answerOption } of flat(fhirQuestionnaire().item)) {
    expect((answerOption?.length ?? 0) > 0, linkId).toBe(type === 'choice')
  }
  const items = flat(fhirQuestionnaire().item)
  expect(items.find(({ linkId }) => linkId === 'saddle-numbness')).toMatchObject({ type: 'choice', required: true })
  expect(items.find(({ linkId }) => linkId === 'pregnancy-weeks')).toMatchObject({
    type: 'integer',
    enableWhen: [{ question: 'pregnant', operator: '=', answerCoding: { code: 'Y' } }],
  })
})

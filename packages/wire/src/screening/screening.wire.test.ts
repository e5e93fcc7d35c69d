import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { screeningRoutes } from './index.ts'

const id = '0193a000-0000-7000-8000-000000000001'
const body = screeningRoutes.screenPatient.body

test('answers may be few, with a note and with regions', () => {
  const answers = {
    lymphoedema: { answer: 'yes', regions: ['thigh'], note: ' left leg ' },
    pregnant: { answer: 'unknown' },
  }
  const parsed = body.parse({ id, answers })
  expect(parsed.answers.lymphoedema?.note).toBe('left leg')
  expect(Object.keys(parsed.answers)).toEqual(['lymphoedema', 'pregnant'])
})

test.each([
  ['a question that does not exist', { id, answers: { 'saddle-numbnes': { answer: 'yes' } } }],
  ['an answer outside yes, no, unknown', { id, answers: { pregnant: { answer: 'maybe' } } }],
  ['a blank as an answer', { id, answers: { pregnant: { answer: null } } }],
  ['a boolean as an answer', { id, answers: { pregnant: true } }],
  ['an unknown field', { id, answers: {}, mayNeedle: true }],
  ['an unknown region', { id, answers: { lymphoedema: { answer: 'yes', regions: ['toe'] } } }],
  ['a control character in a note', { id, answers: { pregnant: { answer: 'no', note: 'a\u0000b' } } }],
])('%s is refused', (_what, bad) => {
  expect(body.safeParse(bad).success).toBe(false)
})

test('every schema of the table can be shown as JSON Schema', () => {
  for (const route of Object.values(screeningRoutes)) {
    for (const schema of ['body', 'answer', 'params'] as const) {
      const found = (route as Partial<Record<typeof schema, z.ZodMiniType>>)[schema]
      if (found) expect(z.toJSONSchema(found, { io: 'input' })).toHaveProperty('type', 'object')
    }
  }
})

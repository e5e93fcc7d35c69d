import { idOf, defineRoutes, text } from '@unknot/wire/kernel'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { descriptionPage } from './description-page.ts'
import { openApi } from './openapi.ts'

const routes = defineRoutes({
  read: {
    method: 'GET',
    path: '/api/things/:thing',
    access: ['owner'],
    summary: 'Read <a> thing',
    params: z.strictObject({ thing: idOf() }),
    query: z.strictObject({ limit: z.optional(z.string()) }),
    answer: z.object({ name: z.string(), depthMm: z.nullable(z.number()) }),
  },
  write: {
    method: 'POST',
    path: '/api/things',
    access: 'public',
    summary: 'Write',
    body: z.strictObject({ name: text({ min: 1, max: 9 }) }),
    status: 201,
    answer: z.object({ ok: z.boolean() }),
  },
})
const document = openApi(Object.values(routes), '1.2.3')

test('each route is described with its path, parameters, security, answer and problems', () => {
  const read = document.paths['/api/things/{thing}']?.['get'] as { responses: Record<string, { content?: object }> }
  expect(read).toMatchObject({
    operationId: 'get-things-by-thing',
    security: [{ token: [] }, { cookie: [] }],
    parameters: [
      { name: 'thing', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      { name: 'limit', in: 'query', required: false },
    ],
  })
  const { responses } = read
  expect(Object.keys(responses)).toEqual(['200', '401', '403', '404', '429', '500', '503', '400'].sort())
  expect(responses['404']?.content).toEqual({
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  })
})

test('a body says its limits and that unknown fields are refused', () => {
  const write = document.paths['/api/things']?.['post'] as { requestBody: { content: object }; security: [] }
  expect(write.security).toEqual([])
  expect(write.requestBody.content).toMatchObject({
    'application/json': {
      schema: { type: 'object', properties: { name: { type: 'string', maxLength: 9 } }, additionalProperties: false },
    },
  })
})

test('the page shows every route, needs no script and escapes what it is given', () => {
  const page = descriptionPage(document)
  expect(page).toContain('GET /api/things/{thing}')
  expect(page).toContain('POST /api/things')
  expect(page).toContain('Read &#60;a&#62; thing')
  expect(page).not.toContain('<script')
})

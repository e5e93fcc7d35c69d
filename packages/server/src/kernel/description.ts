/** The API's description: `/api/openapi.json` for programs, `/api/docs` for people. Made once, when first asked for. */
import { readFileSync } from 'node:fs'
import { descriptionPage } from './description-page.ts'
import { openApi } from './openapi.ts'
import type { App } from './room.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

export function serveDescription({ http, served }: App): void {
  let made: { json: string; page: string } | null = null
  const description = () => {
    if (made) return made
    const document = openApi(served, version)
    made = { json: JSON.stringify(document), page: descriptionPage(document) }
    return made
  }
  http.get('/api/openapi.json', async (_, reply) =>
    reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(description().json),
  )
  http.get('/api/docs', async (_, reply) =>
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(description().page),
  )
}

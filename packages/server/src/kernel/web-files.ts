/** The built web app: files with a hash in their name are kept for ever, pages are asked for anew each time. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NOT_THERE } from './problem.ts'
import type { App } from './room.ts'
import { sendRefusal } from './send-refusal.ts'

const WEB_FOLDER = new URL('../../../web/dist/', import.meta.url)

/** Serves the folder, and the app's page for every address that a person may type or bookmark; else a 404 as a problem. */
export async function serveWeb({ http }: App, folder: URL | null | undefined): Promise<void> {
  const root = folder === undefined ? WEB_FOLDER : folder
  const page = root && existsSync(new URL('index.html', root)) ? await readFile(new URL('index.html', root)) : null
  const sendPage = (reply: FastifyReply) =>
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
  http.setNotFoundHandler((request, reply) => {
    if (page && isForPerson(request)) return sendPage(reply.code(200))
    return sendRefusal(request, reply, { code: 'not-there', ...NOT_THERE })
  })
  if (!root || !page) return
  await http.register(fastifyStatic, {
    root: fileURLToPath(root),
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = /[\\/]assets[\\/].*-[\w-]{8,}\.\w+$/.test(path)
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  http.get('/', async (_, reply) => sendPage(reply))
}

function isForPerson(request: FastifyRequest): boolean {
  const path = request.url.split('?', 1)[0] ?? ''
  const isPage = request.method === 'GET' || request.method === 'HEAD'
  const isApp = !path.startsWith('/api/') && path !== '/api' && !/\.\w{1,8}$/.test(path)
  return isPage && isApp && (request.headers.accept ?? '').includes('text/html')
}

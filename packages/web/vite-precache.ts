/** Writes into the built service worker which files it keeps: all that the app is made of, each with its fingerprint. */
import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

export function precache(): Plugin {
  let folder = ''
  return {
    name: 'precache',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir)
    },
    closeBundle: () => {
      const worker = join(folder, 'sw.js')
      const files = globSync('**/*.{js,css,html,svg,png,woff2,webmanifest}', { cwd: folder })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file !== 'sw.js')
        .sort()
      const entries = files.map((file) => ({ url: `/${file}`, revision: fingerprint(join(folder, file)) }))
      const source = readFileSync(worker, 'utf8')
      const written = source.replace('self.__WB_MANIFEST', JSON.stringify(entries))
      if (written === source) throw new Error('the service worker names no place for its list')
      writeFileSync(worker, written)
    },
  }
}

function fingerprint(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 20)
}

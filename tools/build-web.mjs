/** Builds the web app when its sources changed since the last build. */
// @ts-check
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node, root } from './install.mjs'

const built = join(root, 'packages', 'web', 'dist', '.built')

/** A fingerprint of everything that the bundle is made from. */
function fingerprint() {
  const hash = createHash('sha256')
  const sources = globSync(
    [
      'packages/{care,wire,web}/src/**/*.*',
      'packages/web/{index.html,vite*.ts}',
      'packages/web/public/**/*.*',
      'package-lock.json',
    ],
    { cwd: root },
  )
  for (const file of sources.filter((name) => !/\.(test|prop\.test)\.tsx?$/.test(name)).sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function buildIfStale() {
  const wanted = fingerprint()
  if (existsSync(built) && readFileSync(built, 'utf8') === wanted) return
  console.log('Building the web app…')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  // The app first: it empties the folder.
  for (const config of ['vite.config.ts', 'vite.self-check.config.ts']) {
    const ran = spawnSync(node, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
      cwd: join(root, 'packages', 'web'),
      stdio: 'inherit',
    })
    if (ran.status !== 0) {
      console.error('The web app could not be built: see the messages above.')
      process.exit(1)
    }
  }
  writeFileSync(built, wanted)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildIfStale()

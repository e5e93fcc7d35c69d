/** `npm run rules -w packages/server`: writes docs/rules from the rules. A version that was written once keeps its fingerprint. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { RULES_VERSION } from '@unknot/care/screening'
import { rulesFingerprint, rulesPage } from './rules-docs.ts'

const folder = new URL('../../../../docs/rules/', import.meta.url)
const versionsFile = new URL('versions.json', folder)
mkdirSync(folder, { recursive: true })
const versions = readVersions()
const known = versions[RULES_VERSION]
if (known !== undefined && known !== rulesFingerprint()) {
  console.error(
    `The rules have changed since ${RULES_VERSION} was written down: raise RULES_VERSION in care/src/screening/rules.ts.`,
  )
  process.exitCode = 1
} else {
  writeFileSync(versionsFile, `${JSON.stringify({ ...versions, [RULES_VERSION]: rulesFingerprint() }, null, 2)}\n`)
  writeFileSync(new URL('screening.md', folder), rulesPage())
}

function readVersions(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(versionsFile, 'utf8')) as Record<string, string>
  } catch {
    // The first time there is none.
    return {}
  }
}

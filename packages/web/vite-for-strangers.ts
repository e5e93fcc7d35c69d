/**
 * The clinic's screening as a stranger's browser gets it: the same rules and the same code, without what it never reads there.
 *
 * Left out are the words for clinicians, the questions' own words (the page holds them), the muscles (a stranger has no plan of
 * needles) and the names of medicines (a stranger writes no text). `self-check-build.test.ts` shows that it judges alike.
 */
import type { Plugin } from 'vite'

const NEVER = 'throw new Error("not for strangers")'
const STANDS_FOR: Readonly<Record<string, string>> = {
  'atlas/index.ts': `export { REGIONS } from './site.ts'
export function muscleById() { ${NEVER} }
export function regionOf() { ${NEVER} }`,
  'screening/medicines/read.ts': `export function readMedicines() { ${NEVER} }`,
}
/** Of a rule these go: nobody shows them to a stranger. */
const FOR_CLINICIANS = new Set(['clinician', 'label', 'say', 'clearance', 'changes'])

/** A node of the syntax tree as far as it is read here. */
type Node = {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

export function forStrangers(): Plugin {
  return {
    name: 'for-strangers',
    enforce: 'pre',
    load(id) {
      const path = id.replaceAll('\\', '/')
      const name = Object.keys(STANDS_FOR).find((end) => path.endsWith(`/care/src/${end}`))
      return name === undefined ? null : STANDS_FOR[name]
    },
    transform(code, id) {
      if (!/\/care\/src\/screening\/(?:rules|questions)-[a-z-]+\.ts$/.test(id.replaceAll('\\', '/'))) return null
      const cuts: [number, number, string][] = []
      eachNode(this.parse(code, { lang: 'ts' }) as unknown as Node, (node) => cuts.push(...cutsIn(node)))
      return { code: cuts.sort((a, b) => b[0] - a[0]).reduce(cut, code), map: null }
    },
  }
}

const cut = (code: string, [start, end, instead]: [number, number, string]) =>
  code.slice(0, start) + instead + code.slice(end)

/** In `rule(id, when, disposition, words)` and `question(id, group, text, why, …)`. */
function cutsIn(node: Node): [number, number, string][] {
  if (node.type !== 'CallExpression') return []
  const args = node['arguments'] as readonly Node[]
  const called = (node['callee'] as Node)['name']
  if (called === 'question') return args.slice(2, 4).map(({ start, end }) => [start, end, "''"])
  if (called !== 'rule') return []
  const properties = ((args[3]?.['properties'] ?? []) as readonly Node[]).filter((property) =>
    FOR_CLINICIANS.has(String((property['key'] as Node)['name'])),
  )
  return properties.map(({ start, end, key }) => {
    const name = String((key as Node)['name'])
    return [start, end, `${name}: ${name === 'changes' ? '[]' : name === 'clearance' ? 'undefined' : "''"}`]
  })
}

function eachNode(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) eachNode(each, visit)
  } else if (value !== null && typeof value === 'object') {
    if ('type' in value && 'start' in value) visit(value as Node)
    for (const each of Object.values(value)) eachNode(each, visit)
  }
}

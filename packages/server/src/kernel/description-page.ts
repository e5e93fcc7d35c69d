/** The API's description as a page: plain HTML made from the same document, no script, readable by keyboard and screen reader. */
import type { OpenApi } from './openapi.ts'

type Json = Readonly<Record<string, unknown>>
type Operation = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly security: readonly unknown[]
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: Json
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> }
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: Json }>> }
    >
  >
}
type Entry = { readonly method: string; readonly path: string; readonly operation: Operation }

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d2a2e, #e9eef0); --soft: light-dark(#4a5b61, #b3c1c6); --paper: light-dark(#fbfaf7, #14191b); --line: light-dark(#d8dcd8, #374146); --code: light-dark(#f1f0ea, #1d2427); --link: light-dark(#0b5a6b, #8fd3e3) }
body { font: 1rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
a { color: var(--link) } h1, h2, h3 { line-height: 1.25; text-wrap: balance } h2 { margin-top: 3rem; text-transform: capitalize } h3 { font-size: 1.05rem; margin: 0 }
section.route { border-top: 1px solid var(--line); padding: 1.25rem 0 }
code, pre { font: 0.9rem/1.5 ui-monospace, monospace } pre { background: var(--code); padding: 0.75rem 1rem; overflow-x: auto; border-radius: 6px }
p { margin: 0.4rem 0 } .soft { color: var(--soft) } summary { cursor: pointer; min-height: 2rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--line) }
nav ul { columns: 16rem; padding-left: 1.2rem } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px }`

export function descriptionPage(document: OpenApi): string {
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method,
      path,
      operation: operation as unknown as Operation,
    })),
  )
  const tags = [...new Set(entries.flatMap(({ operation }) => operation.tags))]
  const info = document.info as { title: string; version: string; summary: string; description: string }
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Unknot: the API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>
<body><header><h1>Unknot: the API</h1>
<p>${inline(info.summary)}</p><p>${inline(info.description)}</p>
<p>Version ${escape(info.version)}. For programs: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p></header>
<nav aria-label="Contents"><ul>${tags.map((tag) => `<li><a href="#${escape(tag)}">${escape(tag)}</a></li>`).join('')}</ul></nav>
<main>${tags.map((tag) => group(tag, entries)).join('\n')}</main></body></html>
`
}

function group(tag: string, entries: readonly Entry[]): string {
  const ours = entries.filter(({ operation }) => operation.tags.includes(tag))
  return `<h2 id="${escape(tag)}">${escape(tag)}</h2>\n${ours.map(route).join('\n')}`
}

function route({ method, path, operation }: Entry): string {
  const id = escape(operation.operationId)
  const who =
    operation.security.length === 0 ? 'For anybody.' : (operation.description ?? 'For everybody who is signed in.')
  const body = operation.requestBody?.content['application/json']?.schema
  const answers = Object.entries(operation.responses)
  const [status, success] = answers.find(([code]) => code.startsWith('2')) ?? ['', undefined]
  const answer = success?.content?.['application/json']?.schema
  return `<section class="route" aria-labelledby="${id}">
<h3 id="${id}"><code>${method.toUpperCase()} ${escape(path)}</code></h3>
<p>${escape(operation.summary)}</p><p class="soft">${escape(who)} Answers ${escape(status)}.</p>
${operation.parameters.length > 0 ? parameters(operation) : ''}
${body ? shape('Body', body, operation) : ''}${answer ? shape('Answer', answer, operation) : ''}
<details><summary>Refusals<span hidden> of ${escape(operation.summary)}</span></summary><table><thead><tr><th scope="col">Status</th><th scope="col">When</th></tr></thead><tbody>${answers
    .filter(([code]) => !code.startsWith('2'))
    .map(([code, { description }]) => `<tr><td>${escape(code)}</td><td>${inline(description)}</td></tr>`)
    .join('')}</tbody></table></details>
</section>`
}

function parameters(operation: Operation): string {
  const rows = operation.parameters.map(
    (one) =>
      `<tr><td><code>${escape(one.name)}</code></td><td>${one.in}${one.required ? '' : ', may be left out'}</td><td>${escape(typeOf(one.schema))}</td></tr>`,
  )
  return `<table><thead><tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">What</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** A long shape scrolls, so the keyboard must be able to reach it. */
function shape(name: string, schema: Json, operation: Operation): string {
  const label = `${name} of ${operation.summary}`
  return `<details><summary>${name}</summary><pre tabindex="0" role="region" aria-label="${escape(label)}">${escape(outline(schema, ''))}</pre></details>`
}

/** A schema as a person would sketch it. */
function outline(schema: Json, indent: string): string {
  const { properties, required, items, anyOf } = schema as {
    properties?: Record<string, Json>
    required?: readonly string[]
    items?: Json
    anyOf?: readonly Json[]
  }
  if (properties) {
    const deeper = `${indent}  `
    const lines = Object.entries(properties).map(
      ([name, property]) => `${deeper}${name}${required?.includes(name) ? '' : '?'}: ${outline(property, deeper)}`,
    )
    return `{\n${lines.join('\n')}\n${indent}}`
  }
  if (items) return `list of ${outline(items, indent)}`
  const options = anyOf ?? (schema['oneOf'] as readonly Json[] | undefined)
  if (options) return options.map((one) => outline(one, indent)).join(' or ')
  return typeOf(schema)
}

function typeOf(schema: Json): string {
  const {
    type,
    format,
    enum: values,
    minimum,
    maximum,
    minLength,
    maxLength,
  } = schema as Readonly<Record<string, string>>
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ')
  const limits = [
    minimum === undefined || Number(minimum) < -1e15 ? '' : `from ${minimum}`,
    maximum === undefined || Number(maximum) > 1e15 ? '' : `to ${maximum}`,
    minLength === undefined ? '' : `at least ${minLength} characters`,
    maxLength === undefined ? '' : `at most ${maxLength} characters`,
  ].filter(Boolean)
  return [format ?? type ?? 'anything', ...limits].join(', ')
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function inline(text: string): string {
  return escape(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

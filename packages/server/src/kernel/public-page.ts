/** What all public pages share: head, navigation, foot. Static HTML, readable without script. */
import { Html, html } from './html.ts'
import { PUBLIC_STYLE } from './public-style.ts'

export type PublicPage = {
  readonly title: string
  readonly description: string
  /** Its address, such as `/questions/does-it-hurt`. */
  readonly path: string
  readonly main: Html
  /** One line above the foot's links: whom the page is for and who has reviewed it. */
  readonly foot: Html
  /** Beside `en`: for search engines, as schema.org has it. */
  readonly structured?: object
  /** A page that can do more with script: its file, from our own origin, and the look of what it adds. */
  readonly island?: { readonly script: string; readonly style: string }
}

/** The pages that stand in the head, in order. */
const NAVIGATION = [
  { path: '/questions/what-is-it', words: 'What it is' },
  { path: '/questions/does-it-hurt', words: 'Does it hurt?' },
  { path: '/questions/how-soon', words: 'How soon?' },
  { path: '/atlas', words: 'Atlas' },
  { path: '/self-check', words: 'Is it right for me?' },
] as const

export function publicPage({ title, description, path, main, foot, structured, island }: PublicPage): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="${description}">
<meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:description" content="${description}">
<link rel="icon" href="/knot.svg" type="image/svg+xml">${structured === undefined ? null : structuredData(structured)}<style>${new Html(PUBLIC_STYLE)}${island === undefined ? null : new Html(island.style)}</style>${island === undefined ? null : html`<script type="module" src="${island.script}"></script>`}</head>
<body><a class="skip" href="#main">To the text</a>
<header class="wide head"><a class="logo" href="/questions"><svg viewBox="0 0 26 26" aria-hidden="true"><path d="M3 13c4-9 8-9 10 0s6 9 10 0"/><path d="M3 13c3 5 6 6 8 3M23 13c-3-5-6-6-8-3"/></svg>Unknot</a>
<nav aria-label="Pages">${NAVIGATION.map((page) => navigationLink(page, path))}</nav></header>
<main id="main" class="wide">${main}</main>
<footer class="foot"><div class="wide">${foot}</div></footer>
</body></html>
`.text
}

function navigationLink(page: (typeof NAVIGATION)[number], path: string): Html {
  const current = page.path === path ? new Html(' aria-current="page"') : null
  return html`<a href="${page.path}"${current}>${page.words}</a>`
}

/** A data block, no script: nothing in it can end it early. */
function structuredData(data: object): Html {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  return new Html(`<script type="application/ld+json">${text}</script>`)
}

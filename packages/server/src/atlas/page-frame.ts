/** What all atlas pages share: head, search, foot. Readable without script. */
import { Html, html } from './html.ts'
import { PAGE_STYLE } from './page-style.ts'

export type Page = { readonly title: string; readonly description: string; readonly main: Html }

export function pageOf({ title, description, main }: Page): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="${description}">
<link rel="icon" href="/knot.svg" type="image/svg+xml"><style>${new Html(PAGE_STYLE)}</style></head>
<body><a class="skip" href="#main">To the text</a>
<header class="wide head"><a class="logo" href="/"><svg viewBox="0 0 26 26" aria-hidden="true"><path d="M3 13c4-9 8-9 10 0s6 9 10 0"/><path d="M3 13c3 5 6 6 8 3M23 13c-3-5-6-6-8-3"/></svg>Unknot</a>
<nav aria-label="Pages"><a href="/atlas">Atlas of muscles</a></nav></header>
<main id="main" class="wide">${main}</main>
<footer class="foot"><div class="wide"><p>For clinicians and students. It supports a clinician’s decision and doesn’t make it; it is no instruction for needling. No physiotherapist has reviewed the atlas yet. What no source supports is marked <span class="un">unreviewed</span>.</p></div></footer>
</body></html>
`.text
}

/** The search: a form that works without script. */
export function searchForm(query: string): Html {
  return html`<form class="find" role="search" action="/atlas" method="get"><div><label for="q">A muscle, or where it hurts</label>
<input id="q" name="q" type="search" value="${query}" maxlength="200" autocomplete="off"></div><button class="btn">Find</button></form>`
}

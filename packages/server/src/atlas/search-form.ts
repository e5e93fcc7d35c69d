/** What the atlas's pages share: the search, and whom they are for. */
import { type Html, html } from '../kernel/index.ts'

/** A form that works without script. */
export function searchForm(query: string): Html {
  return html`<form class="find" role="search" action="/atlas" method="get"><div><label for="q">A muscle, or where it hurts</label>
<input id="q" name="q" type="search" value="${query}" maxlength="200" autocomplete="off"></div><button class="btn">Find</button></form>`
}

export const ATLAS_FOOT: Html = html`<p>For clinicians and students. It supports a clinician’s decision and doesn’t make it; it is no instruction for needling. No physiotherapist has reviewed the atlas yet. What no source supports is marked <span class="un">unreviewed</span>.</p>`

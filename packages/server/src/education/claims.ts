/** Sentences on a page: each with how sure we are beside it, its sources opened in place below. */
import { CERTAINTY_WORDS, type Claim, type ClaimCertainty } from '@unknot/care/education'
import { type Citation, cite } from '@unknot/care/evidence'
import { type Html, html } from '../kernel/index.ts'

/** How many of four dots are full. What is no finding has none. */
const DOTS: Readonly<Partial<Record<ClaimCertainty, number>>> = { high: 4, moderate: 3, low: 2, 'very-low': 1 }

export function sureMark({ certainty, unreviewed }: Pick<Claim, 'certainty' | 'unreviewed'>): Html {
  const full = DOTS[certainty]
  const dots =
    full === undefined
      ? null
      : html`<i class="dots" aria-hidden="true">${[1, 2, 3, 4].map((dot) => html`<b class="${dot <= full ? 'on' : ''}"></b>`)}</i>`
  const mark = unreviewed ? html` <span class="un">unreviewed</span>` : null
  return html`<span class="sure">${dots}${CERTAINTY_WORDS[certainty]}${mark}</span>`
}

/** As lines of text, points or steps. */
export function claimLines(claims: readonly Claim[], as: 'text' | 'list' | 'steps'): Html {
  const lines = claims.map((claim) => html`<li><span>${claim.text}</span>${sureMark(claim)}</li>`)
  return as === 'steps'
    ? html`<ol class="claims steps">${lines}</ol>`
    : html`<ul class="claims ${as === 'text' ? 'plain' : ''}">${lines}</ul>`
}

/** The sources of some sentences, once each. Null when there are none. */
export function sourcesOf(claims: readonly Claim[]): Html | null {
  const ids = [...new Set(claims.flatMap(({ sources }) => sources))]
  if (ids.length === 0) return null
  const citations = ids.map((id) => cite(id))
  return html`<details class="src"><summary>${ids.length === 1 ? '1 source' : `${ids.length} sources`}</summary><ul>${citations.map((citation) => sourceLine(citation))}</ul></details>`
}

/** One source as a list item; with `at` it can be found on the page by that id. */
export function sourceLine({ authors, year, title, link, saysWhat }: Citation, at: string | null = null): Html {
  const address = link === null ? null : addressOf(link)
  const name = html`${authors}${year === null ? '' : ` (${year})`}. ${title}.`
  const id = at === null ? null : html` id="${at}"`
  return html`<li${id}>${address === null ? name : html`<a href="${address}" rel="noreferrer">${name}</a>`} <span class="q">${saysWhat}</span></li>`
}

/** Addresses, DOIs and numbers of PubMed Central become links; others stay words. */
function addressOf(link: string): string | null {
  if (/^https?:\/\//.test(link)) return link
  if (/^10\.\d{4,9}\/\S+$/.test(link)) return `https://doi.org/${link}`
  return /^PMC\d+$/.test(link) ? `https://www.ncbi.nlm.nih.gov/pmc/articles/${link}/` : null
}

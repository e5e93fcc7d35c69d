/** The atlas's first page: the search with what it found, then every muscle by the part of the body. */
import {
  findBySymptom,
  findMuscles,
  MUSCLES,
  type Muscle,
  muscleFacts,
  factSupport,
  REGIONS,
  type SymptomAnswer,
} from '@unknot/care/atlas'
import { type Html, html, type PublicPage } from '../kernel/index.ts'
import { ATLAS_FOOT, searchForm } from './search-form.ts'

const TRIES = ['QL', 'pain like sciatica without numbness', 'headache behind the eye', 'tailbone', 'multifidus']

export function findPage(query: string): PublicPage {
  const found = query.trim() === '' ? null : resultsOf(query)
  return {
    path: '/atlas',
    foot: ATLAS_FOOT,
    title: query.trim() === '' ? 'Atlas of muscles · Unknot' : `${query.trim()} · Atlas of muscles · Unknot`,
    description: 'The muscles of back, neck, shoulder and hip: what each does, where its pain goes and what lies near.',
    main: html`<h1>Atlas of muscles</h1>
<p class="lead">What each muscle does, where its pain goes, what it is taken for, what lies near a needle, and what we don’t know.</p>
${searchForm(query.trim())}
${found ?? tries()}
<h2>All ${MUSCLES.length} muscles</h2><div class="regions">${REGIONS.map(regionList)}</div>`,
  }
}

function tries(): Html {
  const links = TRIES.map((text) => html`<li><a href="/atlas?q=${encodeURIComponent(text)}">${text}</a></li>`)
  return html`<p class="q">Any name or short form, a symptom or a place. For example:</p><ul class="tries">${links}</ul>`
}

function resultsOf(query: string): Html {
  const named = findMuscles(query).map(({ muscle }) => muscle)
  const symptoms = findBySymptom(query)
  const others = symptoms.matches.filter(({ muscle }) => !named.includes(muscle))
  if (named.length === 0 && others.length === 0) {
    return html`<section aria-label="Found"><h2>Nothing found</h2>${nerveNote(symptoms)}
<p>No muscle of the atlas has that name, and none is described with those words. Try one word for the place, such as <i>groin</i>, or a muscle’s short form.</p>${tries()}</section>`
  }
  return html`<section aria-label="Found">${nerveNote(symptoms)}${named.length === 0 ? null : byName(named)}${others.length === 0 ? null : bySymptom(others)}</section>`
}

function byName(muscles: readonly Muscle[]): Html {
  return html`<h2>By name</h2><ul class="hits">${muscles.map(
    (muscle) => html`<li>${linkTo(muscle)}<p>${muscleFacts(muscle.id).actions.join(', ')}</p></li>`,
  )}</ul>`
}

function bySymptom(matches: SymptomAnswer['matches']): Html {
  const lines = matches.map(({ muscle, met }) => {
    const taken = met.filter(({ field }) => field === 'symptomsMimicked').map(({ text }) => text)
    const felt = met.find(({ field }) => field === 'referralPattern')
    return html`<li>${linkTo(muscle)}${taken.length === 0 ? null : line('May be taken for', taken.join(', '), muscle, 'symptomsMimicked')}${felt === undefined ? null : line('Felt', felt.text, muscle, 'referralPattern')}</li>`
  })
  return html`<h2>By symptom or place</h2><p class="q">Muscles whose pain is described so. This is for looking up; it is no diagnosis.</p><ul class="hits">${lines}</ul>`
}

function line(what: string, text: string, muscle: Muscle, field: 'symptomsMimicked' | 'referralPattern'): Html {
  const mark = factSupport(muscle, field).review === 'cited' ? null : html` <span class="un">unreviewed</span>`
  return html`<p><span class="q">${what}:</span> ${text}${mark}</p>`
}

/** A muscle's pain alone doesn't explain a sign of a nerve. Common knowledge; no source is read for it yet. */
function nerveNote({ nerveSign }: SymptomAnswer): Html | null {
  if (nerveSign === null) return null
  return html`<div class="card bad"><h2>You wrote: ${nerveSign}</h2><p>A muscle’s pain alone doesn’t explain it. Have the nerves examined first; weakness that is new or gets worse, or numbness between the legs, at once. <span class="un">unreviewed</span></p></div>`
}

function linkTo(muscle: Muscle): Html {
  return html`<a href="/atlas/${muscle.id}">${muscle.name}</a>`
}

function regionList(region: (typeof REGIONS)[number]): Html {
  const muscles = MUSCLES.filter((muscle) => muscle.region === region)
  if (muscles.length === 0) return html``
  return html`<section><h3>${region}</h3><ul>${muscles.map((muscle) => html`<li>${linkTo(muscle)}</li>`)}</ul></section>`
}

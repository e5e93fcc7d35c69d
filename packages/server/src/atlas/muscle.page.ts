/** One muscle's page: names, picture, what it does, where its pain goes, what lies near, how it is reached, what we don't know. */
import {
  type AtlasSource,
  atlasSource,
  dangerOf,
  type FactField,
  factSupport,
  layerName,
  type Muscle,
  muscleAliases,
  type MuscleDanger,
  type MuscleFacts,
  muscleFacts,
  MUSCLES,
  regionOf,
} from '@unknot/care/atlas'
import { type Html, html, type PublicPage } from '../kernel/index.ts'
import { painPicture, pictureOf } from './muscle-picture.ts'
import { ATLAS_FOOT, searchForm } from './search-form.ts'

export function musclePage(muscle: Muscle): PublicPage {
  const facts = muscleFacts(muscle.id)
  const danger = dangerOf(muscle.id)
  return {
    path: `/atlas/${muscle.id}`,
    foot: ATLAS_FOOT,
    title: `${muscle.name} · Atlas of muscles · Unknot`,
    description: `${muscle.name}: ${facts.actions.join(', ')}. Where its pain goes, what lies near, how it is reached, with sources.`,
    main: html`<p class="crumb"><a href="/atlas">Atlas of muscles</a></p>
<article class="cols"><header>${headOf(muscle, danger)}</header>
<aside>${pictureOf(muscle)}</aside>
<div>${whatItDoes(muscle, facts)}
${itsPain(muscle, facts)}
${whatLiesNear(muscle, danger)}
${howReached(muscle)}
${whatGoesWithIt(muscle, facts)}
${whatIsUnreviewed(muscle)}
${codesOf(muscle)}
<h2>Look for another</h2>${searchForm('')}${nextOnes(muscle)}</div></article>`,
  }
}

function headOf(muscle: Muscle, { tiers }: MuscleDanger): Html {
  const own = [muscle.name, muscle.fullName, muscle.latinName, muscle.id].map((name) => name.toLowerCase())
  const others = muscleAliases(muscle.id).filter((name) => !own.includes(name.toLowerCase()))
  return html`<h1>${muscle.name}</h1><p class="latin" lang="la">${muscle.latinName}</p>
${tiersOf(tiers)}
<dl><dt>Also written</dt><dd>${others.join(', ')}</dd><dt>Part of the body</dt><dd>${regionOf(muscle.id)}, ${layerName(muscle.layer)}</dd></dl>`
}

const TIER_WORDS = { high: 'High', caution: 'Caution', standard: 'Standard' } as const

/** `High at L1 and L2. Caution at L3 to S4.` A tier is a shape and a word before it is a colour. */
function tiersOf(tiers: MuscleDanger['tiers']): Html {
  const runs: { tier: keyof typeof TIER_WORDS; levels: string[] }[] = []
  for (const { tier, level } of tiers) {
    const last = runs.at(-1)
    if (last?.tier === tier) last.levels.push(level ?? '')
    else runs.push({ tier, levels: [level ?? ''] })
  }
  const lines = runs.map(({ tier, levels }) => {
    const where =
      levels[0] === '' ? '' : levels.length === 1 ? ` at ${levels[0]}` : ` at ${levels[0]} to ${levels.at(-1)}`
    return html`<li class="tier ${tier}"><i aria-hidden="true"></i>${TIER_WORDS[tier]}${where}</li>`
  })
  return html`<p class="q">How much is near a needle, from muscle and level alone:</p><ul class="tiers">${lines}</ul>`
}

function whatItDoes(muscle: Muscle, facts: MuscleFacts): Html {
  return html`<h2>What it does</h2>${list(facts.actions)}${support(muscle, 'actions')}
<dl><dt>From</dt><dd>${facts.origin}${mark(muscle, 'origin')}</dd><dt>To</dt><dd>${facts.insertion}${mark(muscle, 'insertion')}</dd><dt>Nerve</dt><dd>${facts.nerve}${mark(muscle, 'nerve')}</dd><dt>Felt best</dt><dd>${facts.palpationPosition}${mark(muscle, 'palpationPosition')}</dd></dl>${support(muscle, 'origin')}`
}

function itsPain(muscle: Muscle, facts: MuscleFacts): Html {
  return html`<h2>Where its pain goes</h2><p>${facts.referralPattern}</p>${support(muscle, 'referralPattern')}${painPicture(muscle)}
<h2>What it may be taken for</h2><p class="q">And the other way round: each of these has to be thought of first.</p>${list(facts.symptomsMimicked)}${support(muscle, 'symptomsMimicked')}`
}

function whatLiesNear(muscle: Muscle, danger: MuscleDanger): Html {
  const rules = danger.findings.map(
    ({ says, levels, sources, isUnreviewed }) =>
      html`<li>${says}${levels.length === 0 ? null : html` <span class="q">(${rangeOf(levels)})</span>`}${isUnreviewed ? UNREVIEWED : null}${sourcesOf(sources.map(atlasSource))}</li>`,
  )
  return html`<h2>What lies near</h2><ul>${danger.atRisk.map(
    ({ structure, consequence }) => html`<li><b>${structure}</b>: ${consequence}</li>`,
  )}</ul>${support(muscle, 'atRisk')}
<p>${muscle.riskReason}.${mark(muscle, 'riskReason')}</p>
${rules.length === 0 ? null : html`<h3>What holds, or may hold, for a needle here</h3><ul>${rules}</ul>`}
${danger.conflicts.map(
  ({ about, sides, soWhat }) =>
    html`<div class="card bad"><h3>The sources contradict each other</h3><p>${about}:</p><ul>${sides.map(figureLine)}</ul><p>${soWhat}</p></div>`,
)}
${danger.figures.length === 0 ? null : html`<h3>What was found</h3><ul>${danger.figures.map(figureLine)}</ul>`}
<p class="q">Build, spine, lungs, pregnancy and hardware change all this. Unknot asks for them before a needle goes in.</p>`
}

function figureLine({ says, n, of, source }: MuscleDanger['figures'][number]): Html {
  const { title, url } = atlasSource(source)
  return html`<li>${says} <span class="q">(${n === null ? of : `${n.toLocaleString('en')} ${of}`})</span> <a href="${url}" rel="noreferrer">${shortTitle(title)}</a></li>`
}

function howReached(muscle: Muscle): Html {
  const { position, technique, typicalNeedleLengthMm, direction, avoid } = muscle.needling
  const [from, to] = typicalNeedleLengthMm
  return html`<h2>How it is reached</h2>
<dl><dt>Position</dt><dd>${position}${mark(muscle, 'needling.position')}</dd>
<dt>Grip</dt><dd>${technique === 'pincer' ? 'lifted between the fingers' : 'flat, not lifted'}${mark(muscle, 'needling.technique')}</dd>
<dt>Needles taught</dt><dd>${from} to ${to} mm long. Not a depth: how deep depends on the body.${mark(muscle, 'needling.typicalNeedleLengthMm')}</dd>
<dt>Direction</dt><dd>${direction}${mark(muscle, 'needling.direction')}</dd></dl>
<div class="card bad"><h3>Avoid</h3><p>${avoid}${mark(muscle, 'needling.avoid')}</p></div>${support(muscle, 'needling.avoid')}`
}

function whatGoesWithIt(muscle: Muscle, facts: MuscleFacts): Html {
  return html`<h2>What goes with it</h2><p class="q">Needling works beside exercise, not instead of it.</p>
<dl><dt>Stretch</dt><dd>${facts.stretch}${mark(muscle, 'stretch')}</dd><dt>Strengthen</dt><dd>${facts.strengthen}${mark(muscle, 'strengthen')}</dd><dt>Every day</dt><dd>${facts.postureAdvice}${mark(muscle, 'postureAdvice')}</dd></dl>`
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  actions: 'what it does',
  nerve: 'its nerve',
  origin: 'where it begins',
  insertion: 'where it ends',
  palpationPosition: 'how it is felt',
  referralPattern: 'where its pain goes',
  symptomsMimicked: 'what it may be taken for',
  stretch: 'the stretch',
  strengthen: 'the exercise',
  postureAdvice: 'the advice for every day',
  atRisk: 'part of what lies near',
  riskTier: 'the tier',
  riskReason: 'the reason for the tier',
  'needling.position': 'the position',
  'needling.technique': 'the grip',
  'needling.typicalNeedleLengthMm': 'the needle lengths',
  'needling.direction': 'the direction',
}

function whatIsUnreviewed({ unreviewed }: Muscle): Html {
  const words = unreviewed.map((field) => {
    const [, name = field, rest = ''] = /^([\w.]+)(.*)$/.exec(field) ?? []
    return `${FIELD_WORDS[name] ?? name}${rest}`
  })
  return html`<h2>What is unreviewed</h2><p>No source that we could open supports these yet, or nobody has compared them: ${words.join('; ')}.</p>`
}

function codesOf(muscle: Muscle): Html {
  const { fma, uberon, note } = muscle.codes
  return html`<h2>Codes</h2><dl><dt>FMA</dt><dd>${fma ?? 'none found'}</dd><dt>UBERON</dt><dd>${uberon ?? 'none found'}</dd></dl>${note === null ? null : html`<p class="q">${note}.</p>`}${sourcesOf([...(fma === null ? [] : ['BP3D']), ...(uberon === null ? [] : ['UB'])].map(atlasSource))}`
}

function nextOnes(muscle: Muscle): Html {
  const beside = MUSCLES.filter((other) => other.region === muscle.region && other.id !== muscle.id)
  return html`<p class="q">Muscles of the same part:</p><ul class="tries">${beside.map(
    (other) => html`<li><a href="/atlas/${other.id}">${other.name}</a></li>`,
  )}</ul>`
}

const UNREVIEWED = html` <span class="un">unreviewed</span>`

/** Says so where a fact has no source, in whole or in part. */
function mark(muscle: Muscle, field: FactField): Html | null {
  const { review } = factSupport(muscle, field)
  if (review === 'cited') return null
  return review === 'unreviewed' ? UNREVIEWED : html` <span class="un">partly unreviewed</span>`
}

/** What a fact rests on, opened in place, or that it is unreviewed. */
function support(muscle: Muscle, field: FactField): Html {
  const { review, sources } = factSupport(muscle, field)
  if (review === 'unreviewed') return html`<p>${UNREVIEWED}</p>`
  return html`${mark(muscle, field)}${sourcesOf(sources.map(atlasSource))}`
}

function sourcesOf(sources: readonly AtlasSource[]): Html | null {
  if (sources.length === 0) return null
  return html`<details class="src"><summary>${sources.length === 1 ? 'Source' : `${sources.length} sources`}</summary><ul>${sources.map(
    ({ title, url }) => html`<li><a href="${url}" rel="noreferrer">${title}</a></li>`,
  )}</ul></details>`
}

/** `Williams 2023` of `Williams 2023, Multifidi thoracolumbar cadaver, …`. */
function shortTitle(title: string): string {
  return title.split(/[,(:]/)[0]?.trim() ?? title
}

function rangeOf(levels: readonly string[]): string {
  return levels.length < 3 ? levels.join(', ') : `${levels[0]} to ${levels.at(-1)}`
}

function list(words: readonly string[]): Html {
  return html`<ul>${words.map((word) => html`<li>${word}</li>`)}</ul>`
}

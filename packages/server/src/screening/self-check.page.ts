/**
 * "Is it right for me?" as a page: whole without script, as questions to think about; with script they are asked one at a time.
 *
 * Every word of the self-check stands here, so that its script stays small: questions in the lists, outcomes in templates.
 */
import { cite } from '@unknot/care/evidence'
import { type PublicQuestion, publicQuestion } from '@unknot/care/education'
import { must } from '@unknot/care/kernel'
import {
  findQuestion,
  OUTCOME_WORDS,
  type Point,
  type QuestionId,
  rulesReading,
  SCREENING_RULES,
  SELF_CHECK_PARTS,
  STOP_WORDS,
  WEIGHING,
} from '@unknot/care/screening'
import {
  claimLines,
  type Place,
  publicFoot,
  sourceLine,
  sourcesOf,
  sureMark,
  warningSigns,
} from '../education/index.ts'
import { type Html, html, type PublicPage } from '../kernel/index.ts'
import { SELF_CHECK_STYLE } from './self-check.style.ts'

/** The numbers that a telephone dials: a clinic may write them with spaces. */
const dialled = (emergencyNumber: string) => emergencyNumber.replaceAll(/[^\d+]/g, '')

export function selfCheckPage(place: Place): PublicPage {
  return {
    title: 'Is dry needling right for me? · Unknot',
    description: 'Warning signs and health questions to go through before dry needling. Your answers stay with you.',
    path: '/self-check',
    foot: publicFoot(place),
    island: { script: '/self-check.js', style: SELF_CHECK_STYLE },
    main: html`<article><header><p class="crumb"><a href="/questions">All questions</a></p><h1>Is dry needling right for me?</h1>
<p class="privacy">Your answers stay on this phone or computer. Nothing is sent. Nothing is kept, unless you press keep.</p></header>
<div id="ask"><p class="q">Read the questions below. Where script is on, you can answer them here, one at a time.</p></div>
<div data-at="start asking">${warningSigns(place)}</div>
<div data-at="start">${SELF_CHECK_PARTS.map(questionsOf)}<p>Did you say yes, or not sure, to a warning sign? See a doctor first. Yes to something else? Tell the clinician before any needle.</p></div>
<div data-at="start done"><h2>To weigh</h2><div class="three">${WEIGHING.map(weighed)}</div>${takeAlong(must(publicQuestion('is-it-right-for-me'), 'the question is there'))}
<p class="q sm">This is no diagnosis, and it does not ask all. A clinician asks again, and more, before any needle. No clinician has reviewed these words yet.</p></div>
<div data-at="start"><details class="src"><summary>All sources of the questions</summary><ul>${citedIds().map((id) => sourceLine(cite(id), `source-${id}`))}</ul></details></div>
${templates(place)}</article>`,
  }
}

function questionsOf({ id, title, questions }: (typeof SELF_CHECK_PARTS)[number]): Html {
  return html`<section id="${id}"><h2>${title}</h2><ul class="asked">${questions.map(questionLine)}</ul></section>`
}

/** A follow-up may stand far from its question, or be read without it. */
const ONLY_IF: Readonly<Record<string, string>> = {
  'leg-weaker': 'If a leg gets weaker: ',
  pregnant: 'If you are pregnant: ',
}

/** The script reads its words from here. */
function questionLine(id: QuestionId): Html {
  const { text, why, onlyIf } = must(findQuestion(id), `a question ${id}`)
  return html`<li id="q-${id}"><b>${onlyIf === null ? null : must(ONLY_IF[onlyIf], `words for ${onlyIf}`)}${text}</b> <span>${why}</span></li>`
}

function weighed({ id, title, points }: (typeof WEIGHING)[number]): Html {
  const claims = points.map(({ claim }) => claim)
  return html`<section id="${id}"><h2>${title}</h2><ul class="claims">${points.map(pointLine)}</ul>${sourcesOf(claims)}</section>`
}

function pointLine({ claim, when }: Point): Html {
  const only = when === undefined ? null : html` data-when="${when}"`
  return html`<li${only}><span>${claim.text}</span>${sureMark(claim)}</li>`
}

function takeAlong({ parts }: PublicQuestion): Html {
  const listed = must(
    parts.find(({ isList }) => isList),
    'the questions to take along',
  )
  return html`<section id="take-along"><h2>${listed.title}</h2>${claimLines(listed.claims, 'list')}</section>`
}

/** What the script shows when it is time to: not read aloud, not shown before. */
function templates(place: Place): Html {
  const stops = Object.entries(STOP_WORDS).map(([urgency, { title, claims }]) => {
    const call = urgency === 'urgent' ? null : callLine(place)
    return told(
      `stop-${urgency}`,
      title,
      html`${urgency === 'emergency-now' ? call : null}${claimLines(claims, 'text')}${urgency === 'same-day' ? call : null}`,
    )
  })
  const outcomes = Object.entries(OUTCOME_WORDS).map(([outcome, { title, claims }]) =>
    told(`outcome-${outcome}`, title, claimLines(claims, 'text')),
  )
  return html`${stops}${outcomes}`
}

const told = (id: string, title: string, body: Html) =>
  html`<template id="${id}"><h2 id="asked" tabindex="-1">${title}</h2>${body}</template>`

function callLine({ clinic }: Place): Html {
  if (clinic === null) return html`<p><b>Emergency: call the emergency number of your country.</b></p>`
  const { emergencyNumber } = clinic
  return html`<p><a class="btn link call" href="tel:${dialled(emergencyNumber)}">Emergency: call ${emergencyNumber}</a></p>`
}

/** The sources of every rule that a question of the self-check can make hold. */
function citedIds(): readonly string[] {
  const asked = SELF_CHECK_PARTS.flatMap(({ questions }) => questions)
  const rules = new Set(asked.flatMap((id) => rulesReading(id)))
  return [...new Set(SCREENING_RULES.filter(({ id }) => rules.has(id)).flatMap(({ sources }) => sources))]
}

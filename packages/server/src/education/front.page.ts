/** The front page: what it is in two sentences, the three things that people ask first, all questions, and what we won't say. */
import { type Claim, PUBLIC_QUESTIONS, publicQuestion, type PublicQuestion } from '@unknot/care/education'
import { muscleById } from '@unknot/care/atlas'
import { must } from '@unknot/care/kernel'
import { pictureOf } from '../atlas/index.ts'
import { type Html, html, type PublicPage } from '../kernel/index.ts'
import { sourcesOf, sureMark } from './claims.ts'
import { type Place, publicFoot, warningSigns } from './place.ts'

const FIRST_ASKED = ['how-may-it-help', 'does-it-hurt', 'how-soon'] as const

/** Said elsewhere, and supported by no study that we found: see the claim checker. */
const NOT_SAID = [
  'That needles reset your nerves or wash out toxins.',
  'That a twitch means it worked.',
  'That you need to keep coming for it to last.',
  'That nothing can go wrong.',
] as const

export function frontPage(place: Place): PublicPage {
  return {
    title: 'Dry needling for back pain: what we know, and what we don’t · Unknot',
    description: 'Honest answers about dry needling of back pain, each with how sure we are and where it comes from.',
    path: '/questions',
    foot: publicFoot(place),
    main: html`<div class="cols front"><header><h1>Dry needling for back pain: what we know, and what we don’t</h1>
<p class="lead">A thin needle goes into a sore muscle, for minutes or less. Some people ache less for a while. It goes with exercise, and does not take its place.</p>
<p class="acts"><a class="btn link" href="/self-check">Is it right for me?</a> <a class="btn link plain" href="/questions/does-it-hurt">Does it hurt?</a></p></header>
<aside>${pictureOf(must(muscleById('lumbar-multifidus'), 'the atlas has the multifidus'))}</aside></div>
<div class="three">${FIRST_ASKED.map(first)}</div>
<h2>All questions</h2><ol class="all">${PUBLIC_QUESTIONS.map(lineOf)}</ol>
<section class="two"><h2>What we will not tell you</h2><ul class="rows">${NOT_SAID.map((words) => html`<li>${words}</li>`)}</ul></section>
${warningSigns(place)}`,
  }
}

function first(id: (typeof FIRST_ASKED)[number]): Html {
  const question = must(publicQuestion(id), `a question ${id}`)
  const claim: Claim = must(question.short[0], 'a question has its short answer')
  const rest = question.short.slice(1).map(({ text }) => text)
  return html`<section><h2><a href="/questions/${id}">${question.question}</a></h2><p>${[claim.text, ...rest].join(' ')}</p>${sureMark(claim)}${sourcesOf(question.short)}</section>`
}

function lineOf({ id, question, short }: PublicQuestion): Html {
  return html`<li><a href="/questions/${id}">${question}</a><span class="q">${short[0]?.text ?? ''}</span></li>`
}

/** One question's page: the honest answer first, then what is known and what isn't, then what to read next. */
import { PUBLIC_QUESTIONS, type PublicQuestion, WRITTEN_ON } from '@unknot/care/education'
import { muscleById } from '@unknot/care/atlas'
import { must } from '@unknot/care/kernel'
import { pictureOf } from '../atlas/index.ts'
import { type Html, html, type PublicPage } from '../kernel/index.ts'
import { claimLines, sourcesOf, sureMark } from './claims.ts'
import { needlePicture } from './needle-picture.ts'
import { type Place, publicFoot, warningSigns } from './place.ts'

export function questionPage(question: PublicQuestion, place: Place): PublicPage {
  const { id, short, parts, more } = question
  return {
    title: `${question.question} · Unknot`,
    description: short.map(({ text }) => text).join(' '),
    path: `/questions/${id}`,
    foot: publicFoot(place),
    structured: {
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      mainEntity: [
        {
          '@type': 'Question',
          name: question.question,
          acceptedAnswer: { '@type': 'Answer', text: short.map(({ text }) => text).join(' ') },
        },
      ],
    },
    main: html`<article class="cols"><header><p class="crumb"><a href="/questions">All questions</a></p><h1>${question.question}</h1>
${short.map((claim) => html`<p class="lead">${claim.text}</p>${sureMark(claim)}`)}${sourcesOf(short)}${more === undefined ? null : html`<p class="acts"><a class="btn link" href="${more.path}">${more.words}</a></p>`}</header>
<aside>${illustrationOf(question)}${onThisPage(question)}</aside>
<div>${parts.map(partOf)}${warningSigns(place)}${nextOf(question)}</div></article>`,
  }
}

function partOf({ title, claims, isList, isSteps }: PublicQuestion['parts'][number]): Html {
  const as = isSteps ? 'steps' : isList ? 'list' : 'text'
  return html`<section id="${anchorOf(title)}"><h2>${title}</h2>${claimLines(claims, as)}${sourcesOf(claims)}</section>`
}

function onThisPage({ parts }: PublicQuestion): Html | null {
  if (parts.length < 3) return null
  const links = parts.map(({ title }) => html`<li><a href="#${anchorOf(title)}">${title}</a></li>`)
  return html`<nav class="toc" aria-label="On this page"><h2>On this page</h2><ul>${links}</ul></nav>`
}

function illustrationOf({ illustration }: PublicQuestion): Html | null {
  if (illustration === 'needle-to-scale') return needlePicture()
  if (illustration !== 'muscle') return null
  return pictureOf(must(muscleById('lumbar-multifidus'), 'the atlas has the multifidus'))
}

function nextOf(question: PublicQuestion): Html {
  const next = PUBLIC_QUESTIONS[PUBLIC_QUESTIONS.indexOf(question) + 1]
  const on =
    next === undefined ? null : html`<p><a class="btn link" href="/questions/${next.id}">${next.question}</a></p>`
  return html`<nav aria-label="Next question">${on}<p class="q sm">Written ${WRITTEN_ON}. No clinician has reviewed these words yet.</p></nav>`
}

/** `And acupuncture?` as `and-acupuncture`. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** What the answers come to: the page's own words for it, then each reason with its sources in place. */
import type { Finding, QuestionId, SelfCheck, SelfCheckVerdict } from '@unknot/care/screening'
import { wordsOf } from './ask.ts'
import { copyOf, element } from './elements.ts'
import { WORDS } from './self-check.words.ts'

type Ended = Exclude<SelfCheckVerdict, { kind: 'ask' }>

export function verdictScreen(verdict: Ended, { answers }: SelfCheck): readonly Node[] {
  const isStop = verdict.kind === 'stop'
  const told = copyOf(isStop ? `stop-${verdict.urgency}` : `outcome-${verdict.outcome}`)
  const card = element('section', { class: `card${isStop ? ' bad' : ''}`, 'aria-labelledby': 'asked' }, told)
  const yesIn = (findings: readonly Finding[]) => [
    ...new Set(findings.flatMap(({ questions }) => questions.filter((id) => answers[id]?.answer === 'yes'))),
  ]
  return isStop
    ? [card, ...listed(WORDS.saidYes, yesIn(verdict.findings)), ...reasonsOf(verdict.findings, heading(WORDS.because))]
    : [card, ...reasonsOf(verdict.findings, inAClinic()), ...listed(WORDS.notSure, verdict.notSure)]
}

const heading = (words: string) => [element('h2', {}, words)]
const inAClinic = () => [...heading(WORDS.clinic), element('p', { class: 'q' }, WORDS.we)]

function reasonsOf(findings: readonly Finding[], head: readonly Node[]): readonly Node[] {
  return findings.length === 0 ? [] : [...head, element('ul', { class: 'claims' }, ...findings.map(reason))]
}

function reason({ reasonForPatient, sources, unreviewed }: Finding): HTMLElement {
  const mark = unreviewed ? element('span', { class: 'un' }, WORDS.unreviewed) : null
  const lines = sources.map((id) => {
    const line = copyOf(`source-${id}`) as HTMLElement | null
    line?.removeAttribute('id')
    return line ?? element('li', {}, id)
  })
  const opened =
    lines.length === 0
      ? null
      : element(
          'details',
          { class: 'src' },
          element('summary', {}, WORDS.sources(lines.length)),
          element('ul', {}, ...lines),
        )
  return element('li', {}, element('span', {}, reasonForPatient), element('span', { class: 'sure' }, mark), opened)
}

/** Some questions in the page's own words. */
function listed(title: string, ids: readonly QuestionId[]): readonly Node[] {
  const lines = ids.map((id) => element('li', {}, wordsOf(id, 'b')))
  return lines.length === 0 ? [] : [...heading(title), element('ul', {}, ...lines)]
}

/**
 * The self-check in the browser: it asks, judges and shows, and sends nothing anywhere.
 *
 * The page is whole without it; this script reads the questions from the page and judges by the clinic's own screening. It keeps
 * answers only when somebody presses keep, on this device, and deletes them when somebody presses delete.
 */
import {
  answerSelfCheck,
  judgeSelfCheck,
  type QuestionId,
  type SelfCheck,
  type SelfCheckStep,
  type SelfCheckVerdict,
} from '@unknot/care/screening'
import { askScreen } from './ask.ts'
import { button, element } from './elements.ts'
import { deleteKept, keepAnswers, keptAnswers } from './kept.ts'
import { WORDS } from './self-check.words.ts'
import { verdictScreen } from './verdict.ts'

let given: SelfCheck = { answers: {} }
/** The steps as they were answered, so that *back* leads the same way. */
let trail: readonly SelfCheckStep[] = []

const place = document.getElementById('ask')
const said = element('p', { role: 'status', class: 'q' })

function showStart(words = ''): void {
  const kept = keptAnswers()
  setPage('start')
  for (const point of points()) point.hidden = false
  said.textContent = words
  place?.replaceChildren(
    element('p', { class: 'q' }, kept === null ? WORDS.length : WORDS.kept),
    element(
      'p',
      { class: 'acts' },
      button(WORDS.start, () => start({ answers: {} }), { class: 'btn' }),
      kept === null ? null : button(WORDS.goOn, () => start(kept)),
      kept === null ? null : button(WORDS.delete, deleteAll),
    ),
    said,
  )
}

function start(from: SelfCheck): void {
  given = from
  trail = Object.keys(from.answers) as QuestionId[]
  go()
}

/** Shows what comes next, or the step that somebody went back to. */
function go(step?: SelfCheckStep): void {
  const verdict = judgeSelfCheck(given)
  const asked = step ?? (verdict.kind === 'ask' ? verdict.step : null)
  said.textContent = ''
  if (asked !== null) show(asked)
  else if (verdict.kind !== 'ask') showEnd(verdict)
  const heading = document.getElementById('asked')
  heading?.focus({ preventScroll: true })
  place?.scrollIntoView({ block: 'start' })
}

function show(step: SelfCheckStep): void {
  setPage('asking')
  const next = (now: SelfCheck) => {
    given = now
    trail = [...trail.filter((each) => each !== step), step]
    go()
  }
  const screen = askScreen(step, given, {
    answer: (id, answer) => next(answerSelfCheck(given, id, answer)),
    age: (ageYears) => next({ ...given, ageYears }),
  })
  place?.replaceChildren(...screen, acts(WORDS.back), said)
}

function showEnd(verdict: Exclude<SelfCheckVerdict, { kind: 'ask' }>): void {
  setPage(verdict.kind)
  for (const point of points()) point.hidden = !holds(point.dataset['when'])
  const print = button(WORDS.print, () => window.print())
  place?.replaceChildren(...verdictScreen(verdict, given), acts(WORDS.change, print), said)
}

const points = () => document.querySelectorAll<HTMLElement>('[data-when]')

/** `question:answer`, as the page marks a point that depends on an answer. */
function holds(when = ''): boolean {
  const [id, answer] = when.split(':')
  return given.answers[id as QuestionId]?.answer === answer
}

function acts(backWords: string, more: HTMLElement | null = null): HTMLElement {
  // A follow-up whose question was answered anew isn't there any more.
  trail = trail.filter((step) => step === 'age' || given.answers[step] !== undefined)
  const last = trail.at(-1)
  const back = () => {
    trail = trail.slice(0, -1)
    go(last)
  }
  const keep = () => {
    said.textContent = keepAnswers(given) ? `${WORDS.kept} ${WORDS.keepWarning}` : WORDS.cannotKeep
  }
  return element(
    'p',
    { class: 'acts' },
    last === undefined ? null : button(backWords, back),
    more,
    button(WORDS.keep, keep),
    button(WORDS.delete, deleteAll),
  )
}

function deleteAll(): void {
  deleteKept()
  given = { answers: {} }
  trail = []
  showStart(WORDS.deleted)
  place?.querySelector('button')?.focus()
}

/** What else the page shows at this point: `data-at` of each part names the points. */
function setPage(point: 'start' | 'asking' | 'stop' | 'done'): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-at]')) {
    part.hidden = !(part.dataset['at'] ?? '').split(' ').includes(point)
  }
}

showStart()

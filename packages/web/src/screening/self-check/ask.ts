/** One question at a time: the page's own words, three large answers, or the age in years. */
import type { Answer } from '@unknot/care/kernel'
import {
  type QuestionId,
  type SelfCheck,
  SELF_CHECK_PARTS,
  SELF_CHECK_STEPS,
  type SelfCheckStep,
} from '@unknot/care/screening'
import { button, element } from './elements.ts'
import { WORDS } from './self-check.words.ts'

type Reply = { readonly answer: (id: QuestionId, answer: Answer) => void; readonly age: (years: number | null) => void }

const CHOICES = ['yes', 'no', 'unknown'] as const

export function askScreen(step: SelfCheckStep, given: SelfCheck, reply: Reply): readonly Node[] {
  return step === 'age' ? askAge(given, reply) : askQuestion(step, given, reply)
}

function askQuestion(id: QuestionId, { answers }: SelfCheck, reply: Reply): readonly Node[] {
  const choices = CHOICES.map((answer) => {
    const isGiven = answers[id]?.answer === answer
    return button(WORDS[answer], () => reply.answer(id, answer), { class: 'choice', 'aria-pressed': String(isGiven) })
  })
  return [
    ...progress(id),
    element('h2', { id: 'asked', tabindex: '-1' }, wordsOf(id, 'b')),
    element('p', { id: 'asked-why', class: 'q' }, wordsOf(id, 'span')),
    element('div', { class: 'choices', role: 'group', 'aria-labelledby': 'asked' }, ...choices),
  ]
}

function askAge({ ageYears }: SelfCheck, reply: Reply): readonly Node[] {
  const input = element('input', {
    id: 'age',
    inputmode: 'numeric',
    autocomplete: 'off',
    'aria-describedby': 'age-wrong',
  })
  input.value = typeof ageYears === 'number' ? String(ageYears) : ''
  const wrong = element('p', { id: 'age-wrong', class: 'wrong', role: 'alert' })
  const form = element(
    'form',
    { class: 'age' },
    element('label', { for: 'age' }, WORDS.years),
    input,
    wrong,
    element(
      'div',
      { class: 'acts' },
      element('button', { class: 'btn' }, WORDS.next),
      button(WORDS.ratherNot, () => reply.age(null)),
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = input.value.trim()
    if (/^\d{1,3}$/.test(text) && Number(text) <= 120) return reply.age(Number(text))
    wrong.textContent = WORDS.wrongAge
    input.setAttribute('aria-invalid', 'true')
    input.focus()
  })
  return [
    ...progress('age'),
    element('h2', { id: 'asked', tabindex: '-1' }, WORDS.age),
    element('p', { class: 'q' }, WORDS.whyAge),
    form,
  ]
}

function progress(step: SelfCheckStep): readonly Node[] {
  const done = SELF_CHECK_STEPS.indexOf(step)
  const whole = SELF_CHECK_STEPS.length
  // The age opens the second part.
  const part = step === 'age' ? 1 : SELF_CHECK_PARTS.findIndex(({ questions }) => questions.includes(step))
  const title = SELF_CHECK_PARTS[part]?.title ?? ''
  const label = WORDS.answered(done, whole)
  return [
    element('p', { class: 'q part' }, WORDS.part(part + 1, SELF_CHECK_PARTS.length, title)),
    element('progress', { value: String(done), max: String(whole), 'aria-label': label }),
  ]
}

/** The page holds each question as `<li id="q-…"><b>question</b> <span>why</span></li>`. */
export function wordsOf(id: QuestionId, part: 'b' | 'span'): string {
  return document.querySelector(`#q-${id} ${part}`)?.textContent ?? ''
}

/** The self-check's page holds everything that it says, in words, without script. */
import { checkClaims } from '@unknot/care/education'
import type { ClinicId } from '@unknot/care/kernel'
import { readingGrade } from '@unknot/care/kernel'
import { findQuestion, OUTCOME_WORDS, SELF_CHECK_PARTS, STOP_WORDS, WEIGHING } from '@unknot/care/screening'
import { freshId, withDatabase } from '@unknot/testkit/kernel'
import { beforeAll, expect, test } from 'vitest'
import { type App, recordClinic } from '../kernel/index.ts'
import { selfCheckRoom } from './self-check.routes.ts'

const store = withDatabase()
let app: App
beforeAll(async () => {
  app = await store.app({ rooms: [selfCheckRoom] })
})

const page = async () => (await app.http.inject({ method: 'GET', url: '/self-check' })).body
const wordsOf = (text: string) =>
  text
    .replaceAll(/<(style|script|template)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')

test('without script: every question with its reason, the warning signs, what to weigh, what to ask', async () => {
  const words = wordsOf(await page())
  for (const id of SELF_CHECK_PARTS.flatMap(({ questions }) => questions)) {
    expect(words).toContain(findQuestion(id)?.text)
    expect(words).toContain(findQuestion(id)?.why)
  }
  for (const { claim } of WEIGHING.flatMap(({ points }) => points)) expect(words).toContain(claim.text)
  expect(words).toContain('Call the emergency number of your country at once if you have')
  expect(words).toContain('When will we stop if it does not help?')
  expect(words).toContain('This is no diagnosis')
  expect(checkClaims(words)).toEqual([])
  expect(readingGrade(words)).toBeLessThan(6.5)
})

test('each way that it may end stands in the page, and each source that it may open', async () => {
  const body = await page()
  for (const urgency of Object.keys(STOP_WORDS)) expect(body).toContain(`<template id="stop-${urgency}">`)
  for (const outcome of Object.keys(OUTCOME_WORDS)) expect(body).toContain(`<template id="outcome-${outcome}">`)
  expect(body).toContain('id="source-S26"')
  // One file from our own origin; nothing inline, which the policy would refuse.
  expect(body.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/self-check.js">'])
})

test('with one clinic its number can be dialled where a red flag stops it, with several none is guessed', async () => {
  expect(await page()).not.toContain('tel:')
  const clinic = freshId<ClinicId>()
  await store.db.inClinic(clinic, (tx) => recordClinic(tx, clinic, 'clinic'))
  await store.asAdmin(
    `insert into clinic_clinic (clinic_id, name, country, time_zone, jurisdiction, emergency_number, rules, rules_note,
       version, created_at, changed_at)
     values ($1, 'Quay', 'NZ', 'Pacific/Auckland', 'other', '1 11', '{}', '', 1, now(), now())`,
    [clinic],
  )
  const body = await page()
  expect(body).toContain('<a class="btn link call" href="tel:111">Emergency: call 1 11</a>')
  // On paper other buttons go; the number must not.
  expect(body.slice(body.lastIndexOf('@media print'))).toContain('.btn.call { display: inline')
})

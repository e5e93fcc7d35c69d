/** The clinic's own versions of the consent: written by the owner, published once, and in force from then on. */
import { WHENS } from '@unknot/care/consent'
import type { ConsentTextId } from '@unknot/care/kernel'
import * as z from 'zod/mini'
import { defineRoutes, idOf, instant, text } from '../kernel/index.ts'

const id = idOf<ConsentTextId>()

const sentence = z.strictObject({
  /** A published rate, such as `About 1 in 1,000`. */
  figure: z.nullable(text({ min: 1, max: 60 })),
  text: text({ min: 1, max: 1000 }),
  /** Which of the things that every text must tell, such as `stop-any-time`. */
  tells: z.nullable(text({ min: 1, max: 60 })),
  when: z.enum(WHENS),
})
const part = z.strictObject({
  id: text({ min: 1, max: 60 }),
  title: text({ min: 1, max: 200 }),
  when: z.enum(WHENS),
  sentences: z.array(sentence, { error: 'must be a list' }).check(z.maxLength(60, 'must hold at most 60 sentences')),
})
const words = {
  title: text({ min: 1, max: 200 }),
  parts: z.array(part, { error: 'must be a list' }).check(z.maxLength(40, 'must hold at most 40 parts')),
  /** What is new in it. */
  note: text({ max: 500 }),
}

const line = z.object({
  id,
  /** Null for a draft. */
  version: z.nullable(z.string()),
  title: z.string(),
  note: z.string(),
  revision: z.number(),
  changedAt: instant,
  changedByName: z.string(),
  publishedAt: z.nullable(instant),
})
export type OwnTextLine = z.output<typeof line>

const view = z.object({ ...line.shape, parts: z.array(part) })
export type OwnTextView = z.output<typeof view>

export const ownTextRoutes = defineRoutes({
  listConsentTexts: {
    method: 'GET',
    path: '/api/consent/texts',
    access: ['owner', 'clinician'],
    summary: "The clinic's own versions of the consent, newest first, and which version is in force",
    answer: z.object({
      inForce: z.string(),
      texts: z.array(line),
      /** To start from: the words of the version in force. */
      start: z.object({ title: z.string(), parts: z.array(part) }),
    }),
  },
  draftConsentText: {
    method: 'POST',
    path: '/api/consent/texts',
    access: ['owner'],
    summary: 'Begin a version of the clinic; it is a draft until it is published',
    body: z.strictObject({ id, ...words }),
    bodyLimitBytes: 256 * 1024,
    status: 201,
    answer: view,
  },
  readConsentText: {
    method: 'GET',
    path: '/api/consent/texts/:text',
    access: ['owner', 'clinician'],
    summary: 'One version with its words',
    params: z.strictObject({ text: id }),
    answer: view,
  },
  changeConsentText: {
    method: 'PUT',
    path: '/api/consent/texts/:text',
    access: ['owner'],
    summary:
      'Change a draft; 409 text-published once it is in force, 409 text-changed-meanwhile when the revision is old',
    params: z.strictObject({ text: id }),
    body: z.strictObject({ revision: z.int().check(z.minimum(1, 'must be 1 or more')), ...words }),
    bodyLimitBytes: 256 * 1024,
    answer: view,
  },
  publishConsentText: {
    method: 'POST',
    path: '/api/consent/texts/:text/publish',
    access: ['owner'],
    summary: 'Put a draft in force; 422 when it leaves out what every consent must tell. It never changes afterwards',
    params: z.strictObject({ text: id }),
    body: z.strictObject({ revision: z.int().check(z.minimum(1, 'must be 1 or more')) }),
    answer: view,
  },
})

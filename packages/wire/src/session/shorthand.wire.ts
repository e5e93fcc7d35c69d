/** A line of shorthand and what it was read as. */
import { type ShorthandReading, type ShorthandToken, TOKEN_MEANINGS } from '@unknot/care/session'
import * as z from 'zod/mini'
import { type Agree, agree } from './agree.ts'
import { muscleField, needleDetail, site } from './site.wire.ts'

/** As it was typed: nothing is trimmed, since tokens name their places in it. */
export const lineField = z
  .string({ error: 'must be text' })
  .check(z.maxLength(10_000, 'must have at most 10000 characters'))

const token = z.object({
  text: z.string(),
  /** From this place of the line to the one before `end`, in UTF-16 units. */
  start: z.number(),
  end: z.number(),
  /** Which part of the line, from 0: `;` begins the next. */
  part: z.number(),
  meaning: z.enum(TOKEN_MEANINGS),
  words: z.string(),
})

const problem = z.object({
  code: z.enum([
    'not-understood',
    'muscle-missing',
    'muscle-ambiguous',
    'side-missing',
    'said-twice',
    'impossible',
    'line-too-long',
    'too-many-needles',
  ]),
  part: z.number(),
  start: z.number(),
  end: z.number(),
  words: z.string(),
  /** The muscles that it could be, when the code is `muscle-ambiguous`. */
  candidates: z.exactOptional(z.array(muscleField)),
})

export const shorthandReading = z.object({
  /** Empty when there is a problem: a line is placed whole or not at all. */
  needles: z.array(z.object({ part: z.number(), site, detail: needleDetail })),
  tokens: z.array(token),
  problems: z.array(problem),
})

agree<Agree<z.output<typeof token>, ShorthandToken>>()
agree<Agree<z.output<typeof shorthandReading>['needles'], ShorthandReading['needles']>>()
agree<Agree<z.output<typeof problem>['code'], ShorthandReading['problems'][number]['code']>>()

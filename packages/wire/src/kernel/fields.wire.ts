/** Fields that every room uses, each with the sentence that its refusal says. No transforms: OpenAPI can't show them. */

import {
  type CalendarDay,
  hasControlCharacter,
  type Instant,
  isUuid,
  parseDay,
  parseInstant,
} from '@unknot/care/kernel'
import * as z from 'zod/mini'

/** A lower-case UUID as the id of the kind that the caller names. */
export function idOf<Id extends string>() {
  const schema = z
    .string({ error: 'must be a UUID' })
    .check(z.refine(isUuid, 'must be a UUID in lower case'), z.meta({ format: 'uuid' }))
  return schema as unknown as z.ZodMiniType<Id, string>
}

/** One line or more of text: trimmed, no control characters, bounded. */
export function text(limits: { min?: number; max: number }) {
  const min = limits.min ?? 0
  return z.string({ error: 'must be text' }).check(
    z.refine((value) => !hasControlCharacter(value), 'must not hold control characters'),
    z.trim(),
    z.minLength(min, min === 1 ? 'must not be empty' : `must have at least ${min} characters`),
    z.maxLength(limits.max, `must have at most ${limits.max} characters`),
  )
}

/** An instant with its zone; read as UTC with milliseconds. */
export const instant = z.string({ error: 'must be an instant such as 2026-11-24T05:02:05Z' }).check(
  z.refine((value) => parseInstant(value).ok, 'must be an instant with its zone, such as 2026-11-24T05:02:05Z'),
  z.overwrite((value) => {
    const parsed = parseInstant(value)
    return parsed.ok ? parsed.value : value
  }),
  z.meta({ format: 'date-time' }),
) as unknown as z.ZodMiniType<Instant, string>

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = z.string({ error: 'must be a day such as 1992-03-31' }).check(
  z.refine((value) => parseDay(value).ok, 'must be a day that the calendar has, such as 1992-03-31'),
  z.meta({ format: 'date' }),
) as unknown as z.ZodMiniType<CalendarDay, string>

/** Problem details, RFC 9457. `code` is the kebab-case fact; `errors` names the fields of a bad body. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.optional(z.string()),
  requestId: z.string(),
  errors: z.optional(z.array(z.object({ field: z.string(), detail: z.string() }))),
})
export type ProblemWire = z.output<typeof problem>

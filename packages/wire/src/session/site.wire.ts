/** A site and a needle's detail as they cross the network. The numbers' bounds are care's: refused there with a reason in words. */
import { LEVELS, type MuscleId, type Site } from '@unknot/care/atlas'
import { DETAIL_BOUNDS, DIRECTIONS, type NeedleDetail, TECHNIQUES } from '@unknot/care/session'
import * as z from 'zod/mini'
import { text } from '../kernel/index.ts'
import { type Agree, agree } from './agree.ts'

function within(field: keyof typeof DETAIL_BOUNDS) {
  const { from, to } = DETAIL_BOUNDS[field]
  const wrong = `must be a number from ${from} to ${to}`
  const number = z.number({ error: wrong }).check(z.minimum(from, wrong), z.maximum(to, wrong))
  return 'isWhole' in DETAIL_BOUNDS[field]
    ? number.check(z.refine((value) => Number.isInteger(value), 'must be a whole number'))
    : number
}

const place = z
  .number({ error: 'must be a number of permille' })
  .check(z.minimum(-1000, 'must be -1000 or more'), z.maximum(1000, 'must be at most 1000'))

/** A muscle's id, such as `lumbar-multifidus`. Whether the atlas has it is judged by the session's rules. */
export const muscleField = text({ min: 1, max: 60 }) as unknown as z.ZodMiniType<MuscleId, string>

export const site = z.strictObject({
  muscle: muscleField,
  side: z.enum(['left', 'right']),
  level: z.nullable(z.enum(LEVELS)),
  point: z.nullable(z.strictObject({ x: place, y: place })),
})

const twitch = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-looked-for') }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('seen'), count: z.nullable(within('twitch.count')) }),
])

const electrical = z.strictObject({
  frequencyHz: z.nullable(within('electrical.frequencyHz')),
  pulseWidthUs: z.nullable(within('electrical.pulseWidthUs')),
  intensity: z.nullable(
    z.strictObject({ unit: z.enum(['mA', 'device-level']), value: within('electrical.intensity') }),
  ),
  channel: z.nullable(text({ min: 1, max: 10 })),
  durationMin: z.nullable(within('electrical.durationMin')),
})

export const needleDetail = z.strictObject({
  gaugeMm: z.nullable(within('gaugeMm')),
  lengthMm: z.nullable(within('lengthMm')),
  depthMm: z.union([within('depthMm'), z.literal('not-measured')]),
  direction: z.enum(DIRECTIONS),
  technique: z.enum(TECHNIQUES),
  electrical: z.nullable(electrical),
  twitch,
  pain0to10: z.union([within('pain0to10'), z.literal('not-asked')]),
  referred: z.enum(['yes', 'no', 'not-asked']),
  bleeding: z.enum(['none', 'spot', 'bruise', 'pressed', 'not-looked-for']),
  plannedDwellS: z.nullable(within('plannedDwellS')),
  lot: z.nullable(text({ min: 1, max: 60 })),
})

/** Some of a needle's detail: what isn't named stays as it is. */
export const needleChange = z.strictObject({
  gaugeMm: z.exactOptional(needleDetail.shape.gaugeMm),
  lengthMm: z.exactOptional(needleDetail.shape.lengthMm),
  depthMm: z.exactOptional(needleDetail.shape.depthMm),
  direction: z.exactOptional(needleDetail.shape.direction),
  technique: z.exactOptional(needleDetail.shape.technique),
  electrical: z.exactOptional(needleDetail.shape.electrical),
  twitch: z.exactOptional(needleDetail.shape.twitch),
  pain0to10: z.exactOptional(needleDetail.shape.pain0to10),
  referred: z.exactOptional(needleDetail.shape.referred),
  bleeding: z.exactOptional(needleDetail.shape.bleeding),
  plannedDwellS: z.exactOptional(needleDetail.shape.plannedDwellS),
  lot: z.exactOptional(needleDetail.shape.lot),
})

agree<Agree<z.output<typeof site>, Site>>()
agree<Agree<z.output<typeof needleDetail>, NeedleDetail>>()
agree<Agree<z.output<typeof needleChange>, Partial<NeedleDetail>>>()

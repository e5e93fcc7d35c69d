/** The atlas: the muscles with their levels, their names as people write them, their dangers and where each fact is from. */
import { LAYERS, LEVELS, REGIONS, RISK_TIERS } from '@unknot/care/atlas'
import * as z from 'zod/mini'
import { defineRoutes } from '../kernel/index.ts'

const level = z.enum(LEVELS)
const tier = z.enum(RISK_TIERS)

const muscle = z.object({
  id: z.string(),
  name: z.string(),
  fullName: z.string(),
  latinName: z.string(),
  /** Short forms and other names, as clinicians write them. One form may stand at several muscles. */
  aliases: z.array(z.string()),
  region: z.enum(REGIONS),
  view: z.enum(['posterior', 'anterior', 'lateral']),
  layer: z.enum(LAYERS),
  /** From head to sacrum; empty: this muscle isn't charted by level. */
  levels: z.array(level),
  needling: z.object({
    position: z.string(),
    technique: z.enum(['flat', 'pincer']),
    typicalNeedleLengthMm: z.object({ from: z.number(), to: z.number() }),
    direction: z.string(),
    avoid: z.string(),
  }),
  atRisk: z.array(z.object({ structure: z.string(), consequence: z.string() })),
  riskTier: tier,
  riskReason: z.string(),
  riskModifiers: z.array(
    z.object({ condition: z.string(), levels: z.nullable(z.array(level)), tier, reason: z.string() }),
  ),
  /** Keys of `sources`. */
  riskSources: z.array(z.string()),
  codes: z.object({ fma: z.nullable(z.string()), uberon: z.nullable(z.string()), note: z.nullable(z.string()) }),
  sources: z.array(z.string()),
  /** The fields, by name, that no source which we could open supports yet. */
  unreviewed: z.array(z.string()),
})
export type MuscleWire = z.output<typeof muscle>

const source = z.object({ key: z.string(), title: z.string(), url: z.string() })

export const atlasRoutes = defineRoutes({
  listMuscles: {
    method: 'GET',
    path: '/api/atlas/muscles',
    access: 'signed-in',
    summary: 'The muscles of the atlas, their levels, dangers and sources.',
    answer: z.object({ muscles: z.array(muscle), sources: z.array(source) }),
  },
})

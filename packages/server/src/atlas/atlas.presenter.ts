/** The muscles as they cross the network, field by field. */
import { atlasSource, levelsOf, MUSCLES, type Muscle, muscleAliases } from '@unknot/care/atlas'
import type { MuscleWire } from '@unknot/wire/atlas'

export function presentAtlas() {
  const keys = [...new Set(MUSCLES.flatMap((muscle) => [...muscle.sources, ...muscle.riskSources]))].sort()
  return { muscles: MUSCLES.map(presentMuscle), sources: keys.map(atlasSource) }
}

function presentMuscle(muscle: Muscle): MuscleWire {
  const { needling, codes } = muscle
  const [from, to] = needling.typicalNeedleLengthMm
  return {
    id: muscle.id,
    name: muscle.name,
    fullName: muscle.fullName,
    latinName: muscle.latinName,
    aliases: [...muscleAliases(muscle.id)],
    region: muscle.region,
    view: muscle.view,
    layer: muscle.layer,
    levels: [...levelsOf(muscle.id)],
    needling: {
      position: needling.position,
      technique: needling.technique,
      typicalNeedleLengthMm: { from, to },
      direction: needling.direction,
      avoid: needling.avoid,
    },
    atRisk: muscle.atRisk.map(({ structure, consequence }) => ({ structure, consequence })),
    riskTier: muscle.riskTier,
    riskReason: muscle.riskReason,
    riskModifiers: muscle.riskModifiers.map(({ condition, levels, tier, reason }) => ({
      condition,
      levels: levels === null ? null : [...levels],
      tier,
      reason,
    })),
    riskSources: [...muscle.riskSources],
    codes: { fma: codes.fma, uberon: codes.uberon, note: codes.note },
    sources: [...muscle.sources],
    unreviewed: [...muscle.unreviewed],
  }
}

/** All measures, by id. */
import { must } from '../../kernel/index.ts'
import { LICENSED_MEASURES } from './licensed.ts'
import type { Measure, MeasureId } from './measure.ts'
import { PEG, PSFS, RMDQ } from './shipped-function.ts'
import { GROC, MOOD_MEASURES, PGIC } from './shipped-mood.ts'
import { PAIN_MEASURES } from './shipped-pain.ts'

export const MEASURES: readonly Measure[] = [
  ...PAIN_MEASURES,
  PEG,
  RMDQ,
  PSFS,
  ...MOOD_MEASURES,
  PGIC,
  GROC,
  ...LICENSED_MEASURES,
]

const byId: ReadonlyMap<string, Measure> = new Map(MEASURES.map((measure) => [measure.id, measure]))

export function measureOf(id: MeasureId): Measure {
  return must(byId.get(id), `no measure ${id}`)
}

/** The series that is forecast where nothing else is said: it halves the noise of a rating of now. */
export const FORECAST_SERIES: MeasureId = 'nprs.avg7d'

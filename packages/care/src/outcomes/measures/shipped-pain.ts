/** Pain from 0 to 10, in three windows: three series, because their noise differs by half. And the millimetre scale. */
import { measure, type Measure, type MeasureId } from './measure.ts'

function pain(id: MeasureId, recall: string, text: string): Measure {
  return measure({
    id,
    name: `Pain, ${recall}`,
    recall,
    direction: 'lower-better',
    lowest: 0,
    highest: 10,
    licence: 'Generic format; the question is in our words.',
    items: [{ id, text }],
    answering: { kind: 'numbers', lowest: 0, highest: 10, ends: ['No pain', 'Worst pain imaginable'] },
    scoring: { rule: 'rating' },
    bands: {
      list: [
        { from: 0, to: 0, name: 'none' },
        { from: 1, to: 3, name: 'mild' },
        { from: 4, to: 6, name: 'moderate' },
        { from: 7, to: 10, name: 'severe' },
      ],
      sources: [],
      reviewed: false,
    },
    sem: { points: 1.02, sources: ['S201'], reviewed: true },
    mdc: { points: 2, sources: ['S201'], reviewed: true },
    mic: { points: 2, percent: 30, sources: ['S202'], reviewed: true },
    recoveredAt: { at: 0, sources: ['S204'], reviewed: true },
    // The code was read for a rating of now; for other windows it isn't claimed.
    loinc: id === 'nprs.now' ? { score: '72514-3' } : {},
    sources: ['S201', 'S202'],
  })
}

export const PAIN_MEASURES: readonly Measure[] = [
  pain('nprs.now', 'right now', 'How strong is your back pain right now?'),
  pain('nprs.avg7d', 'average of the past 7 days', 'How strong was your back pain on average over the past 7 days?'),
  pain(
    'nprs.worst24h',
    'worst of the past 24 hours',
    'How strong was your back pain at its worst over the past 24 hours?',
  ),
]

/** A mark on a line of 100 mm, as 0 to 10 to one decimal. It stays known as that: it is another way of asking. */
export type FromMillimetres = { readonly value: number; readonly askedAs: 'vas-mm'; readonly mm: number }

/** Null where the mark doesn't lie on the line. */
export function fromMillimetres(mm: number): FromMillimetres | null {
  return Number.isFinite(mm) && mm >= 0 && mm <= 100 ? { value: Math.round(mm) / 10, askedAs: 'vas-mm', mm } : null
}

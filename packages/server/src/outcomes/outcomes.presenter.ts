/** What outcomes look like from outside: each field named by hand. */
import { type Forecast, type Measure, measureOf, NPRS_SCALE, scoreAnswers, scoreTotal } from '@unknot/care/outcomes'
import type { CourseView, ForecastView, MeasureView, ScoreView } from '@unknot/wire/outcomes'
import type { PatientCourse } from './course.commands.ts'
import type { StoredScore } from './outcomes.store.ts'

export function presentMeasure(measure: Measure): MeasureView {
  const { id, name, recall, direction, lowest, highest, wording, licence, intro, answering, sources } = measure
  return {
    id,
    name,
    recall,
    direction,
    lowest,
    highest,
    wording,
    licence,
    intro,
    kind: answering.kind,
    items: measure.items.map((item) => ({
      id: item.id,
      text: item.text,
      options: optionsOf(measure, item.ends ?? null),
    })),
    sources: [...sources],
  }
}

function optionsOf({ answering }: Measure, ends: readonly [string, string] | null) {
  if (answering.kind === 'ticks')
    return [
      { value: 0, label: 'Not ticked' },
      { value: 1, label: 'Ticked' },
    ]
  if (answering.kind === 'options') return answering.options.map(({ value, label }) => ({ value, label }))
  const [low, high] = ends ?? answering.ends ?? ['', '']
  const count = answering.highest - answering.lowest + 1
  return Array.from({ length: count }, (_, i) => ({
    value: answering.lowest + i,
    label: i === 0 ? low : i === count - 1 ? high : '',
  }))
}

export function presentScore(score: StoredScore): ScoreView {
  const measure = measureOf(score.measure)
  const scored = score.answers ? scoreAnswers(measure, score.answers) : scoreTotal(measure, score.value)
  return {
    id: score.id,
    measure: score.measure,
    value: score.value,
    band: scored.ok ? scored.value.band : null,
    bandReviewed: scored.ok && scored.value.bandReviewed,
    activities: [...score.activities],
    asked: score.asked,
    takenAt: score.takenAt,
    recordedByName: score.recordedByName,
    prompt: scored.ok ? scored.value.prompt : null,
  }
}

export function presentCourse(course: PatientCourse): CourseView {
  const { startAt, aim, expected, review, lastAnswer, change } = course
  return {
    measure: presentMeasure(course.measure),
    startAt,
    scores: course.scores.map(({ week, score }) => ({ week, score: presentScore(score) })),
    sessions: course.sessions.map(({ id, week, at, needles }) => ({ id, week, at, needles })),
    change: change && {
      improvement: change.improvement,
      percent: change.percent,
      reliable: change.reliable && { index: change.reliable.index, verdict: change.reliable.verdict },
      importantByPoints: change.important?.byPoints ?? null,
      importantByPercent: change.important?.byPercent ?? null,
      immpact: change.immpact,
      recovered: change.recovered,
    },
    aim: {
      onset: aim.onset,
      goal: aim.goal,
      plannedEndWeek: aim.plannedEndWeek,
      importantLevel: course.importantLevel,
    },
    expected: expected && {
      method: expected.method,
      people: expected.people,
      scoreCount: expected.scoreCount,
      reachWeeks: expected.reachWeeks,
      band: expected.band.map(presentForecast),
      points: expected.points.map(({ after, week, forecast }) => {
        return { unit: after.unit, number: after.number, week, forecast: forecast && presentForecast(forecast) }
      }),
      probabilities: { ...expected.probabilities },
      sentences: [...expected.sentences],
    },
    review: review && {
      advice: review.advice,
      rule: review.rule,
      reason: review.reason,
      numbers: review.numbers && { ...review.numbers },
      sources: [...review.sources],
    },
    lastAnswer: lastAnswer && { ...lastAnswer },
  }
}

/** The normal distribution's 10 % and 90 % points. */
const REACH_80 = 1.2815515655446004

function presentForecast({ week, median, interval50, interval80, interval95, normal }: Forecast): ForecastView {
  const within = (value: number) => Math.min(NPRS_SCALE.highest, Math.max(NPRS_SCALE.lowest, value))
  return {
    week,
    median,
    interval50: [...interval50],
    interval80: [...interval80],
    interval95: [...interval95],
    curve: {
      low: within(normal.mean - REACH_80 * normal.sd),
      middle: within(normal.mean),
      high: within(normal.mean + REACH_80 * normal.sd),
    },
  }
}

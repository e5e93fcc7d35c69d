/** Where things lie on the course chart: numbers to places, and the paths between them. */
import type { CourseView } from '@unknot/wire/outcomes'

export type Frame = {
  readonly width: number
  readonly height: number
  readonly x: (week: number) => number
  readonly y: (value: number) => number
  readonly weekTicks: readonly number[]
  readonly valueTicks: readonly number[]
  readonly endWeek: number
}

const LEFT = 34
const RIGHT = 14
const TOP = 24
const BOTTOM = 64

/** The frame for a course in so many pixels: as far as its scores, sessions and band reach, and at least six weeks. */
export function frameOf(course: CourseView, width: number): Frame {
  const { lowest, highest } = course.measure
  const weeks = [
    6,
    ...course.scores.map(({ week }) => week),
    ...course.sessions.map(({ week }) => week),
    ...(course.expected?.band ?? []).map(({ week }) => week),
  ]
  const endWeek = Math.ceil(Math.max(...weeks))
  const height = width < 500 ? 300 : 320
  const x = (week: number) => LEFT + (week / endWeek) * (width - LEFT - RIGHT)
  const y = (value: number) => TOP + ((highest - value) / (highest - lowest)) * (height - TOP - BOTTOM)
  const step = Math.max(1, Math.ceil(endWeek / (width < 500 ? 5 : 12)))
  return {
    width,
    height,
    x,
    y,
    endWeek,
    weekTicks: Array.from({ length: Math.floor(endWeek / step) + 1 }, (_, i) => i * step),
    valueTicks: Array.from({ length: 6 }, (_, i) => lowest + ((highest - lowest) * i) / 5),
  }
}

type Place = readonly [x: number, y: number]

export function linePath(places: readonly Place[]): string {
  return places.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}

/** The band of the 80 % interval as one closed shape; empty where there is no band. */
export function bandPath(course: CourseView, { x, y }: Frame): string {
  const band = course.expected?.band ?? []
  if (band.length < 2) return ''
  const top = band.map(({ week, curve }): Place => [x(week), y(curve.high)])
  const bottom = band.map(({ week, curve }): Place => [x(week), y(curve.low)])
  return `${linePath([...top, ...bottom.reverse()])}Z`
}

export function middlePath(course: CourseView, { x, y }: Frame): string {
  return linePath((course.expected?.band ?? []).map(({ week, curve }): Place => [x(week), y(curve.middle)]))
}

/** The point that the words under the chart speak of. */
export function spokenPoint(course: CourseView): NonNullable<CourseView['expected']>['points'][number] | null {
  const points = (course.expected?.points ?? []).filter(({ forecast }) => forecast !== null)
  return points.find(({ unit }) => unit === 'week') ?? points[0] ?? null
}

/**
 * What a fit needs to know of each patient, and nothing else: sums of products of the whitened columns.
 *
 * Their number doesn't grow with the number of scores, so memory is linear in patients and a fit never sees a score twice.
 */
import { type Course, courseAt, type Shape } from './model.ts'
import { dot } from './small-matrix.ts'
import { whiten } from './whiten.ts'

export type Sums = {
  readonly patients: number
  readonly scores: number
  /** Number of columns of X. */
  readonly p: number
  /** Numbers a patient: S = X′X row by row (p²), t = X′y (p), y′y, log |R|, the number of scores. */
  readonly stride: number
  readonly data: Float64Array
  /** Room to work in while a likelihood is evaluated: p² + p + 3 numbers a patient. */
  readonly scratch: Float64Array
}

/** Sums of courses that have been checked. Courses without a score count for nothing. */
export function sumsOf(courses: readonly Course[], shape: Shape): Sums {
  const told = courses.filter(({ scores }) => scores.length > 0)
  const p = 2 + (told[0]?.covariates?.length ?? 0)
  const stride = p * p + p + 3
  const data = new Float64Array(told.length * stride)
  let scores = 0
  for (const [i, course] of told.entries()) {
    if (p === 2 && shape.residual.kind === 'independent') writePlain(data, i * stride, course, shape.tauWeeks)
    else {
      const { columns, logDetR } = whiten(course, shape)
      writeProducts(data, i * stride, columns, p)
      data[i * stride + stride - 2] = logDetR
    }
    data[i * stride + stride - 1] = course.scores.length
    scores += course.scores.length
  }
  const scratch = new Float64Array(told.length * (p * p + p + 3))
  return { patients: told.length, scores, p, stride, data, scratch }
}

/** The plain case, which is nearly every case, without a column being made. */
function writePlain(data: Float64Array, from: number, { scores }: Course, tauWeeks: number): void {
  let [x1, x2, y1, yx, y2] = [0, 0, 0, 0, 0]
  for (const { week, score } of scores) {
    const x = courseAt(week, tauWeeks)
    x1 += x
    x2 += x * x
    y1 += score
    yx += x * score
    y2 += score * score
  }
  data.set([scores.length, x1, x1, x2, y1, yx, y2], from)
}

function writeProducts(data: Float64Array, from: number, columns: readonly Float64Array[], p: number): void {
  const y = columns[p] as Float64Array
  for (let a = 0; a < p; a++) {
    const column = columns[a] as Float64Array
    for (let b = a; b < p; b++) {
      const product = dot(column, columns[b] as Float64Array)
      data[from + a * p + b] = product
      data[from + b * p + a] = product
    }
    data[from + p * p + a] = dot(column, y)
  }
  data[from + p * p + p] = dot(y, y)
}

/** The few sums of one patient's whitened scores that posterior and likelihood are made of, the means taken off. */
import type { Course, Population } from './model.ts'
import { at, dot } from './small-matrix.ts'
import { whiten } from './whiten.ts'

export type Seen = {
  readonly count: number
  /** Z′X, row by row: the level's and the change's. */
  readonly z1: readonly number[]
  readonly z2: readonly number[]
  /** Z′r and r′r, r = y − Xb. */
  readonly r1: number
  readonly r2: number
  readonly rr: number
  readonly logDetR: number
}

export function seeCourse(course: Course, { fixed, shape }: Population): Seen {
  const p = fixed.length
  const { columns, count, logDetR } = whiten(course, shape)
  const xs = columns.slice(0, p)
  const [ones, curve] = columns as [Float64Array, Float64Array]
  const y = columns[p] as Float64Array
  const r = y.map((value, j) => value - xs.reduce((sum, x, a) => sum + at(x, j) * at(fixed, a), 0))
  return {
    count,
    z1: xs.map((x) => dot(ones, x)),
    z2: xs.map((x) => dot(curve, x)),
    r1: dot(ones, r),
    r2: dot(curve, r),
    rr: dot(r, r),
    logDetR,
  }
}

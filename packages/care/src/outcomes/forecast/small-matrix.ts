/** Symmetric positive definite matrices of a handful of rows, row by row in one array. */

/** The inverse and log-determinant of an n × n matrix by Cholesky; null when it isn't positive definite. */
export function invertSpd(
  matrix: readonly number[],
  n: number,
): { readonly inverse: readonly number[]; readonly logDet: number } | null {
  const root = choleskyOf(matrix, n)
  if (!root) return null
  let logDet = 0
  for (let i = 0; i < n; i++) logDet += 2 * Math.log(at(root, i * n + i))
  const inverse = Array.from({ length: n * n }, () => 0)
  for (let column = 0; column < n; column++) {
    const solved = solveWith(root, n, column)
    for (let row = 0; row < n; row++) inverse[row * n + column] = at(solved, row)
  }
  return { inverse, logDet }
}

/** Lower root R with R R' = matrix; null when the matrix isn't positive definite. */
function choleskyOf(matrix: readonly number[], n: number): readonly number[] | null {
  const root = Array.from({ length: n * n }, () => 0)
  for (let row = 0; row < n; row++)
    for (let column = 0; column <= row; column++) {
      let sum = at(matrix, row * n + column)
      for (let k = 0; k < column; k++) sum -= at(root, row * n + k) * at(root, column * n + k)
      if (row === column) {
        if (!(sum > 1e-14 * Math.abs(at(matrix, row * n + row)))) return null
        root[row * n + row] = Math.sqrt(sum)
      } else root[row * n + column] = sum / at(root, column * n + column)
    }
  return root
}

function solveWith(root: readonly number[], n: number, unit: number): readonly number[] {
  const solved = Array.from({ length: n }, (_, row): number => (row === unit ? 1 : 0))
  for (let row = 0; row < n; row++) {
    let sum = at(solved, row)
    for (let k = 0; k < row; k++) sum -= at(root, row * n + k) * at(solved, k)
    solved[row] = sum / at(root, row * n + row)
  }
  for (let row = n - 1; row >= 0; row--) {
    let sum = at(solved, row)
    for (let k = row + 1; k < n; k++) sum -= at(root, k * n + row) * at(solved, k)
    solved[row] = sum / at(root, row * n + row)
  }
  return solved
}

/** matrix · vector, the matrix having as many columns as the vector has entries. */
export function times(matrix: readonly number[], vector: readonly number[]): readonly number[] {
  const n = vector.length
  return Array.from({ length: matrix.length / n }, (_, row) => dot(matrix.slice(row * n, (row + 1) * n), vector))
}

/** a′ b. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i)
  return sum
}

/** a′ M a. */
export function quadratic(matrix: readonly number[], a: readonly number[]): number {
  return dot(a, times(matrix, a))
}

/** An entry that is known to be there; kept free of checks, because the model's inner loops live on it. */
export function at(array: ArrayLike<number>, index: number): number {
  return array[index] as number
}

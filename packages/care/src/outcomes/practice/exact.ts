/** Exact intervals for counts: no normal approximation, because clinics are small and adverse events are rare. */

export type Interval = { readonly from: number; readonly to: number }

/** Clopper & Pearson 1934 (doi:10.1093/biomet/26.4.404): the 95 % interval of a share. `of` 0 knows nothing: 0 to 1. */
export function exactShare(count: number, of: number): Interval {
  if (of === 0) return { from: 0, to: 1 }
  const tail = 0.025
  return {
    from: count === 0 ? 0 : bisect((p) => 1 - binomialCdf(count - 1, of, p) - tail, 0, 1),
    to: count === of ? 1 : bisect((p) => tail - binomialCdf(count, of, p), 0, 1),
  }
}

/** Garwood 1936 (doi:10.2307/2333958): the 95 % interval of a mean count, given one count. */
export function exactCount(count: number): Interval {
  const tail = 0.025
  const far = count + 20 + 8 * Math.sqrt(count + 1)
  return {
    from: count === 0 ? 0 : bisect((mean) => 1 - poissonCdf(count - 1, mean) - tail, 0, far),
    to: bisect((mean) => tail - poissonCdf(count, mean), 0, far),
  }
}

/** Where a rising function crosses zero. */
function bisect(rising: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (rising(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function binomialCdf(count: number, of: number, p: number): number {
  if (p <= 0) return 1
  if (p >= 1) return count >= of ? 1 : 0
  let log = of * Math.log1p(-p)
  let sum = Math.exp(log)
  for (let k = 1; k <= count; k++) {
    log += Math.log((of - k + 1) / k) + Math.log(p) - Math.log1p(-p)
    sum += Math.exp(log)
  }
  return Math.min(1, sum)
}

function poissonCdf(count: number, mean: number): number {
  if (mean <= 0) return 1
  let log = -mean
  let sum = Math.exp(log)
  for (let k = 1; k <= count; k++) {
    log += Math.log(mean / k)
    sum += Math.exp(log)
  }
  return Math.min(1, sum)
}

/** The count of a session's needles. SES-3: in = out + accounted for + left, and only left 0 can be signed. */
import type { NeedleLedger } from './needle-ledger.ts'

export type NeedleCount = {
  readonly inCount: number
  readonly outCount: number
  /** Broken, retained, dropped or missing, each with its incident. */
  readonly accountedCount: number
  /** Still in the body. */
  readonly leftCount: number
}

export function countNeedles(ledger: NeedleLedger): NeedleCount {
  let outCount = 0
  let leftCount = 0
  let accountedCount = 0
  for (const { outcome } of ledger.needles) {
    if (outcome === 'out') outCount += 1
    else if (outcome === 'in-body') leftCount += 1
    else accountedCount += 1
  }
  return { inCount: ledger.needles.length, outCount, accountedCount, leftCount }
}

/** True when what somebody counted at the table is what the ledger says. */
export function isSameCount(counted: Omit<NeedleCount, 'leftCount'>, ledger: NeedleCount): boolean {
  return (
    counted.inCount === ledger.inCount &&
    counted.outCount === ledger.outCount &&
    counted.accountedCount === ledger.accountedCount
  )
}

/**
 * The count as the equation that a clinician signs.
 *
 * @example equationOf({ inCount: 6, outCount: 6, accountedCount: 0, leftCount: 0 }) // 'In 6 = out 6 + accounted for 0'
 */
export function equationOf(count: NeedleCount): string {
  const left = count.leftCount === 0 ? '' : ` + still in the body ${count.leftCount}`
  return `In ${count.inCount} = out ${count.outCount} + accounted for ${count.accountedCount}${left}`
}

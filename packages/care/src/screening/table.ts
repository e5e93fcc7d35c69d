/** What a screening says at the table: what stands after overrides, and what a session copies in at its time-out. */
import type { Region } from '../atlas/index.ts'
import type { ScreeningId } from '../kernel/index.ts'
import type { ScreenedTechnique } from './disposition.ts'
import type { Override } from './override.ts'
import type { Finding, NeedlingPlan, ScreeningResult } from './result.ts'
import { summarise } from './summary.ts'

/**
 * The result once overrides count: each softens its finding to a precaution and leaves every other. One that names a finding
 * which nobody may override, or that isn't there, changes nothing.
 */
export function withOverrides(
  result: ScreeningResult,
  overrides: readonly Override[],
  plan: NeedlingPlan | null = null,
): ScreeningResult {
  if (overrides.length === 0) return result
  const findings = result.findings.map((finding) => overriddenBy(finding, overrides))
  return { ...summarise({ ...result, findings }, plan), rulesVersion: result.rulesVersion }
}

function overriddenBy(finding: Finding, overrides: readonly Override[]): Finding {
  const overridden = overrides.find((override) => override.rule === finding.rule)
  if (!overridden || finding.override === null) return finding
  const label = `${finding.label}: overridden by ${overridden.byName}`
  return { ...finding, disposition: 'precaution', severity: 'caution', override: null, overridden, label }
}

/** What a session needs to know of a screening; the shape of the session room's own type. */
export function screeningFacts(screening: { readonly id: ScreeningId; readonly result: TableFacts }): TableFacts & {
  readonly screening: ScreeningId
} {
  const { rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions } = screening.result
  return { screening: screening.id, rulesVersion, mayNeedle, barredRegions, barredTechniques, precautions }
}

type TableFacts = {
  readonly rulesVersion: string
  readonly mayNeedle: boolean
  readonly barredRegions: readonly Region[]
  readonly barredTechniques: readonly ScreenedTechnique[]
  readonly precautions: readonly string[]
}

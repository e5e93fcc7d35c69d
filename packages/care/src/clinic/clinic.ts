/**
 * A clinic: its name, where it is, which clock it lives by and which rules it works under.
 *
 * `checkClinic` names every field that can't be true, all at once. Which time zones exist is handed in, since that
 * knowledge changes with the machine's zone data.
 */
import { err, foldText, hasControlCharacter, ok, type Result } from '../kernel/index.ts'
import type { FieldProblem } from '../people/index.ts'
import { COUNTRY_CODES } from './country.ts'
import { type JurisdictionRules, jurisdictionOf } from './jurisdiction.ts'

export type ClinicDraft = {
  readonly name: string
  readonly country: string
  /** IANA, such as `Europe/Dublin`. */
  readonly timeZone: string
  readonly jurisdiction: string
  readonly emergencyNumber: string
}

export type ClinicProblem = { readonly code: 'clinic-not-valid'; readonly fields: readonly FieldProblem[] }

/** The clinic with surrounding spaces gone, or every field that can't be true. */
export function checkClinic(
  draft: ClinicDraft,
  zoneExists: (zone: string) => boolean,
): Result<ClinicDraft, ClinicProblem> {
  const clinic = { ...draft, name: draft.name.trim(), emergencyNumber: draft.emergencyNumber.trim() }
  const problems: (FieldProblem | null)[] = [
    nameProblem(clinic.name),
    COUNTRY_CODES.includes(clinic.country) ? null : { field: 'country', detail: 'must be a country code, such as IE' },
    isZoneName(clinic.timeZone) && zoneExists(clinic.timeZone)
      ? null
      : { field: 'timeZone', detail: 'must be a time zone by name, such as Europe/Dublin' },
    jurisdictionProblem(clinic),
    /^\+?\d[\d\s-]{1,18}$/.test(clinic.emergencyNumber)
      ? null
      : { field: 'emergencyNumber', detail: 'must be a number that a phone can dial, such as 112' },
  ]
  const fields = problems.filter((problem) => problem !== null)
  return fields.length === 0 ? ok(clinic) : err({ code: 'clinic-not-valid', fields })
}

/** True when a clinic's own rules say something else than the jurisdiction's entry: then they need a reason. */
export function rulesDiffer(own: JurisdictionRules, entry: JurisdictionRules): boolean {
  const keys = Object.keys(entry) as (keyof JurisdictionRules)[]
  return keys.some((key) => own[key] !== entry[key])
}

function nameProblem(name: string): FieldProblem | null {
  const field = 'name'
  if (foldText(name) === '') return { field, detail: 'must hold a letter or a digit' }
  if (hasControlCharacter(name)) return { field, detail: 'must not hold control characters' }
  return name.length > 200 ? { field, detail: 'must have at most 200 characters' } : null
}

function jurisdictionProblem(clinic: ClinicDraft): FieldProblem | null {
  const field = 'jurisdiction'
  const entry = jurisdictionOf(clinic.jurisdiction)
  if (!entry) return { field, detail: 'must be one of the jurisdictions listed' }
  const fits = entry.country === null || entry.country === clinic.country
  return fits ? null : { field, detail: 'must be a jurisdiction of the country' }
}

/** A fixed offset such as `+01:00` is no zone: it knows nothing of summer time. */
function isZoneName(zone: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/.test(zone)
}

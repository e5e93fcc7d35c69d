/** Changing a clinic and its rules, and adding locations. */
import {
  checkClinic,
  type ClinicProblem,
  type JurisdictionRules,
  jurisdictionOf,
  rulesDiffer,
} from '@unknot/care/clinic'
import { type ClinicId, err, type Instant, must, ok, type Result } from '@unknot/care/kernel'
import type { Queries } from '../kernel/index.ts'
import { addLocationRow, changeClinicRow, type Clinic, type Location, lockClinic } from './clinic.store.ts'
import { zoneExists } from './install.commands.ts'

export type ClinicChange = {
  readonly name?: string | undefined
  readonly country?: string | undefined
  readonly timeZone?: string | undefined
  /** Takes over the jurisdiction's rules, unless `rules` comes along. */
  readonly jurisdiction?: string | undefined
  readonly emergencyNumber?: string | undefined
  readonly rules?: JurisdictionRules | undefined
  readonly rulesNote?: string | undefined
}

export type ChangeClinicProblem =
  | ClinicProblem
  | { readonly code: 'clinic-changed-meanwhile'; readonly version: number }
  | { readonly code: 'rules-note-missing' }

/** Changes what is named and leaves the rest. Rules that differ from the jurisdiction's entry need to say why. */
export async function changeClinic(
  tx: Queries,
  clinic: ClinicId,
  command: { readonly version: number; readonly change: ClinicChange; readonly at: Instant },
): Promise<Result<Clinic, ChangeClinicProblem>> {
  const { change, at } = command
  const known = must(await lockClinic(tx, clinic), 'who is signed in has a clinic')
  if (known.version !== command.version) return err({ code: 'clinic-changed-meanwhile', version: known.version })
  const draft = {
    name: change.name ?? known.name,
    country: change.country ?? known.country,
    timeZone: change.timeZone ?? known.timeZone,
    jurisdiction: change.jurisdiction ?? known.jurisdiction,
    emergencyNumber: change.emergencyNumber ?? known.emergencyNumber,
  }
  const checked = checkClinic(draft, zoneExists)
  if (!checked.ok) return checked
  const entry = must(jurisdictionOf(checked.value.jurisdiction), 'a checked clinic names a jurisdiction')
  const moved = checked.value.jurisdiction !== known.jurisdiction
  const rules = change.rules ?? (moved ? entry.rules : known.rules)
  const differs = rulesDiffer(rules, entry.rules)
  const note = differs ? (change.rulesNote ?? (moved ? '' : known.rulesNote)) : ''
  if (differs && note === '') return err({ code: 'rules-note-missing' })
  await changeClinicRow(tx, { ...checked.value, id: clinic, rules, rulesNote: note }, at)
  return ok({ ...known, ...checked.value, rules, rulesNote: note, version: known.version + 1 })
}

export async function addLocation(
  tx: Queries,
  clinic: ClinicId,
  location: Location,
  at: Instant,
): Promise<Result<Location, { readonly code: 'location-id-taken' }>> {
  return (await addLocationRow(tx, clinic, location, at)) ? ok(location) : err({ code: 'location-id-taken' })
}

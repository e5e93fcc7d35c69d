/** Whose pages these are: the one clinic of this installation, or nobody's in particular. */
import { findClinic } from '../clinic/index.ts'
import { type App, type Html, html, listClinics } from '../kernel/index.ts'

export type Place = {
  /** Null: several clinics or none, so that no number is the right one for every reader. */
  readonly clinic: { readonly name: string; readonly emergencyNumber: string } | null
}

export async function placeOf({ db }: App): Promise<Place> {
  const clinics = await listClinics(db)
  const [only] = clinics
  if (only === undefined || clinics.length > 1) return { clinic: null }
  const clinic = await db.onClinic(only.id, (queries) => findClinic(queries, only.id))
  return { clinic: clinic && { name: clinic.name, emergencyNumber: clinic.emergencyNumber } }
}

/** What a page is kept by. */
export function placeKey({ clinic }: Place): string {
  return clinic === null ? '' : `${clinic.name}\n${clinic.emergencyNumber}`
}

function numberIn({ clinic }: Place): string {
  return clinic?.emergencyNumber ?? 'the emergency number of your country'
}

/** On every page: when to get help at once. Sources: S26, S50, S61. */
export function warningSigns(place: Place): Html {
  return html`<section class="card bad" aria-labelledby="warn"><h2 id="warn">Call ${numberIn(place)} at once if you have</h2><ul><li>chest pain, or trouble breathing, after a needle near chest, upper back or neck, even days later</li><li>numbness between the legs, or trouble passing or holding water or stool</li><li>new weakness in a leg or an arm that gets worse</li></ul></section>`
}

export function publicFoot(place: Place): Html {
  const whose = place.clinic === null ? null : html`<p>${place.clinic.name}</p>`
  return html`${whose}<p>Chest pain, trouble breathing, or numb between the legs? Call <b>${numberIn(place)}</b>.</p><p>This page informs; it does not replace a clinician. What no source supports is marked <span class="un">unreviewed</span>. Nothing on these pages tracks you.</p>`
}

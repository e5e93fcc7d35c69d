/** Country, time zone, emergency number and jurisdiction: what the country tells is filled in, and can be changed. */
import type { AnswerOf } from '@unknot/wire/kernel'
import type { clinicRoutes } from '@unknot/wire/clinic'
import { SelectField, TextField } from '../design/index.ts'
import { fieldError, type Problem } from '../kernel/index.ts'
import { SET_UP_WORDS as W } from './clinic.words.ts'
import { Rules } from './Rules.tsx'

export type Places = AnswerOf<typeof clinicRoutes.jurisdictions>
export type PlaceForm = {
  readonly country: string
  readonly timeZone: string
  readonly emergencyNumber: string
  readonly jurisdiction: string
}

type Props = {
  readonly places: Places
  readonly form: PlaceForm
  readonly onForm: (form: PlaceForm) => void
  readonly problem: Problem | null
  /** Where the fields lie in the body, such as `/clinic`. */
  readonly prefix: string
}

/** What a country brings along: its number, and its jurisdiction when there is but one. */
export function placeOf(places: Places, country: string, timeZone: string): PlaceForm {
  const known = places.countries.find(({ code }) => code === country)
  const fitting = jurisdictionsIn(places, country)
  return {
    country,
    timeZone,
    emergencyNumber: known?.emergencyNumber ?? '',
    jurisdiction: fitting.length === 1 ? (fitting[0]?.id ?? '') : '',
  }
}

/** Those of the country; a place without an entry has only `other`. */
function jurisdictionsIn(places: Places, country: string) {
  const own = places.jurisdictions.filter((place) => place.country === country)
  const others = places.jurisdictions.filter((place) => place.country === null)
  return own.length === 0 ? others : country === 'US' || own.length > 1 ? [...own, ...others] : own
}

export function PlaceFields({ places, form, onForm, problem, prefix }: Props) {
  const error = (field: string) => fieldError(problem, `${prefix}/${field}`)
  const fitting = jurisdictionsIn(places, form.country)
  const chosen = places.jurisdictions.find(({ id }) => id === form.jurisdiction)
  const isNumberKnown = places.countries.some(({ code, emergencyNumber }) => code === form.country && emergencyNumber)
  return (
    <>
      <div className="form-two">
        <SelectField
          label={W.country}
          autoComplete="country"
          value={form.country}
          error={error('country')}
          onValue={(country) => onForm(placeOf(places, country, form.timeZone))}
        >
          <option value="">{W.choose}</option>
          {[...places.countries]
            .sort((a, b) => a.name.localeCompare(b.name))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </SelectField>
        <SelectField
          label={W.timeZone}
          hint={W.timeZoneHint}
          value={form.timeZone}
          error={error('timeZone')}
          onValue={(timeZone) => onForm({ ...form, timeZone })}
        >
          {zonesWith(form.timeZone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
        <TextField
          label={W.emergencyNumber}
          hint={form.country === '' || isNumberKnown ? W.emergencyHint : W.emergencyUnknown}
          inputMode="tel"
          value={form.emergencyNumber}
          error={error('emergencyNumber')}
          onValue={(emergencyNumber) => onForm({ ...form, emergencyNumber })}
        />
        <SelectField
          label={W.jurisdiction}
          value={form.jurisdiction}
          error={error('jurisdiction')}
          onValue={(jurisdiction) => onForm({ ...form, jurisdiction })}
        >
          <option value="">{W.choose}</option>
          {fitting.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      {chosen ? <Rules {...chosen} /> : null}
    </>
  )
}

/** Every zone that the browser knows, and the chosen one even if it doesn't. */
function zonesWith(zone: string): readonly string[] {
  const zones = Intl.supportedValuesOf('timeZone')
  return zones.includes(zone) ? zones : [zone, ...zones]
}

/** The country that a device most likely stands in: by its languages, since a zone may span several. */
export function deviceCountry(places: Places): string {
  for (const language of navigator.languages) {
    const region = new Intl.Locale(language).region
    if (region && places.countries.some(({ code }) => code === region)) return region
  }
  return ''
}

/** The fields of a patient, for registering and for changing. */
import { type CalendarDay, parseDay } from '@unknot/care/kernel'
import { SEXES, type Sex } from '@unknot/care/people'
import { SelectField, TextArea, TextField } from '../design/index.ts'
import { dayWords, fieldError, type Problem } from '../kernel/index.ts'
import type { PatientForm } from './patient-draft.ts'
import { PATIENT_WORDS as W, SEX_WORDS } from './people.words.ts'

type Props = {
  readonly form: PatientForm
  readonly onForm: (form: PatientForm) => void
  readonly problem: Problem | null
  readonly isNew?: boolean
}

export function PatientFields({ form, onForm, problem, isNew = false }: Props) {
  const set = (field: keyof PatientForm) => (value: string) => onForm({ ...form, [field]: value })
  const error = (field: string) => fieldError(problem, `/${field}`)
  return (
    <>
      <TextField
        label={W.name}
        hint={W.nameHint}
        value={form.name}
        onValue={set('name')}
        error={error('name')}
        autoComplete="off"
        required
        isFirst={isNew}
      />
      <div className="form-two">
        <TextField
          label={W.birthOn}
          // The field shows the day as the browser's language writes it: in words nobody reads May for December.
          hint={parseDay(form.birthOn).ok ? dayWords(form.birthOn as CalendarDay) : undefined}
          type="date"
          min="1900-01-01"
          value={form.birthOn}
          onValue={set('birthOn')}
          error={error('birthOn')}
          required
        />
        <SelectField
          label={W.sex}
          hint={W.sexHint}
          value={form.sex}
          onValue={(value) => onForm({ ...form, sex: value as Sex })}
          error={error('sex')}
        >
          {SEXES.map((sex) => (
            <option key={sex} value={sex}>
              {SEX_WORDS[sex]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={W.phone}
          type="tel"
          isOptional
          value={form.phone}
          onValue={set('phone')}
          error={error('phone')}
          autoComplete="off"
        />
        <TextField
          label={W.email}
          type="email"
          isOptional
          value={form.email}
          onValue={set('email')}
          error={error('email')}
          autoComplete="off"
        />
      </div>
      <fieldset className="group">
        <legend className="lbl">{W.emergency}</legend>
        <p className="hint">{W.emergencyHint}</p>
        <div className="form-two">
          <TextField
            label={W.emergencyName}
            isOptional
            value={form.emergencyName}
            onValue={set('emergencyName')}
            error={error('emergencyContact/name')}
            autoComplete="off"
          />
          <TextField
            label={W.emergencyPhone}
            type="tel"
            isOptional
            value={form.emergencyPhone}
            onValue={set('emergencyPhone')}
            error={error('emergencyContact/phone')}
            autoComplete="off"
          />
          <TextField
            label={W.emergencyRelation}
            isOptional
            value={form.emergencyRelation}
            onValue={set('emergencyRelation')}
            error={error('emergencyContact/relation')}
            autoComplete="off"
          />
        </div>
      </fieldset>
      <LanguageField value={form.language} onValue={set('language')} error={error('language')} />
      <TextArea
        label={W.notes}
        hint={W.notesHint}
        isOptional
        value={form.notes}
        onValue={set('notes')}
        error={error('notes')}
      />
    </>
  )
}

const LANGUAGES =
  'en ga cy fr de nl es pt it pl uk ro lt lv et cs sk hu sl hr sr bg el tr ru ar fa he ur hi pa bn ta gu ml zh ja ko vi th id tl so am sw da sv nb fi is mt sq'.split(
    ' ',
  )

type LanguageProps = {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly error: string | undefined
}

function LanguageField({ value, onValue, error }: LanguageProps) {
  const names = new Intl.DisplayNames(['en-GB'], { type: 'language' })
  // A tag that came from elsewhere, such as `pt-BR`, stays choosable.
  const tags = value === '' || LANGUAGES.includes(value) ? LANGUAGES : [value, ...LANGUAGES]
  return (
    <SelectField label={W.language} hint={W.languageHint} isOptional value={value} onValue={onValue} error={error}>
      <option value="">{SEX_WORDS.unknown}</option>
      {tags.map((tag) => (
        <option key={tag} value={tag}>
          {names.of(tag)}
        </option>
      ))}
    </SelectField>
  )
}

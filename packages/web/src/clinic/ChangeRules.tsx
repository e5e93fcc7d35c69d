/** The owner states the rules that hold for the clinic, with the law or the college that says so and since when. */
import { type ClinicView, clinicRoutes, type JurisdictionRulesWire } from '@unknot/wire/clinic'
import { type FormEvent, useState } from 'react'
import { Button, Card, ProblemBanner, Segment, TextArea, TextField } from '../design/index.ts'
import { fieldError, problemOf, useWrite } from '../kernel/index.ts'
import { CLINIC_WORDS as W, RULE_WORDS } from './clinic.words.ts'

type Props = { readonly clinic: ClinicView; readonly onDone: () => void }

const ANSWERED = ['dnPermitted', 'consentWritten', 'retentionAllowed', 'notAcupunctureStatement'] as const
const COUNTED = ['trainingHours', 'aeReportDays'] as const

export function ChangeRules({ clinic, onDone }: Props) {
  const [rules, setRules] = useState<JurisdictionRulesWire>(clinic.rules)
  const [note, setNote] = useState(clinic.rulesNote)
  const write = useWrite(clinicRoutes.changeClinic, [clinicRoutes.readClinic])
  const problem = write.error ? problemOf(write.error) : null
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (write.isPending || note.trim() === '') return
    write.mutate({ body: { version: clinic.version, rules, rulesNote: note } }, { onSuccess: onDone })
  }
  return (
    <Card title={W.rules}>
      <form className="form" onSubmit={save} noValidate>
        <ProblemBanner problem={problem} />
        {ANSWERED.map((rule) => (
          <Segment
            key={rule}
            label={RULE_WORDS[rule]}
            value={rules[rule]}
            options={[
              { value: 'yes', words: W.ruleAnswers.yes },
              { value: 'no', words: W.ruleAnswers.no },
              { value: 'unknown', words: W.ruleAnswers.unknown },
            ]}
            onValue={(value) => setRules({ ...rules, [rule]: value })}
          />
        ))}
        {COUNTED.map((rule) => (
          <TextField
            key={rule}
            label={RULE_WORDS[rule]}
            isOptional
            inputMode="numeric"
            value={rules[rule] === null ? '' : String(rules[rule])}
            error={fieldError(problem, `/rules/${rule}`)}
            onValue={(value) => {
              if (/^\d{0,4}$/.test(value)) setRules({ ...rules, [rule]: value === '' ? null : Number(value) })
            }}
          />
        ))}
        <TextArea
          label={W.ruleSource}
          hint={W.ruleSourceHint}
          value={note}
          onValue={setNote}
          maxLength={1000}
          rows={3}
        />
        <div className="form-acts">
          <Button
            type="submit"
            tone="pri"
            busy={write.isPending && W.saving}
            unavailable={note.trim() === '' ? W.ruleSourceNeeded : null}
          >
            {W.save}
          </Button>
          <Button tone="bare" onClick={onDone}>
            {W.cancel}
          </Button>
        </div>
      </form>
    </Card>
  )
}

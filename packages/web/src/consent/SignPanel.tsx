/** What is agreed to, who signs and how, and the two answers of equal size. */
import { REGIONS } from '@unknot/care/atlas'
import { ageOn, type ConsentId } from '@unknot/care/kernel'
import { consentRoutes, type ConsentView } from '@unknot/wire/consent'
import type { PatientView } from '@unknot/wire/people'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Banner, Button, Choice, ProblemBanner, Segment, TextField } from '../design/index.ts'
import { newId, problemOf, useToday, useWrite } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { REGION_WORDS } from '../screening/index.ts'
import { CONSENT_WORDS as W } from './consent.words.ts'
import { type ConsentChoice, useConsentText, withRegion } from './consent-choice.ts'
import { EMPTY_DRAWING, SignaturePad } from './SignaturePad.tsx'
import { isSignature } from './strokes.ts'

type Props = {
  readonly patient: PatientView
  readonly choice: ConsentChoice
  readonly onChoice: (choice: ConsentChoice) => void
  readonly onGiven: (consent: ConsentView) => void
  readonly onNotToday: () => void
}

export function SignPanel({ patient, choice, onChoice, onGiven, onNotToday }: Props) {
  const me = useMe()
  const client = useQueryClient()
  const today = useToday(me.clinic.timeZone)
  const text = useConsentText(choice)
  const [id] = useState(() => newId<ConsentId>())
  const [how, setHow] = useState<'draw' | 'type'>('draw')
  const [drawing, setDrawing] = useState(EMPTY_DRAWING)
  const [typed, setTyped] = useState('')
  const [isOther, setOther] = useState(false)
  const [other, setOtherPerson] = useState({ name: '', relation: '' })
  const write = useWrite(consentRoutes.giveConsent, [consentRoutes.listConsents])
  const problem = write.error ? problemOf(write.error) : null
  const hasTextChanged = problem?.code === 'consent-text-changed'

  const mustBeOther = text.data !== undefined && ageOn(patient.birthOn, today) < text.data.consentAge
  const signsOther = isOther || mustBeOther
  const isSigned = how === 'draw' ? isSignature(drawing.strokes) : typed.trim() !== ''
  const missing = whatIsMissing()
  function whatIsMissing(): string | null {
    if (choice.regions.length === 0) return W.needRegion
    if (!text.data || text.isPlaceholderData) return W.needText
    if (signsOther && (other.name.trim() === '' || other.relation.trim() === '')) return W.needOther
    return isSigned ? null : W.needSignature
  }
  const sign = () => {
    if (!text.data) return
    write.mutate(
      {
        params: { patient: patient.id },
        body: {
          id,
          regions: [...choice.regions],
          electrical: choice.electrical,
          textVersion: text.data.version,
          textHash: text.data.hash,
          signature:
            how === 'type'
              ? { kind: 'typed', name: typed }
              : { kind: 'strokes', ...drawing.box, strokes: drawing.strokes.map((stroke) => [...stroke]) },
          representative: signsOther ? other : null,
        },
      },
      {
        onSuccess: onGiven,
        onError: (error) => {
          if (problemOf(error).code !== 'consent-text-changed') return
          void client.invalidateQueries({ queryKey: [consentRoutes.consentText.path] })
        },
      },
    )
  }
  return (
    <section className="sign wrapping" aria-label={W.sign}>
      <fieldset className="sign-group">
        <legend className="lbl">{W.agreeTo}</legend>
        <div className="regs">
          {REGIONS.map((region) => (
            <Choice
              key={region}
              type="checkbox"
              isChosen={choice.regions.includes(region)}
              onChosen={(isChosen) => onChoice(withRegion(choice, region, isChosen))}
              words={REGION_WORDS[region]}
            />
          ))}
        </div>
        <Choice
          type="checkbox"
          isChosen={choice.electrical}
          onChosen={(electrical) => onChoice({ ...choice, electrical })}
          words={W.electrical}
          hint={W.electricalHint}
        />
      </fieldset>
      {mustBeOther ? <Banner>{W.otherNeeded(text.data.consentAge)}</Banner> : null}
      {mustBeOther ? null : <Choice type="checkbox" isChosen={isOther} onChosen={setOther} words={W.other} />}
      {signsOther ? (
        <div className="form-two">
          <TextField label={W.otherName} value={other.name} onValue={(name) => setOtherPerson({ ...other, name })} />
          <TextField
            label={W.otherRelation}
            value={other.relation}
            onValue={(relation) => setOtherPerson({ ...other, relation })}
          />
        </div>
      ) : null}
      <Segment
        label={W.how}
        value={how}
        options={[
          { value: 'draw', words: W.draw },
          { value: 'type', words: W.type },
        ]}
        onValue={setHow}
      />
      {how === 'draw' ? (
        <SignaturePad drawing={drawing} onDrawing={setDrawing} caption={signsOther ? other.name : patient.name} />
      ) : (
        <TextField label={W.typed} hint={W.typedHint} value={typed} onValue={setTyped} autoComplete="off" />
      )}
      <p className="hint">{W.cantSign(me.name)}</p>
      {hasTextChanged ? (
        <Banner tone="warn" isUrgent>
          <b>{W.changedTitle}</b> {W.changedBody}
        </Banner>
      ) : (
        <ProblemBanner problem={problem} />
      )}
      <div className="sign-acts">
        <Button tone="pri" size="big" onClick={sign} unavailable={missing} busy={write.isPending && W.signing}>
          {W.agree}
        </Button>
        <Button size="big" onClick={onNotToday}>
          {W.notToday}
        </Button>
      </div>
    </section>
  )
}

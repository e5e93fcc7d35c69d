/** What is agreed to, who signs and how, and the two answers of equal size. */
import { ageOn, type ConsentId } from '@unknot/care/kernel'
import { consentRoutes, type ConsentView } from '@unknot/wire/consent'
import type { PatientView } from '@unknot/wire/people'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Banner, Button, ProblemBanner } from '../design/index.ts'
import { newId, problemOf, useToday, useWrite } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { AgreeTo } from './AgreeTo.tsx'
import { CONSENT_WORDS as W } from './consent.words.ts'
import { type ConsentChoice, useConsentText } from './consent-choice.ts'
import { HowSigned } from './HowSigned.tsx'
import { EMPTY_SIGNING, missingOf, nobody, signatureOf } from './signing.ts'
import { WhoSigns } from './WhoSigns.tsx'

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
  const text = useConsentText(patient.id, choice)
  const [id] = useState(() => newId<ConsentId>())
  const [filled, setSigning] = useState(EMPTY_SIGNING)
  const write = useWrite(consentRoutes.giveConsent, [consentRoutes.listConsents])
  const problem = write.error ? problemOf(write.error) : null
  const hasTextChanged = problem?.code === 'consent-text-changed'

  const isUnderAge = text.data !== undefined && ageOn(patient.birthOn, today) < text.data.consentAge
  // Who is too young never signs alone: the fields of the other one are there from the start.
  const signing = isUnderAge ? { ...filled, other: filled.other ?? nobody(true) } : filled
  const missing = whatIsMissing()
  function whatIsMissing(): string | null {
    if (choice.regions.length === 0) return W.needRegion
    if (text.data?.forbidden) return W.forbiddenShort
    if (!text.data || text.isPlaceholderData) return W.needText
    return missingOf(signing)
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
          extras: text.data.extras,
          screening: text.data.screening,
          textVersion: text.data.version,
          textHash: text.data.hash,
          signature: signatureOf(signing),
          representative: signing.other,
          interpreter: signing.interpreter,
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
      <AgreeTo choice={choice} onChoice={onChoice} />
      <WhoSigns
        signing={signing}
        onSigning={setSigning}
        patientName={patient.name}
        underAge={isUnderAge ? text.data.consentAge : null}
      />
      <HowSigned
        signing={signing}
        onSigning={setSigning}
        signer={signing.other ? signing.other.name : patient.name}
        mustBeWritten={text.data?.mustBeWritten ?? false}
      />
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

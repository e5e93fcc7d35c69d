/** Taking a consent back. As easy as giving it: no reason is owed, one press records it. */
import type { ConsentId } from '@unknot/care/kernel'
import { consentRoutes } from '@unknot/wire/consent'
import { useState } from 'react'
import { Button, Dialog, ProblemBanner, Segment, TextArea } from '../design/index.ts'
import { problemOf, useWrite } from '../kernel/index.ts'
import { CONSENT_WORDS as W } from './consent.words.ts'

type Props = { readonly consent: ConsentId; readonly onClose: () => void }

export function WithdrawDialog({ consent, onClose }: Props) {
  const [by, setBy] = useState<'patient' | 'clinician'>('patient')
  const [reason, setReason] = useState('')
  const write = useWrite(consentRoutes.withdrawConsent, [consentRoutes.readConsent, consentRoutes.listConsents])
  const withdraw = () => write.mutate({ params: { consent }, body: { by, reason } }, { onSuccess: onClose })
  return (
    <Dialog
      title={W.withdrawTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{W.keep}</Button>
          <Button tone="dan" onClick={withdraw} busy={write.isPending && W.withdrawing}>
            {W.withdrawYes}
          </Button>
        </>
      }
    >
      <p>{W.withdrawBody}</p>
      <Segment
        label={W.whoWithdraws}
        value={by}
        options={[
          { value: 'patient', words: W.byPatient },
          { value: 'clinician', words: W.byClinician },
        ]}
        onValue={setBy}
      />
      <TextArea label={W.reason} hint={W.reasonHint} isOptional value={reason} onValue={setReason} maxLength={1000} />
      <ProblemBanner problem={write.error ? problemOf(write.error) : null} />
    </Dialog>
  )
}

/** Taking a consent back, all of it or a part. As easy as giving it: no reason is owed, one press records it. */
import type { WithdrawalScope } from '@unknot/care/consent'
import { consentRoutes, type ConsentView } from '@unknot/wire/consent'
import { useState } from 'react'
import { Button, Choice, Dialog, ProblemBanner, Segment, TextArea } from '../design/index.ts'
import { problemOf, useWrite } from '../kernel/index.ts'
import { CONSENT_WORDS as W } from './consent.words.ts'
import { scopesOf, scopeWords } from './scopes.ts'

type Props = { readonly consent: ConsentView; readonly onClose: () => void }

export function WithdrawDialog({ consent, onClose }: Props) {
  const [by, setBy] = useState<'patient' | 'clinician'>('patient')
  const [isWhole, setWhole] = useState<'all' | 'part'>('all')
  const [parts, setParts] = useState<readonly WithdrawalScope[]>([])
  const [reason, setReason] = useState('')
  const write = useWrite(consentRoutes.withdrawConsent, [consentRoutes.readConsent, consentRoutes.listConsents])
  const scopes: readonly WithdrawalScope[] = isWhole === 'all' ? ['all'] : parts
  const withdraw = () =>
    write.mutate({ params: { consent: consent.id }, body: { scopes: [...scopes], by, reason } }, { onSuccess: onClose })
  const tick = (scope: WithdrawalScope, isTicked: boolean) =>
    setParts(isTicked ? [...parts, scope] : parts.filter((other) => other !== scope))
  return (
    <Dialog
      title={W.withdrawTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{W.keep}</Button>
          <Button
            tone="dan"
            onClick={withdraw}
            unavailable={scopes.length === 0 ? W.needPart : null}
            busy={write.isPending && W.withdrawing}
          >
            {W.withdrawYes}
          </Button>
        </>
      }
    >
      <p>{W.withdrawBody}</p>
      <Segment
        label={W.withdrawWhat}
        value={isWhole}
        options={[
          { value: 'all', words: W.withdrawAll },
          { value: 'part', words: W.withdrawPart },
        ]}
        onValue={setWhole}
      />
      {isWhole === 'all' ? null : (
        <div className="regs">
          {scopesOf(consent.covers).map((scope) => (
            <Choice
              key={scope}
              type="checkbox"
              isChosen={parts.includes(scope)}
              onChosen={(isTicked) => tick(scope, isTicked)}
              words={scopeWords(scope)}
            />
          ))}
        </div>
      )}
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

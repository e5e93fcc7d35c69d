/** Needling against one finding: in one's own name, with a reason that others will read. */
import { MIN_REASON_LENGTH } from '@unknot/care/screening'
import { type FindingWire, screeningRoutes, type ScreeningView } from '@unknot/wire/screening'
import { useState } from 'react'
import { Button, Dialog, ProblemBanner, TextArea } from '../design/index.ts'
import { problemOf, useWrite } from '../kernel/index.ts'
import { RESULT_WORDS as W } from './screening.words.ts'

type Props = {
  readonly screening: ScreeningView['id']
  readonly finding: FindingWire
  readonly mustWrite: string
  readonly onClose: () => void
}

export function OverrideDialog({ screening, finding, mustWrite, onClose }: Props) {
  const [reason, setReason] = useState('')
  const write = useWrite(screeningRoutes.overrideFinding, [
    screeningRoutes.readScreening,
    screeningRoutes.listScreenings,
  ])
  const record = () =>
    write.mutate({ params: { screening }, body: { rule: finding.rule, reason: reason.trim() } }, { onSuccess: onClose })
  return (
    <Dialog
      title={W.overrideTitle(finding.label)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{W.overrideKeep}</Button>
          <Button
            tone="dan"
            onClick={record}
            unavailable={reason.trim().length < MIN_REASON_LENGTH ? W.overrideTooShort : null}
            busy={write.isPending && W.overriding}
          >
            {W.overrideYes}
          </Button>
        </>
      }
    >
      <p>{W.overrideBody}</p>
      <TextArea label={mustWrite} rows={3} maxLength={1000} value={reason} onValue={setReason} />
      <ProblemBanner problem={write.error ? problemOf(write.error) : null} />
    </Dialog>
  )
}

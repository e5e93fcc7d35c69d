/** Says on each page that nothing here is real, and throws it all away after one confirmation. */
import { clinicRoutes } from '@unknot/wire/clinic'
import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, ProblemBanner } from '../design/index.ts'
import { problemOf, useWrite } from '../kernel/index.ts'
import { nowSignedOut } from '../people/index.ts'
import { SHELL_WORDS as W } from './shell.words.ts'

export function DemoBanner() {
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="demo-note no-print">
      <FlaskConical className="i sm" aria-hidden="true" />
      <span className="grow">{W.demo}</span>
      <button type="button" className="btn bare" onClick={() => setAsking(true)}>
        {W.throwAway}
      </button>
      {isAsking ? <ThrowAwayDialog onClose={() => setAsking(false)} /> : null}
    </div>
  )
}

function ThrowAwayDialog({ onClose }: { readonly onClose: () => void }) {
  const write = useWrite(clinicRoutes.throwAwayDemo)
  const throwAway = () =>
    write.mutate(
      {},
      {
        onSuccess: () => {
          void nowSignedOut()
          // A fresh start: nothing of the demo stays in this page's memory.
          location.assign('/')
        },
      },
    )
  return (
    <Dialog
      title={W.throwAwayTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{W.throwAwayNo}</Button>
          <Button tone="dan" onClick={throwAway} busy={write.isPending && W.throwingAway}>
            {W.throwAwayYes}
          </Button>
        </>
      }
    >
      <p>{W.throwAwayBody}</p>
      <ProblemBanner problem={write.error ? problemOf(write.error) : null} />
    </Dialog>
  )
}

/**
 * Signing in again in place, when a sign-in has ended in the middle of work. The page behind stays as it is, with everything
 * typed in it; the call that was refused is made again. Should somebody else sign in, the page starts afresh instead: what one
 * person typed is never saved under another's name.
 */
import type { Me } from '@unknot/wire/people'
import { useEffect, useState } from 'react'
import { Button, Dialog } from '../design/index.ts'
import { onSignInNeeded } from '../kernel/index.ts'
import { SIGN_IN_WORDS as W } from './people.words.ts'
import { SignInForm } from './SignInForm.tsx'
import { nowSignedIn, forgetPage, useMe } from './who.ts'

export function SignInAgain() {
  const me = useMe()
  const [answer, setAnswer] = useState<((isSignedIn: boolean) => void) | null>(null)

  useEffect(
    () =>
      onSignInNeeded(
        () =>
          new Promise<boolean>((resolve) => {
            setAnswer(() => resolve)
          }),
      ),
    [],
  )

  if (!answer) return null
  const finish = (isSignedIn: boolean) => {
    setAnswer(null)
    answer(isSignedIn)
  }
  const signedIn = (now: Me) => {
    if (now.account !== me.account || now.clinic.id !== me.clinic.id) {
      forgetPage()
      location.assign('/today')
      return
    }
    nowSignedIn(now)
    finish(true)
  }
  const leave = () => {
    forgetPage()
    location.assign('/sign-in')
  }
  return (
    <Dialog
      title={W.againTitle}
      onClose={() => finish(false)}
      actions={
        <>
          <Button tone="bare" onClick={leave}>
            {W.againLeave}
          </Button>
          <Button tone="bare" onClick={() => finish(false)}>
            {W.againLater}
          </Button>
        </>
      }
    >
      <p>{W.againBody}</p>
      <SignInForm fixedEmail={me.email} onSignedIn={signedIn} />
    </Dialog>
  )
}

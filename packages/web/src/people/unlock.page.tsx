/** The device was locked: its PIN opens it again, with or without a network. */
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { LockOpen } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Banner, Button, Dialog, Logo, PasswordField } from '../design/index.ts'
import { deviceVault, PageTitle, useVault } from '../kernel/index.ts'
import { UNLOCK_WORDS as W } from './people.words.ts'
import { keptName, noteUse, nowSignedOut } from './who.ts'

export function UnlockPage() {
  const { to } = useSearch({ from: '/unlock' })
  const navigate = useNavigate()
  const router = useRouter()
  const isLocked = useVault().kind === 'locked'
  const [pin, setPin] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)

  const enter = () => {
    noteUse()
    if (to === undefined) void navigate({ to: '/' })
    else router.history.push(to)
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isBusy) return
    // Loaded afresh nobody has asked for the vault yet: the guard of the page behind does, and leads back here if it must.
    if (!isLocked) return enter()
    setBusy(true)
    const unlocked = await deviceVault.unlock(pin)
    setBusy(false)
    if (unlocked.kind === 'open') return enter()
    setPin('')
    setRefusal(unlocked.kind === 'wait' ? W.wait(Math.ceil(unlocked.forMs / 1000)) : W.wrong)
  }

  async function throwAway(): Promise<void> {
    await nowSignedOut(false)
    await navigate({ to: '/sign-in' })
  }

  return (
    <main className="solo" id="page">
      <PageTitle title={W.title} />
      <Logo />
      <h1>{W.title}</h1>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{W.hint(keptName())}</p>
        {refusal === null ? null : (
          <Banner tone="dan" isUrgent>
            {refusal}
          </Banner>
        )}
        <PasswordField
          label={W.pin}
          value={pin}
          onValue={setPin}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          isFirst
        />
        <Button type="submit" tone="pri" size="big" busy={isBusy && W.unlocking}>
          <LockOpen className="i" aria-hidden="true" />
          {W.unlock}
        </Button>
      </form>
      <p className="solo-foot">
        <Button tone="bare" onClick={() => setAsking(true)}>
          {W.forgot}
        </Button>
      </p>
      {isAsking ? (
        <Dialog
          title={W.forgotTitle}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button tone="dan" onClick={() => void throwAway()}>
                {W.forgotDo}
              </Button>
              <Button tone="pri" onClick={() => setAsking(false)}>
                {W.forgotStay}
              </Button>
            </>
          }
        >
          <p>{W.forgotBody}</p>
        </Dialog>
      ) : null}
    </main>
  )
}

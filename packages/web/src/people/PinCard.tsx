/** The PIN of this device: set it, change it, lock now. */
import { useNavigate } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Banner, Button, Card, PasswordField } from '../design/index.ts'
import { canSeal, deviceVault, isPin, PIN_LENGTHS, useVault } from '../kernel/index.ts'
import { PIN_WORDS as W } from './people.words.ts'

export function PinCard() {
  const vault = useVault()
  const navigate = useNavigate()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [isSet, setSet] = useState(false)
  if (!canSeal()) {
    return (
      <Card title={W.title}>
        <Banner tone="warn">{W.noHttps}</Banner>
      </Card>
    )
  }
  const hasPin = vault.kind === 'open' && vault.hasPin
  const why = !isPin(pin) ? W.rule(PIN_LENGTHS.from, PIN_LENGTHS.to) : pin !== again ? W.differ : null

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (why !== null || isBusy) return
    setBusy(true)
    await deviceVault.setPin(pin)
    setBusy(false)
    setPin('')
    setAgain('')
    setSet(true)
  }

  async function lock(): Promise<void> {
    if (await deviceVault.lock()) await navigate({ to: '/unlock' })
  }

  return (
    <Card title={W.title}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{hasPin ? W.on : W.off}</p>
        {isSet ? <Banner tone="good">{W.isSet}</Banner> : null}
        <PasswordField
          label={W.pin}
          value={pin}
          onValue={setPin}
          inputMode="numeric"
          maxLength={PIN_LENGTHS.to}
          autoComplete="off"
        />
        <PasswordField
          label={W.again}
          value={again}
          onValue={setAgain}
          inputMode="numeric"
          maxLength={PIN_LENGTHS.to}
          autoComplete="off"
        />
        <div className="row">
          <Button type="submit" tone={hasPin ? 'plain' : 'pri'} unavailable={why} busy={isBusy && W.setting}>
            {hasPin ? W.change : W.set}
          </Button>
          {hasPin ? (
            <Button onClick={() => void lock()}>
              <Lock className="i" aria-hidden="true" />
              {W.lock}
            </Button>
          ) : null}
        </div>
      </form>
    </Card>
  )
}

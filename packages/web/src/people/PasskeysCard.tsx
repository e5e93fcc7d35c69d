/** One's own passkeys. Adding one asks for the password first. */
import { startRegistration } from '@simplewebauthn/browser'
import { accountRoutes } from '@unknot/wire/people'
import { type FormEvent, useState } from 'react'
import { Banner, Button, Card, ProblemBanner, Skeleton, TextField } from '../design/index.ts'
import { call, dateWords, type Problem, problemOf, useRead, useWrite } from '../kernel/index.ts'
import { PasswordAgain } from './PasswordAgain.tsx'
import { ACCOUNT_WORDS as W } from './people.words.ts'
import { askWhoAgain, useMe } from './who.ts'

type Step = 'rest' | 'password' | 'name'

export function PasskeysCard() {
  const { timeZone } = useMe().clinic
  const read = useRead(accountRoutes.listPasskeys, {})
  const remove = useWrite(accountRoutes.removePasskey, [accountRoutes.listPasskeys])
  const options = useWrite(accountRoutes.passkeyOptions)
  const [step, setStep] = useState<Step>('rest')
  const rest = () => {
    setStep('rest')
    options.reset()
  }
  return (
    <Card title={W.passkeys}>
      <div className="card-form">
        {read.data === undefined ? <Skeleton rows={2} /> : null}
        {read.data?.passkeys.length === 0 ? <p className="q">{W.passkeysNone}</p> : null}
        <ul className="lines full-width">
          {(read.data?.passkeys ?? []).map((passkey) => (
            <li key={passkey.id}>
              <span className="grow">
                <span className="b">{passkey.name}</span>
                <br />
                <span className="q sm">
                  {W.passkeyAdded} {dateWords(passkey.addedAt, timeZone)},{' '}
                  {passkey.usedAt ? `${W.passkeyUsed} ${dateWords(passkey.usedAt, timeZone)}` : W.passkeyNever}
                </span>
              </span>
              <Button
                tone="bare"
                onClick={() => remove.mutate({ params: { passkey: passkey.id } }, { onSuccess: askWhoAgain })}
              >
                {W.passkeyRemove}
              </Button>
            </li>
          ))}
        </ul>
        <ProblemBanner problem={remove.error ? problemOf(remove.error) : null} />
        {step === 'password' ? (
          <PasswordAgain
            problem={options.error ? problemOf(options.error) : null}
            isBusy={options.isPending}
            onPassword={(password) => options.mutate({ body: { password } }, { onSuccess: () => setStep('name') })}
            onCancel={rest}
          />
        ) : null}
        {step === 'name' && options.data ? (
          <NamePasskey
            options={options.data.options}
            onCancel={rest}
            onAdded={() => {
              rest()
              void read.refetch()
              void askWhoAgain()
            }}
          />
        ) : null}
        {step === 'rest' ? <Button onClick={() => setStep('password')}>{W.passkeyAdd}</Button> : null}
      </div>
    </Card>
  )
}

type NameProps = { readonly options: unknown; readonly onAdded: () => void; readonly onCancel: () => void }

function NamePasskey({ options, onAdded, onCancel }: NameProps) {
  const [name, setName] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const add = async () => {
    setBusy(true)
    setProblem(null)
    const credential = await startRegistration({ optionsJSON: options as never }).catch(() => null)
    setRefused(!credential)
    try {
      if (credential) {
        await call(accountRoutes.addPasskey, { body: { name: name.trim(), credential: credential as never } })
        onAdded()
      }
    } catch (error) {
      setProblem(problemOf(error))
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy && name.trim() !== '') void add()
  }
  return (
    <form className="card-form" onSubmit={submit} noValidate>
      <TextField
        label={W.passkeyName}
        hint={W.passkeyNameHint}
        isFirst
        value={name}
        onValue={setName}
        maxLength={100}
      />
      {isRefused ? <Banner tone="warn">{W.passkeyRefused}</Banner> : null}
      <ProblemBanner problem={problem} />
      <div className="form-acts">
        <Button type="submit" tone="pri" busy={isBusy && W.saving}>
          {W.passkeyAdd}
        </Button>
        <Button tone="bare" onClick={onCancel}>
          {W.cancel}
        </Button>
      </div>
    </form>
  )
}

/** A code from an authenticator app as the second step of signing in. Recovery codes are shown once, then never again. */
import { accountRoutes } from '@unknot/wire/people'
import { CircleCheck } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { encode } from 'uqr'
import { Button, Card, ProblemBanner, Tag, TextField } from '../design/index.ts'
import { fieldError, problemOf, useWrite } from '../kernel/index.ts'
import { PasswordAgain } from './PasswordAgain.tsx'
import { ACCOUNT_WORDS as W } from './people.words.ts'
import { askWhoAgain, useMe } from './who.ts'

type Step = 'rest' | 'password' | 'codes'

export function TotpCard() {
  const isOn = useMe().totp
  const [step, setStep] = useState<Step>('rest')
  const start = useWrite(accountRoutes.startTotp)
  const confirm = useWrite(accountRoutes.confirmTotp)
  const remove = useWrite(accountRoutes.removeTotp)
  const asked = isOn ? remove : start
  const rest = () => {
    setStep('rest')
    for (const write of [start, confirm, remove]) write.reset()
    void askWhoAgain()
  }

  const body = () => {
    if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onDone={rest} />
    if (start.data) {
      return (
        <ConfirmCode
          uri={start.data.uri}
          secret={start.data.secret}
          problem={confirm.error ? problemOf(confirm.error) : null}
          isBusy={confirm.isPending}
          onCode={(code) => confirm.mutate({ body: { code } })}
          onCancel={rest}
        />
      )
    }
    if (step === 'password') {
      const again = (password: string) =>
        isOn ? remove.mutate({ body: { password } }, { onSuccess: rest }) : start.mutate({ body: { password } })
      return (
        <PasswordAgain
          problem={asked.error ? problemOf(asked.error) : null}
          isBusy={asked.isPending}
          onPassword={again}
          onCancel={rest}
        />
      )
    }
    return (
      <div className="card-form">
        {isOn ? (
          <Tag tone="good" Icon={CircleCheck}>
            {W.totpOn}
          </Tag>
        ) : (
          <p className="q">{W.totpOff}</p>
        )}
        <Button onClick={() => setStep('password')}>{isOn ? W.totpStop : W.totpStart}</Button>
      </div>
    )
  }
  return <Card title={W.totp}>{body()}</Card>
}

type ConfirmProps = {
  readonly uri: string
  readonly secret: string
  readonly problem: ReturnType<typeof problemOf> | null
  readonly isBusy: boolean
  readonly onCode: (code: string) => void
  readonly onCancel: () => void
}

function ConfirmCode({ uri, secret, problem, isBusy, onCode, onCancel }: ConfirmProps) {
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy) onCode(code.replaceAll(' ', ''))
  }
  return (
    <form className="card-form" onSubmit={submit} noValidate>
      <p>{W.totpScan}</p>
      <QrCode text={uri} />
      <p>
        {W.totpKey}: <span className="key">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
      </p>
      <TextField
        label={W.totpCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        isFirst
        value={code}
        onValue={setCode}
        error={fieldError(problem, '/code')}
      />
      {problem && !problem.errors ? <ProblemBanner problem={problem} /> : null}
      <div className="form-acts">
        <Button type="submit" tone="pri" busy={isBusy && W.saving}>
          {W.totpConfirm}
        </Button>
        <Button tone="bare" onClick={onCancel}>
          {W.cancel}
        </Button>
      </div>
    </form>
  )
}

function RecoveryCodes({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  return (
    <div className="card-form">
      <h3>{W.totpCodes}</h3>
      <p>{W.totpCodesHint}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="form-acts">
        <Button tone="pri" onClick={onDone}>
          {W.totpDone}
        </Button>
        <Button onClick={() => window.print()}>{W.print}</Button>
      </div>
    </div>
  )
}

/** Dark on white in both themes: many cameras can't read it the other way round. */
function QrCode({ text }: { readonly text: string }) {
  const { data, size } = encode(text, { border: 0 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={W.totpKey} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  )
}

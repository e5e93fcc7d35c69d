/** E-mail and password, then a code where the account has one; or a passkey. Nothing typed is lost on a refusal. */
import { startAuthentication } from '@simplewebauthn/browser'
import { accountRoutes, type Me } from '@unknot/wire/people'
import { KeyRound } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Banner, Button, PasswordField, ProblemBanner, TextField } from '../design/index.ts'
import { call, fieldError, type Problem, problemOf } from '../kernel/index.ts'
import { SIGN_IN_WORDS as W } from './people.words.ts'

type Props = {
  /** Set when the same person has to sign in again. */
  readonly fixedEmail?: string
  readonly onSignedIn: (me: Me) => void
}

type Busy = 'no' | 'password' | 'passkey'

export function SignInForm({ fixedEmail, onSignedIn }: Props) {
  const [email, setEmail] = useState(fixedEmail ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  const [busy, setBusy] = useState<Busy>('no')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isPasskeyRefused, setPasskeyRefused] = useState(false)

  const attempt = async (kind: Busy, signIn: () => Promise<Me | null>) => {
    setBusy(kind)
    setProblem(null)
    setPasskeyRefused(false)
    try {
      const me = await signIn()
      if (me) onSignedIn(me)
      else setPasskeyRefused(true)
    } catch (error) {
      const refused = problemOf(error)
      if (refused.code === 'totp-needed') setNeedsCode(true)
      else setProblem(refused)
    } finally {
      setBusy('no')
    }
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy !== 'no') return
    const body = { email, password, ...(needsCode ? { code: code.replaceAll(' ', '') } : {}) }
    void attempt('password', async () => (await call(accountRoutes.signIn, { body }, { onSignInNeeded: 'throw' })).me)
  }

  return (
    <form className="stack5" onSubmit={submit} noValidate>
      <ProblemBanner problem={problem} />
      {isPasskeyRefused ? (
        <Banner tone="warn" isUrgent>
          {W.passkeyRefused}
        </Banner>
      ) : null}
      {needsCode ? (
        <TextField
          label={W.code}
          hint={W.codeHint}
          value={code}
          onValue={setCode}
          autoComplete="one-time-code"
          isFirst
          error={fieldError(problem, '/code')}
        />
      ) : (
        <>
          <TextField
            label={W.email}
            type="email"
            autoComplete="username webauthn"
            isFirst={!fixedEmail}
            value={email}
            onValue={setEmail}
            readOnly={fixedEmail !== undefined}
            error={fieldError(problem, '/email')}
          />
          <PasswordField
            label={W.password}
            autoComplete="current-password"
            isFirst={fixedEmail !== undefined}
            value={password}
            onValue={setPassword}
            error={fieldError(problem, '/password')}
          />
        </>
      )}
      <div className="stack">
        <Button type="submit" tone="pri" size="big" className="full" busy={busy === 'password' && W.signingIn}>
          {W.signIn}
        </Button>
        {needsCode ? (
          <Button tone="bare" className="full" onClick={() => setNeedsCode(false)}>
            {W.back}
          </Button>
        ) : (
          <Button
            className="full"
            onClick={() => void attempt('passkey', passkeySignIn)}
            busy={busy === 'passkey' && W.passkeyWaiting}
          >
            <KeyRound className="i" aria-hidden="true" />
            {W.passkey}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Null when the person waved the browser's question away. */
async function passkeySignIn(): Promise<Me | null> {
  const { options } = await call(accountRoutes.passkeySignInOptions, {}, { onSignInNeeded: 'throw' })
  const credential = await startAuthentication({ optionsJSON: options as never }).catch(() => null)
  if (!credential) return null
  const body = { credential: credential as never }
  return (await call(accountRoutes.passkeySignIn, { body }, { onSignInNeeded: 'throw' })).me
}

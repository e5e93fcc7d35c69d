/** Asks for one's own password before something that guards the account is changed. */
import { type FormEvent, useState } from 'react'
import { Button, PasswordField, ProblemBanner } from '../design/index.ts'
import { fieldError, type Problem } from '../kernel/index.ts'
import { ACCOUNT_WORDS as W } from './people.words.ts'

type Props = {
  readonly problem: Problem | null
  readonly isBusy: boolean
  readonly onPassword: (password: string) => void
  readonly onCancel: () => void
}

export function PasswordAgain({ problem, isBusy, onPassword, onCancel }: Props) {
  const [password, setPassword] = useState('')
  const go = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy && password !== '') onPassword(password)
  }
  return (
    <form className="card-form" onSubmit={go} noValidate>
      <PasswordField
        label={W.again}
        autoComplete="current-password"
        isFirst
        value={password}
        onValue={setPassword}
        error={fieldError(problem, '/password')}
      />
      {problem && !problem.errors ? <ProblemBanner problem={problem} /> : null}
      <div className="form-acts">
        <Button type="submit" tone="pri" busy={isBusy && W.saving}>
          {W.go}
        </Button>
        <Button tone="bare" onClick={onCancel}>
          {W.cancel}
        </Button>
      </div>
    </form>
  )
}

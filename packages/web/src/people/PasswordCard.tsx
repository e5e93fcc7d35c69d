/** Changing one's own password. Its rules are told before it is sent, by the same code that the server judges with. */
import { checkPassword } from '@unknot/care/people'
import { accountRoutes } from '@unknot/wire/people'
import { type FormEvent, useState } from 'react'
import { Banner, Button, Card, PasswordField, ProblemBanner } from '../design/index.ts'
import { fieldError, problemOf, useWrite } from '../kernel/index.ts'
import { ACCOUNT_WORDS as W, passwordWords } from './people.words.ts'
import { askWhoAgain, useMe } from './who.ts'

export function PasswordCard() {
  const me = useMe()
  const [now, setNow] = useState('')
  const [next, setNext] = useState('')
  const write = useWrite(accountRoutes.changePassword, [accountRoutes.listSignIns])
  const problem = write.error ? problemOf(write.error) : null
  const judged = next === '' ? null : checkPassword(next, [me.email, me.name, me.clinic.name])
  const weak = judged && !judged.ok ? passwordWords(judged.problem) : undefined
  const change = (event: FormEvent) => {
    event.preventDefault()
    if (write.isPending || now === '' || !judged?.ok) return
    write.mutate(
      { body: { password: now, newPassword: next } },
      {
        onSuccess: () => {
          setNow('')
          setNext('')
          void askWhoAgain()
        },
      },
    )
  }
  return (
    <Card title={W.password}>
      <form className="card-form" onSubmit={change} noValidate>
        <input
          type="email"
          className="vh"
          autoComplete="username"
          value={me.email}
          readOnly
          tabIndex={-1}
          aria-hidden
        />
        <PasswordField
          label={W.passwordNow}
          autoComplete="current-password"
          value={now}
          onValue={setNow}
          error={fieldError(problem, '/password')}
        />
        <PasswordField
          label={W.passwordNew}
          hint={W.passwordHint}
          autoComplete="new-password"
          value={next}
          onValue={setNext}
          error={fieldError(problem, '/newPassword') ?? weak}
        />
        {problem && !problem.errors ? <ProblemBanner problem={problem} /> : null}
        {write.isSuccess ? <Banner tone="good">{W.passwordChanged}</Banner> : null}
        <Button type="submit" busy={write.isPending && W.saving}>
          {W.passwordChange}
        </Button>
      </form>
    </Card>
  )
}

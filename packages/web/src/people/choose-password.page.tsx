/** Choosing a password by the link of a mail. The link's secret stands after the #, which no server gets to see. */
import { Link } from '@tanstack/react-router'
import { checkPassword } from '@unknot/care/people'
import { accountRoutes } from '@unknot/wire/people'
import { type FormEvent, useState } from 'react'
import { Banner, Button, Logo, PasswordField, ProblemBanner } from '../design/index.ts'
import { fieldError, PageTitle, problemOf, useWrite } from '../kernel/index.ts'
import { ACCOUNT_WORDS, PASSWORD_LINK_WORDS as W, passwordWords } from './people.words.ts'

export function ChoosePasswordPage() {
  const [token] = useState(() => window.location.hash.slice(1))
  const [password, setPassword] = useState('')
  const write = useWrite(accountRoutes.choosePassword)
  const problem = write.error ? problemOf(write.error) : null
  const judged = password === '' ? null : checkPassword(password, [])
  const weak = judged && !judged.ok ? passwordWords(judged.problem) : undefined
  const choose = (event: FormEvent) => {
    event.preventDefault()
    if (!write.isPending && judged?.ok) write.mutate({ body: { token, password } })
  }
  const isDead = token === '' || problem?.code === 'link-not-good' || fieldError(problem, '/token') !== undefined
  return (
    <main className="solo" id="page">
      <PageTitle title={W.chooseTitle} />
      <Logo />
      <h1>{W.chooseTitle}</h1>
      {write.isSuccess ? (
        <div className="stack5">
          <Banner tone="good">{W.chosen}</Banner>
          <Link className="btn pri big full" to="/sign-in">
            {W.signIn}
          </Link>
        </div>
      ) : isDead ? (
        <div className="stack5">
          <Banner tone="warn" isUrgent>
            {W.dead}
          </Banner>
          <Link className="btn pri big full" to="/forgotten">
            {W.askAgain}
          </Link>
        </div>
      ) : (
        <form className="stack5" onSubmit={choose} noValidate>
          {problem && !problem.errors ? <ProblemBanner problem={problem} /> : null}
          <PasswordField
            label={ACCOUNT_WORDS.passwordNew}
            hint={W.hint}
            autoComplete="new-password"
            isFirst
            value={password}
            onValue={setPassword}
            error={fieldError(problem, '/password') ?? weak}
          />
          <p className="hint">{W.ends}</p>
          <Button type="submit" tone="pri" size="big" className="full" busy={write.isPending && W.choosing}>
            {W.choose}
          </Button>
        </form>
      )}
    </main>
  )
}

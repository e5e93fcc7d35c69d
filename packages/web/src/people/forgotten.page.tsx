/** Asking for a link to choose a new password. The answer is the same whether anybody has the e-mail, and says so. */
import { Link } from '@tanstack/react-router'
import { accountRoutes } from '@unknot/wire/people'
import { ChevronLeft } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Banner, Button, Logo, ProblemBanner, TextField } from '../design/index.ts'
import { fieldError, PageTitle, problemOf, useWrite } from '../kernel/index.ts'
import { PASSWORD_LINK_WORDS as W } from './people.words.ts'

export function ForgottenPage() {
  const [email, setEmail] = useState('')
  const write = useWrite(accountRoutes.forgotPassword)
  const problem = write.error ? problemOf(write.error) : null
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (!write.isPending) write.mutate({ body: { email: email.trim() } })
  }
  return (
    <main className="solo" id="page">
      <PageTitle title={W.askTitle} />
      <Logo />
      <h1>{W.askTitle}</h1>
      {write.isSuccess ? (
        <div className="stack5">
          <Banner tone="good">{W.asked}</Banner>
          <p className="hint">{W.noMail}</p>
        </div>
      ) : (
        <form className="stack5" onSubmit={ask} noValidate>
          {problem && !problem.errors ? <ProblemBanner problem={problem} /> : null}
          <TextField
            label={W.email}
            hint={W.emailHint}
            type="email"
            autoComplete="username"
            isFirst
            value={email}
            onValue={setEmail}
            error={fieldError(problem, '/email')}
          />
          <Button type="submit" tone="pri" size="big" className="full" busy={write.isPending && W.asking}>
            {W.ask}
          </Button>
        </form>
      )}
      <p className="solo-foot">
        <Link className="btn bare" to="/sign-in">
          <ChevronLeft className="i" aria-hidden="true" />
          {W.back}
        </Link>
      </p>
    </main>
  )
}

/** The first page of an installation without a clinic of its own: set one up, or look around in an invented one. */
import { Link, Navigate, useNavigate } from '@tanstack/react-router'
import { clinicRoutes } from '@unknot/wire/clinic'
import { Building2, FlaskConical } from 'lucide-react'
import { Button, Logo, ProblemBanner } from '../design/index.ts'
import { Answered, PageTitle, problemOf, queryClient, useRead, useWrite } from '../kernel/index.ts'
import { nowSignedIn } from '../people/index.ts'
import { WELCOME_WORDS as W } from './clinic.words.ts'

const DEMO_ROLES = ['clinician', 'owner', 'desk'] as const

export function WelcomePage() {
  const read = useRead(clinicRoutes.install, {})
  return (
    <main className="solo wide" id="page">
      <PageTitle title={W.title} />
      <Logo />
      <h1>{W.title}</h1>
      <p className="lead">{W.lead}</p>
      <Answered read={read} skeleton={<div className="sk welcome-sk" />}>
        {({ state }) => (state === 'ready' ? <Navigate to="/sign-in" replace /> : <TwoWays />)}
      </Answered>
      <p>
        <Link className="btn bare" to="/sign-in">
          {W.signIn}
        </Link>
      </p>
    </main>
  )
}

function TwoWays() {
  const navigate = useNavigate()
  const open = useWrite(clinicRoutes.openDemo)
  const enter = (role: (typeof DEMO_ROLES)[number]) =>
    open.mutate(
      { body: { role } },
      {
        onSuccess: ({ me }) => {
          queryClient.clear()
          nowSignedIn(me)
          void navigate({ to: '/' })
        },
      },
    )
  return (
    <>
      <ProblemBanner problem={open.error ? problemOf(open.error) : null} />
      <div className="two-ways">
        <section className="card way">
          <Building2 className="i lg" aria-hidden="true" />
          <h2>{W.own}</h2>
          <p className="q">{W.ownHint}</p>
          <ol className="way-steps">
            {W.ownSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Link className="btn pri big" to="/set-up">
            {W.own}
          </Link>
        </section>
        <section className="card way">
          <FlaskConical className="i lg" aria-hidden="true" />
          <h2>{W.demo}</h2>
          <p className="q">{W.demoHint}</p>
          <p className="lbl">{W.demoAs}</p>
          <div className="way-roles">
            {DEMO_ROLES.map((role) => (
              <Button key={role} onClick={() => enter(role)} busy={open.isPending && W.roles[role][0]}>
                <span className="way-role">
                  {W.roles[role][0]}
                  <small>{W.roles[role][1]}</small>
                </span>
              </Button>
            ))}
          </div>
          <p className="hint way-live" aria-live="polite">
            {open.isPending ? `${W.demoOpening}…` : ''}
          </p>
        </section>
      </div>
    </>
  )
}

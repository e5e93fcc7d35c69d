/** The door. Where somebody was going when they were stopped, they get to afterwards. */
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Logo } from '../design/index.ts'
import { PageTitle, queryClient } from '../kernel/index.ts'
import { SIGN_IN_WORDS as W } from './people.words.ts'
import { SignInForm } from './SignInForm.tsx'
import { nowSignedIn } from './who.ts'

export function SignInPage() {
  const { to } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  const router = useRouter()
  return (
    <main className="solo" id="page">
      <PageTitle title={W.title} />
      <Logo />
      <h1>{W.title}</h1>
      <SignInForm
        onSignedIn={(me) => {
          queryClient.clear()
          nowSignedIn(me)
          if (to === undefined) void navigate({ to: '/' })
          else router.history.push(to)
        }}
      />
      <p className="solo-foot">
        <Link className="btn bare" to="/forgotten">
          {W.forgotten}
        </Link>
      </p>
      <p className="hint">{W.lost}</p>
    </main>
  )
}

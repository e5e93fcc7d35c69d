/** One's own account: password, code, passkeys, and every place where it is signed in. */
import { Link, useNavigate } from '@tanstack/react-router'
import { accountRoutes } from '@unknot/wire/people'
import { LogOut } from 'lucide-react'
import { Banner, Button, Card, Dialog, ProblemBanner, Segment } from '../design/index.ts'
import { chooseTheme, PageHead, problemOf, THEMES, useTheme, useUnsentCount, useWrite } from '../kernel/index.ts'
import { useState } from 'react'
import { PasskeysCard } from './PasskeysCard.tsx'
import { PasswordCard } from './PasswordCard.tsx'
import { ACCOUNT_WORDS as W, ROLE_WORDS } from './people.words.ts'
import { SignInsCard } from './SignInsCard.tsx'
import { TotpCard } from './TotpCard.tsx'
import { nowSignedOut, useMe } from './who.ts'

export function AccountPage() {
  const me = useMe()
  const navigate = useNavigate()
  const signOut = useWrite(accountRoutes.signOut)
  const theme = useTheme()
  const unsent = useUnsentCount()
  const [isAsking, setAsking] = useState(false)
  const gone = async (isServerTold: boolean) => {
    await navigate({ to: '/sign-in' })
    await nowSignedOut(isServerTold)
  }
  const leave = () =>
    signOut.mutate(
      {},
      {
        onSuccess: () => void gone(true),
        // Without a network one can leave too: the key goes now, the server hears of it later.
        onError: (error) => void (problemOf(error).code === 'no-network' ? gone(false) : undefined),
      },
    )
  return (
    <>
      <PageHead
        title={W.title}
        sub={`${me.name} · ${me.email} · ${me.roles.map((role) => ROLE_WORDS[role]).join(', ')}`}
      >
        <Button onClick={() => (unsent > 0 ? setAsking(true) : leave())} busy={signOut.isPending && W.signingOut}>
          <LogOut className="i" aria-hidden="true" />
          {W.signOut}
        </Button>
      </PageHead>
      {isAsking ? (
        <Dialog
          title={W.unsentTitle}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button tone="dan" onClick={leave}>
                {W.unsentLeave}
              </Button>
              <Button tone="pri" onClick={() => setAsking(false)}>
                {W.unsentStay}
              </Button>
            </>
          }
        >
          <p>{W.unsentBody(unsent)}</p>
        </Dialog>
      ) : null}
      <div className="stack5">
        <ProblemBanner problem={signOut.error ? problemOf(signOut.error) : null} />
        {me.temporaryPassword ? <Banner tone="warn">{W.temporary}</Banner> : null}
        <div className="cards">
          <div className="stack5">
            <PasswordCard />
            <SignInsCard />
          </div>
          <div className="stack5">
            <TotpCard />
            <PasskeysCard />
            <Card title={W.device}>
              <p>{W.deviceHint}</p>
              <Link className="btn" to="/device">
                {W.deviceOpen}
              </Link>
            </Card>
            <Card title={W.theme}>
              <Segment
                label={W.theme}
                isLabelHidden
                value={theme}
                options={THEMES.map((value) => ({ value, words: W.themes[value] }))}
                onValue={chooseTheme}
              />
            </Card>
          </div>
        </div>
      </div>
    </>
  )
}

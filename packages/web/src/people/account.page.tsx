/** One's own account: password, code, passkeys, and every place where it is signed in. */
import { useNavigate } from '@tanstack/react-router'
import { accountRoutes } from '@unknot/wire/people'
import { LogOut } from 'lucide-react'
import { Banner, Button, Card, ProblemBanner, Segment } from '../design/index.ts'
import { chooseTheme, PageHead, problemOf, THEMES, useTheme, useWrite } from '../kernel/index.ts'
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
  const leave = () => signOut.mutate({}, { onSuccess: () => void navigate({ to: '/sign-in' }).then(nowSignedOut) })
  return (
    <>
      <PageHead
        title={W.title}
        sub={`${me.name} · ${me.email} · ${me.roles.map((role) => ROLE_WORDS[role]).join(', ')}`}
      >
        <Button onClick={leave} busy={signOut.isPending && W.signingOut}>
          <LogOut className="i" aria-hidden="true" />
          {W.signOut}
        </Button>
      </PageHead>
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

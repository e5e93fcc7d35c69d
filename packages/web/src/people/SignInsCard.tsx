/** Every place where this account is signed in; each can be ended from here. */
import { accountRoutes } from '@unknot/wire/people'
import { CircleCheck } from 'lucide-react'
import { Button, Card, ProblemBanner, Tag } from '../design/index.ts'
import { Answered, problemOf, useRead, useWrite, whenWords } from '../kernel/index.ts'
import { deviceWords } from './device-words.ts'
import { ACCOUNT_WORDS as W } from './people.words.ts'
import { useMe } from './who.ts'

export function SignInsCard() {
  const { timeZone } = useMe().clinic
  const read = useRead(accountRoutes.listSignIns, {})
  const revoke = useWrite(accountRoutes.revokeSignIn, [accountRoutes.listSignIns])
  return (
    <Card title={W.signIns}>
      <Answered read={read}>
        {({ signIns }) => (
          <ul className="lines">
            {signIns.map((signIn) => (
              <li key={signIn.id}>
                <span className="grow">
                  <span className="b">{deviceWords(signIn.device)}</span>
                  <br />
                  <span className="q sm">
                    {W.signInUsed} {whenWords(signIn.usedAt, timeZone)} · {W.hows[signIn.how]} · {signIn.address}
                  </span>
                </span>
                {signIn.current ? (
                  <Tag tone="good" Icon={CircleCheck}>
                    {W.signInHere}
                  </Tag>
                ) : (
                  <Button
                    busy={revoke.isPending && revoke.variables.params.signIn === signIn.id && W.signInEnding}
                    onClick={() => revoke.mutate({ params: { signIn: signIn.id } })}
                  >
                    {W.signInEnd}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <ProblemBanner problem={revoke.error ? problemOf(revoke.error) : null} />
    </Card>
  )
}

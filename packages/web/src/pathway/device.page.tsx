/** This device: what it keeps, what it has not sent, and the PIN that opens it without a network. */
import { useEffect, useState } from 'react'
import { Button, Card, Tag } from '../design/index.ts'
import { canSeal, PageHead } from '../kernel/index.ts'
import { PinCard } from '../people/index.ts'
import { UnsentCard } from '../session/index.ts'
import { DEVICE_WORDS as W } from './shell.words.ts'

export function DevicePage() {
  return (
    <>
      <PageHead title={W.title} sub={W.sub} />
      <div className="cards">
        <div className="stack5">
          <UnsentCard />
        </div>
        <div className="stack5">
          <PinCard />
          <StorageCard />
        </div>
      </div>
    </>
  )
}

type Space = { readonly usedMb: number; readonly freeMb: number; readonly isLasting: boolean }

function StorageCard() {
  const [space, setSpace] = useState<Space | null>(null)
  useEffect(() => {
    void look().then(setSpace)
  }, [])
  if (!canSeal()) return null
  return (
    <Card title={W.storage}>
      <p>{W.along}</p>
      {space === null ? null : (
        <>
          <p>
            {W.space(space.usedMb, space.freeMb)}{' '}
            <Tag tone={space.isLasting ? 'good' : 'warn'}>{space.isLasting ? W.lasting : W.notLasting}</Tag>
          </p>
          {space.isLasting ? null : (
            <Button onClick={() => void navigator.storage.persist().then(look).then(setSpace)}>{W.ask}</Button>
          )}
        </>
      )}
    </Card>
  )
}

async function look(): Promise<Space> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate()
  const mb = (bytes: number) => Math.round(bytes / 1_000_000)
  return { usedMb: mb(usage), freeMb: mb(quota - usage), isLasting: await navigator.storage.persisted() }
}

/** No such page, and a page that broke. Each has a way on. */
import { Link } from '@tanstack/react-router'
import { Compass, OctagonAlert } from 'lucide-react'
import { Button, Logo } from '../design/index.ts'
import { DeadEnd } from '../kernel/index.ts'
import { SHELL_WORDS as W } from './shell.words.ts'

export function NotFound() {
  return (
    <DeadEnd
      Icon={Compass}
      title={W.lost}
      action={
        <Link className="btn" to="/today">
          {W.toToday}
        </Link>
      }
    >
      {W.lostHint}
    </DeadEnd>
  )
}

export function PageBroke() {
  return (
    <DeadEnd Icon={OctagonAlert} title={W.broke} action={<Button onClick={() => location.reload()}>{W.reload}</Button>}>
      {W.brokeHint}
    </DeadEnd>
  )
}

/** An address outside every frame. */
export function LostPage() {
  return (
    <main className="solo" id="page">
      <Logo />
      <NotFound />
    </main>
  )
}

/** No such page, and a page that broke. Each has a way on. */
import { Link } from '@tanstack/react-router'
import { Compass, OctagonAlert } from 'lucide-react'
import { Button, EmptyState, Logo } from '../design/index.ts'
import { PageTitle } from '../kernel/index.ts'
import { SHELL_WORDS as W } from './shell.words.ts'

export function NotFound() {
  return (
    <>
      <PageTitle title={W.lost} />
      <h1 className="vh">{W.lost}</h1>
      <EmptyState
        Icon={Compass}
        title={W.lost}
        action={
          <Link className="btn" to="/today">
            {W.toToday}
          </Link>
        }
      >
        {W.lostHint}
      </EmptyState>
    </>
  )
}

export function PageBroke() {
  return (
    <>
      <PageTitle title={W.broke} />
      <h1 className="vh">{W.broke}</h1>
      <EmptyState
        Icon={OctagonAlert}
        title={W.broke}
        action={<Button onClick={() => location.reload()}>{W.reload}</Button>}
      >
        {W.brokeHint}
      </EmptyState>
    </>
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

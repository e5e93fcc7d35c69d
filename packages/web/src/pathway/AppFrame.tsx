/** The frame around the clinic's pages: where one can go, whose clinic it is, and that it is a demo when it is. */
import { Link, Outlet } from '@tanstack/react-router'
import { CalendarDays, CircleUserRound, List, Settings, Users } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import { Logo } from '../design/index.ts'
import { noteUse, SignInAgain, useMe } from '../people/index.ts'
import { DemoBanner } from './DemoBanner.tsx'
import { SHELL_WORDS as W } from './shell.words.ts'

// The first page waits for neither: the rules of a session are fetched after it.
const OutboxTag = lazy(async () => ({ default: (await import('../session/index.ts')).OutboxTag }))
const TakeAlong = lazy(async () => ({ default: (await import('./TakeAlong.tsx')).TakeAlong }))

/** Pages with the navigation beside them. */
export function AppFrame() {
  const me = useMe()
  useTouches()
  return (
    <div className="app">
      <a className="skip btn" href="#page">
        {W.skip}
      </a>
      <nav className="side" aria-label={W.main}>
        <Logo />
        <Link className="nav" to="/today">
          <List className="i" aria-hidden="true" />
          <span>{W.today}</span>
        </Link>
        <Link className="nav" to="/diary">
          <CalendarDays className="i" aria-hidden="true" />
          <span>{W.diary}</span>
        </Link>
        <Link className="nav" to="/patients">
          <Users className="i" aria-hidden="true" />
          <span>{W.patients}</span>
        </Link>
        <Link className="nav" to="/clinic">
          <Settings className="i" aria-hidden="true" />
          <span>{W.clinic}</span>
        </Link>
        <Link className="nav last" to="/account">
          <CircleUserRound className="i" aria-hidden="true" />
          <span className="nav-me">
            <span className="nav-name">{me.name}</span>
            <span className="nav-word">{W.account}</span>
          </span>
        </Link>
        <Suspense>
          <OutboxTag />
        </Suspense>
        <p className="foot q">
          {me.clinic.name}
          <br />
          {W.times} {me.clinic.timeZone}
        </p>
      </nav>
      <main className="main" id="page" tabIndex={-1}>
        {me.clinic.demo ? <DemoBanner /> : null}
        <Outlet />
      </main>
      <SignInAgain />
      <Suspense>
        <TakeAlong />
      </Suspense>
    </div>
  )
}

/** Each touch puts off the lock. */
function useTouches(): void {
  useEffect(() => {
    noteUse()
    window.addEventListener('pointerdown', noteUse)
    window.addEventListener('keydown', noteUse)
    return () => {
      window.removeEventListener('pointerdown', noteUse)
      window.removeEventListener('keydown', noteUse)
    }
  }, [])
}

/** Pages that need the whole screen: the treatment room, and what is handed to a patient. */
export function BareFrame() {
  const isDemo = useMe().clinic.demo
  useTouches()
  return (
    <>
      {isDemo ? <aside className="demo-strip no-print">{W.demoShort}</aside> : null}
      <Outlet />
      <SignInAgain />
      <Suspense>
        <TakeAlong />
      </Suspense>
    </>
  )
}

/**
 * The states of a page that reads: loading keeps the layout, refused says why, stale says since when, ready shows.
 * What is empty belongs to the page itself, since only it can teach the next step.
 */
import type { UseQueryResult } from '@tanstack/react-query'
import { Lock, SearchX, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Banner, Button, EmptyState, ProblemBanner, Skeleton } from '../design/index.ts'
import { KERNEL_WORDS as W } from './kernel.words.ts'
import { PageTitle } from './PageHead.tsx'
import { type Problem, problemOf } from './problem.ts'

type Props<T> = {
  readonly read: UseQueryResult<T>
  readonly skeleton?: ReactNode
  /** The page's heading comes with the answer: a refusal then brings its own. */
  readonly isWholePage?: boolean
  /** Outside the frame with the navigation: until the answer is there, the landmark of the page is missing, too. */
  readonly isBare?: boolean
  readonly children: (answer: T) => ReactNode
}

export function Answered<T>({ read, skeleton, isWholePage = false, isBare = false, children }: Props<T>) {
  if (read.data === undefined) {
    if (read.isError) {
      const problem = problemOf(read.error)
      const refused = (
        <>
          {isWholePage ? <PageTitle title={problem.title} /> : null}
          {isWholePage ? <h1 className="vh">{problem.title}</h1> : null}
          <RefusedPage problem={problem} onAgain={() => void read.refetch()} />
        </>
      )
      return isBare ? <Landmark>{refused}</Landmark> : refused
    }
    const waiting = skeleton ?? <Skeleton rows={6} />
    return isBare ? <Landmark>{waiting}</Landmark> : waiting
  }
  return (
    <>
      {read.isError ? <Stale at={read.dataUpdatedAt} onAgain={() => void read.refetch()} /> : null}
      {children(read.data)}
    </>
  )
}

function Landmark({ children }: { readonly children: ReactNode }) {
  return (
    <main className="solo wide" id="page">
      {children}
    </main>
  )
}

function Stale({ at, onAgain }: { readonly at: number; readonly onAgain: () => void }) {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at)
  return (
    <div className="stale">
      <Banner tone="warn" action={<Button onClick={onAgain}>{W.again}</Button>}>
        <b>{W.stale}</b> {W.staleHint(time)}
      </Banner>
    </div>
  )
}

function RefusedPage({ problem, onAgain }: { readonly problem: Problem; readonly onAgain: () => void }) {
  const again = <Button onClick={onAgain}>{W.again}</Button>
  if (problem.code === 'no-network') {
    return (
      <EmptyState Icon={WifiOff} title={problem.title} action={again}>
        {problem.detail}
      </EmptyState>
    )
  }
  if (problem.status === 403 || problem.status === 404) {
    return (
      <EmptyState Icon={problem.status === 403 ? Lock : SearchX} title={problem.title}>
        {problem.detail}
      </EmptyState>
    )
  }
  return <ProblemBanner problem={problem} action={again} />
}

/** What went wrong: what happened, what is safe, what to do. Stays until it is solved; never a passing note. */
import type { ReactNode } from 'react'
import { Banner } from './Banner.tsx'

/** As much of a problem as people need. */
export type ProblemWords = {
  readonly code: string
  readonly title: string
  readonly detail?: string | undefined
  readonly requestId: string
  readonly status: number
}

export function ProblemBanner({
  problem,
  action,
}: {
  readonly problem: ProblemWords | null
  readonly action?: ReactNode
}) {
  if (!problem) return null
  const isOurFault = problem.status >= 500
  return (
    <Banner tone={problem.code === 'no-network' ? 'warn' : 'dan'} action={action} isUrgent>
      <b>{problem.title}</b> {problem.detail}
      {isOurFault && problem.requestId ? <span className="q sm block">Request {problem.requestId}</span> : null}
    </Banner>
  )
}

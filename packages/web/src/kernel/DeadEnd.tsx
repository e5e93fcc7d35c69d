/** A page that has nothing to show: its window's title and its heading say why, and there is a way on where one is known. */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { EmptyState } from '../design/index.ts'
import { PageTitle } from './PageHead.tsx'
import { focusHeading } from './page-focus.ts'

type Props = {
  readonly Icon: LucideIcon
  readonly title: string
  /** What to do, in a sentence. */
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** Outside the frame with the navigation: then it brings the landmark of the page itself. */
  readonly isBare?: boolean
}

export function DeadEnd({ Icon, title, children, action, isBare = false }: Props) {
  const said = (
    <>
      <PageTitle title={title} />
      <h1 className="vh" tabIndex={-1} ref={focusHeading}>
        {title}
      </h1>
      <EmptyState Icon={Icon} title={title} action={action}>
        {children}
      </EmptyState>
    </>
  )
  return isBare ? (
    <main className="solo" id="page">
      {said}
    </main>
  ) : (
    said
  )
}

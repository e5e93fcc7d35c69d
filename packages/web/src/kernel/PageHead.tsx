/** The head of a page: its heading, which is also the window's title, one line below it, and what can be done here. */
import type { ReactNode } from 'react'
import { focusHeading } from './page-focus.ts'

type Props = {
  /** Text, since the window's title shows it, too. */
  readonly title: string
  readonly sub?: ReactNode
  readonly children?: ReactNode
}

export function PageHead({ title, sub, children }: Props) {
  return (
    <div className="pagehead">
      <PageTitle title={title} />
      <div className="grow">
        <h1 tabIndex={-1} ref={focusHeading}>
          {title}
        </h1>
        {sub ? <div className="q">{sub}</div> : null}
      </div>
      {children}
    </div>
  )
}

/** The window's title alone, for a page with a head of its own. */
export function PageTitle({ title }: { readonly title: string }) {
  return <title>{`${title} · Unknot`}</title>
}

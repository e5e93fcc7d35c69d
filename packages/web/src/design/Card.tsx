/** A surface with a heading. */
import { type ReactNode, useId } from 'react'

type Props = {
  readonly title?: ReactNode
  readonly action?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

export function Card({ title, action, className, children }: Props) {
  const id = useId()
  return (
    <section className={className ? `card ${className}` : 'card'} aria-labelledby={title ? id : undefined}>
      {title ? (
        <header>
          <h2 id={id}>{title}</h2>
          {action ? <span className="end">{action}</span> : null}
        </header>
      ) : null}
      {children}
    </section>
  )
}

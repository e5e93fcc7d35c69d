/** Nothing here yet, or not for this person: says what belongs here and what the next step is. */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  readonly Icon: LucideIcon
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
}

export function EmptyState({ Icon, title, children, action }: Props) {
  return (
    <div className="empty">
      <Icon className="i lg" aria-hidden="true" />
      <p className="b">{title}</p>
      {children ? <p className="q">{children}</p> : null}
      {action ? <div className="empty-act">{action}</div> : null}
    </div>
  )
}

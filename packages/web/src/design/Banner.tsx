/** Something to know before going on. A danger has its octagon and the word; nothing blinks. */
import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = {
  readonly tone?: 'plain' | 'pri' | 'good' | 'warn' | 'dan'
  readonly action?: ReactNode
  /** Read out at once when it appears. */
  readonly isUrgent?: boolean
  readonly children: ReactNode
}

const ICONS = { plain: Info, pri: Info, good: CircleCheck, warn: TriangleAlert, dan: OctagonAlert }

export function Banner({ tone = 'plain', action, isUrgent = false, children }: Props) {
  const Icon = ICONS[tone]
  return (
    <div className={tone === 'plain' ? 'banner' : `banner ${tone}`} role={isUrgent ? 'alert' : 'status'}>
      <Icon className="i" aria-hidden="true" />
      <div className="banner-words">{children}</div>
      {action ? <div className="banner-act">{action}</div> : null}
    </div>
  )
}

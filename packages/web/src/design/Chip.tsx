/** A chip is a fact that screening raised; a tag is the state of a row. Neither can be clicked; both carry words. */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type Tone = 'plain' | 'good' | 'warn' | 'dan' | 'pri' | 'ned' | 'q'

type Props = { readonly tone?: Tone; readonly Icon?: LucideIcon; readonly children: ReactNode }

export function Chip({ tone = 'plain', Icon, children }: Props) {
  return (
    <span className={tone === 'plain' ? 'chip' : `chip ${tone}`}>
      {Icon ? <Icon className="i" aria-hidden="true" /> : null}
      {children}
    </span>
  )
}

export function Tag({ tone = 'q', Icon, children }: Props) {
  return (
    <span className={`tag ${tone}`}>
      {Icon ? <Icon className="i" aria-hidden="true" /> : null}
      {children}
    </span>
  )
}

/** No source that we could open supports this yet. Always said, never only coloured. */
export function Unreviewed() {
  return (
    <span className="un" title="No source that we could open supports this yet">
      unreviewed
    </span>
  )
}

/** The count: the largest type in the treatment room, always in view, read out when it changes. */
import type { ReactNode } from 'react'

type Props = {
  readonly inCount: number
  readonly outCount: number
  readonly accountedCount: number
  readonly leftCount: number
  readonly children?: ReactNode
}

export function CountBar({ inCount, outCount, accountedCount, leftCount, children }: Props) {
  return (
    <div className="tr-count">
      <dl aria-live="polite" aria-atomic="true" aria-label="Needle count" data-testid="count">
        <div>
          <dt>In</dt>
          <dd>{inCount}</dd>
        </div>
        <div>
          <dt>Out</dt>
          <dd>{outCount}</dd>
        </div>
        {accountedCount > 0 ? (
          <div>
            <dt>Else</dt>
            <dd>{accountedCount}</dd>
          </div>
        ) : null}
        <div className="left" data-zero={leftCount === 0 ? '' : undefined}>
          <dt>Left</dt>
          <dd>{leftCount}</dd>
        </div>
      </dl>
      {children}
    </div>
  )
}

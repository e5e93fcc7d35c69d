/**
 * A button. What can't be done yet is not `disabled`: it stays reachable and says why, beside it and to a screen reader.
 */
import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'type'> & {
  readonly tone?: 'plain' | 'pri' | 'bare' | 'ink' | 'dan'
  readonly size?: 'normal' | 'big'
  readonly type?: 'button' | 'submit'
  /** Why it can't be pressed now; null when it can. */
  readonly unavailable?: string | null
  /** What it is doing, such as `Saving`; it can't be pressed meanwhile. */
  readonly busy?: string | false
  readonly children: ReactNode
}

export function Button({
  tone = 'plain',
  size = 'normal',
  type = 'button',
  unavailable = null,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: Props) {
  const reason = useId()
  const isOff = unavailable !== null || busy !== false
  const classes = ['btn', tone === 'plain' ? '' : tone, size === 'big' ? 'big' : '', className ?? '']
  return (
    <>
      <button
        {...rest}
        type={type === 'submit' ? 'submit' : 'button'}
        className={classes.filter(Boolean).join(' ')}
        aria-disabled={isOff ? true : undefined}
        aria-describedby={unavailable === null ? rest['aria-describedby'] : reason}
        onClick={(event) => {
          if (isOff) event.preventDefault()
          else onClick?.(event)
        }}
      >
        {busy === false ? children : <span>{busy}…</span>}
      </button>
      {unavailable === null ? null : (
        <span id={reason} className="hint">
          {unavailable}
        </span>
      )}
    </>
  )
}

/** A large tick or one of several large answers: the whole row is the target. */
import type { ReactNode } from 'react'

type Props = {
  readonly type: 'checkbox' | 'radio'
  readonly name?: string
  readonly isChosen: boolean
  readonly onChosen: (isChosen: boolean) => void
  readonly words: ReactNode
  readonly hint?: ReactNode
  /** Why it can't be chosen now. */
  readonly unavailable?: string | null
}

export function Choice({ type, name, isChosen, onChosen, words, hint, unavailable = null }: Props) {
  return (
    <label className="choice">
      <input
        type={type}
        name={name}
        checked={isChosen}
        aria-disabled={unavailable === null ? undefined : true}
        onChange={(event) => {
          if (unavailable === null) onChosen(event.target.checked)
        }}
      />
      <span>
        {words}
        {hint || unavailable ? <small>{unavailable ?? hint}</small> : null}
      </span>
    </label>
  )
}

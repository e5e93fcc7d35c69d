/** Choose one of a few. Native radios: arrow keys, and nothing chosen until somebody chooses. */
import { type ReactNode, useId } from 'react'

type Props<T extends string> = {
  readonly label: ReactNode
  /** The legend is read out but not shown. */
  readonly isLabelHidden?: boolean
  readonly value: T | null
  readonly options: readonly { readonly value: T; readonly words: ReactNode; readonly unavailable?: string }[]
  readonly onValue: (value: T) => void
  readonly describedBy?: string
}

export function Segment<T extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onValue,
  describedBy,
}: Props<T>) {
  const name = useId()
  return (
    <fieldset className="segment" aria-describedby={describedBy}>
      <legend className={isLabelHidden ? 'vh' : 'lbl'}>{label}</legend>
      <span className="seg">
        {options.map((option) => (
          <label key={option.value} title={option.unavailable}>
            <input
              type="radio"
              className="vh"
              name={name}
              checked={value === option.value}
              aria-disabled={option.unavailable ? true : undefined}
              onChange={() => {
                if (!option.unavailable) onValue(option.value)
              }}
            />
            {option.words}
          </label>
        ))}
      </span>
    </fieldset>
  )
}

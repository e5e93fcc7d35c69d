/**
 * Choosing one of a few. `Choices` holds a value that isn't recorded yet (native radios: arrows move, one Tab stop);
 * `Taps` records at each tap (buttons, so that an arrow key never writes).
 */
import { type ReactNode, useId } from 'react'

type Option<T> = {
  readonly value: T
  readonly words: string
  /** Set where it can't be chosen: it stays visible, struck through, and says why. */
  readonly barred?: string
}

type Props<T> = {
  readonly legend: string
  readonly hint?: ReactNode
  readonly options: readonly Option<T>[]
  readonly value: T | null
  readonly onChoose: (value: T) => void
  readonly size?: 'tight' | 'wide' | 'pain'
}

export function Choices<T extends string | number>({ legend, hint, options, value, onChoose, size }: Props<T>) {
  const name = useId()
  return (
    <fieldset className="tr-group">
      <legend>
        {legend}
        {hint === undefined ? null : <span className="hint">{hint}</span>}
      </legend>
      <div className={`tr-opts ${size ?? ''}`}>
        {options.map((option) => (
          <label key={option.value} className="tr-opt" title={option.barred}>
            <input
              type="radio"
              className="vh"
              name={name}
              checked={option.value === value}
              aria-disabled={option.barred === undefined ? undefined : true}
              onChange={() => {
                if (option.barred === undefined) onChoose(option.value)
              }}
            />
            {option.words}
            {option.barred === undefined ? null : <span className="vh">: {option.barred}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export function Taps<T extends string | number>({ legend, hint, options, value, onChoose, size }: Props<T>) {
  return (
    <fieldset className="tr-group">
      <legend>
        {legend}
        {hint === undefined ? null : <span className="hint">{hint}</span>}
      </legend>
      <div className={`tr-opts ${size ?? ''}`}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className="tr-opt"
            aria-pressed={option.value === value}
            aria-disabled={option.barred === undefined ? undefined : true}
            title={option.barred}
            onClick={() => {
              if (option.barred === undefined && option.value !== value) onChoose(option.value)
            }}
          >
            {option.words}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** A pain score in one tap; that nobody asked is an answer, too. */
export function PainTaps(props: {
  readonly legend: string
  readonly value: number | 'not-asked' | null
  readonly onScore: (pain0to10: number | 'not-asked') => void
}) {
  return (
    <Taps<number | 'not-asked'>
      legend={props.legend}
      hint="0 none, 10 worst"
      size="pain"
      options={[
        ...SCORES.map((score) => ({ value: score, words: String(score) })),
        { value: 'not-asked' as const, words: 'Not asked' },
      ]}
      value={props.value}
      onChoose={props.onScore}
    />
  )
}

/**
 * The command line: shorthand in, needles out. What it understood stands above it word by word; what it didn't stands in red
 * and blocks. Suggestions are a list box: arrows choose, Tab or Enter takes, Escape closes.
 */
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the list belongs to a text field; a select takes no text */
import type { Suggestion } from '@unknot/care/session'
import { Keyboard, OctagonAlert } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'

export type Echo = { readonly text: string; readonly words: string; readonly tone: 'read' | 'kept' | 'bad' | 'next' }

type Props = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly echo: readonly Echo[]
  /** Why nothing can be placed yet; null when it can. */
  readonly why: string | null
  readonly suggestions: readonly Suggestion[]
  /** `Place 2 needles` */
  readonly action: string
  readonly onSubmit: () => void
  readonly inputRef: RefObject<HTMLInputElement | null>
}

export function CommandLine(props: Props) {
  const { value, onChange, suggestions, inputRef } = props
  const id = useId()
  const [active, setActive] = useState(-1)
  const [isShut, setShut] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const isOpen = isFocused && !isShut && suggestions.length > 0
  const isBad = props.echo.some((token) => token.tone === 'bad')
  const chosen = isOpen ? suggestions[active] : undefined

  function take(suggestion: Suggestion): void {
    onChange(`${value.slice(0, suggestion.start)}${suggestion.text} ${value.slice(suggestion.end).trimStart()}`)
    setActive(-1)
    inputRef.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const key = event.key
    if (isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault()
      const step = key === 'ArrowDown' ? 1 : -1
      setActive((active + step + suggestions.length + (active === -1 && step === -1 ? 1 : 0)) % suggestions.length)
    } else if (chosen && (key === 'Tab' || key === 'Enter') && !event.ctrlKey) {
      event.preventDefault()
      take(chosen)
    } else if (key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      setShut(true)
      setActive(-1)
    }
  }

  return (
    <form
      className="tr-cmd"
      aria-label="Command line"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      <div className="tr-parse" id={`${id}-echo`} aria-live="polite">
        {props.echo.map((token, index) => (
          <span
            key={`${index} ${token.text}`}
            className={`tok ${token.tone === 'next' ? 'n' : token.tone === 'read' ? '' : token.tone}`}
          >
            <small>{token.text}</small>
            {token.words}
          </span>
        ))}
        {props.echo.length === 0 ? (
          <span className="hint">Side, muscle, level, size: r mult l4 .30x50 piston ltr2. Several with ; between.</span>
        ) : null}
      </div>
      {isOpen ? (
        <div className="tr-suggest" role="listbox" id={`${id}-list`} aria-label="Suggestions">
          {suggestions.map((suggestion, index) => (
            <div
              key={`${suggestion.text} ${suggestion.words}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              onPointerDown={(event) => {
                event.preventDefault()
                take(suggestion)
              }}
            >
              <b>{suggestion.text}</b>
              {suggestion.words}
              <small>{suggestion.meaning}</small>
            </div>
          ))}
        </div>
      ) : null}
      <div className="tr-line">
        <label className={`tr-input ${isBad ? 'is-bad' : ''}`}>
          <Keyboard className="i" aria-hidden="true" />
          <span className="vh">Shorthand for the next needle</span>
          <input
            ref={inputRef}
            value={value}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={chosen ? `${id}-${active}` : undefined}
            aria-invalid={isBad}
            aria-describedby={`${id}-why`}
            placeholder="r mult l4 .30x50"
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            enterKeyHint="go"
            maxLength={500}
            onChange={(event) => {
              onChange(event.target.value)
              setShut(false)
              setActive(-1)
            }}
            onFocus={() => setFocused(true)}
            onBlur={() => setFocused(false)}
            onKeyDown={onKeyDown}
          />
          {value.trim() === '' ? null : (
            <button type="submit" className="btn" aria-disabled={props.why !== null} aria-describedby={`${id}-why`}>
              {props.action}
            </button>
          )}
        </label>
      </div>
      <output className={props.why === null ? 'vh' : 'tr-why'} id={`${id}-why`}>
        {props.why === null ? '' : <OctagonAlert className="i sm" aria-hidden="true" />}
        {props.why ?? ''}
      </output>
    </form>
  )
}

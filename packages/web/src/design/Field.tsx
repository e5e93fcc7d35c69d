/** A labelled field with its hint and its refusal, tied together for a screen reader. Native elements inside. */
import { OctagonAlert } from 'lucide-react'
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
  useState,
} from 'react'

type Common = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** Said after the label, since most fields of a form are needed. */
  readonly isOptional?: boolean
}

type Wiring = {
  readonly id: string
  readonly className: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** The frame of any field; the child gets what it has to wear. */
export function Field({
  label,
  hint,
  error,
  isOptional = false,
  children,
}: Common & { readonly children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const described = [hint ? `${id}h` : '', error ? `${id}e` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {isOptional ? <span className="q optional"> optional</span> : null}
      </label>
      {children({
        id,
        className: error ? 'in err' : 'in',
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error ? (
        <p id={`${id}e`} className="errt">
          <OctagonAlert className="i sm" aria-hidden="true" />
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}h`} className="hint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}

// A dialog looks for the attribute once it is open; a page focuses at once.
const FIRST = { 'data-first': '', ref: (input: HTMLInputElement | null) => input?.focus() }

type TextProps = Common &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
    readonly value: string
    readonly onValue: (value: string) => void
    /** Where the hands go first on this page or in this dialog. */
    readonly isFirst?: boolean
  }

export function TextField({ label, hint, error, isOptional, isFirst, onValue, ...input }: TextProps) {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {(wiring) => (
        <input {...input} {...wiring} {...(isFirst ? FIRST : {})} onChange={(event) => onValue(event.target.value)} />
      )}
    </Field>
  )
}

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, hint, error, isFirst, onValue, ...input }: Omit<TextProps, 'type'>) {
  const [isShown, setShown] = useState(false)
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <span className="with-button">
          <input
            {...input}
            {...wiring}
            {...(isFirst ? FIRST : {})}
            type={isShown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => onValue(event.target.value)}
          />
          <button type="button" className="btn bare" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            Show
          </button>
        </span>
      )}
    </Field>
  )
}

type AreaProps = Common &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
    readonly value: string
    readonly onValue: (value: string) => void
  }

export function TextArea({ label, hint, error, isOptional, onValue, ...input }: AreaProps) {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {(wiring) => <textarea {...input} {...wiring} onChange={(event) => onValue(event.target.value)} />}
    </Field>
  )
}

type SelectProps = Common &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> & {
    readonly value: string
    readonly onValue: (value: string) => void
    readonly children: ReactNode
  }

export function SelectField({ label, hint, error, isOptional, onValue, children, ...input }: SelectProps) {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {(wiring) => (
        <select {...input} {...wiring} onChange={(event) => onValue(event.target.value)}>
          {children}
        </select>
      )}
    </Field>
  )
}

/** The first password of an account: typed, or made up here. Shown, since it has to be told. */
import { Button, TextField } from '../design/index.ts'
import { STAFF_WORDS as W } from './clinic.words.ts'
import { firstPassword } from './first-password.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly error: string | undefined
}

export function FirstPassword({ label, value, onValue, error }: Props) {
  return (
    <div className="stack2">
      <TextField
        label={label}
        hint={W.passwordHint}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onValue={onValue}
        error={error}
      />
      <Button onClick={() => onValue(firstPassword())}>{W.make}</Button>
    </div>
  )
}

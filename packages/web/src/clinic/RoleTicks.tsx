/** The roles of an account; each says what it opens. */
import { ROLES, type Role } from '@unknot/care/people'
import { Choice } from '../design/index.ts'
import { ROLE_WORDS } from '../people/index.ts'
import { STAFF_WORDS as W } from './clinic.words.ts'

type Props = { readonly roles: readonly Role[]; readonly onRoles: (roles: readonly Role[]) => void }

export function RoleTicks({ roles, onRoles }: Props) {
  return (
    <fieldset className="role-ticks">
      <legend className="lbl">{W.roles}</legend>
      {ROLES.map((role) => (
        <Choice
          key={role}
          type="checkbox"
          isChosen={roles.includes(role)}
          onChosen={(isChosen) => onRoles(ROLES.filter((other) => (other === role ? isChosen : roles.includes(other))))}
          words={ROLE_WORDS[role]}
          hint={W.roleHints[role]}
        />
      ))}
    </fieldset>
  )
}

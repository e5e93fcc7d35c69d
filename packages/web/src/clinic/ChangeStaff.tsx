/** Roles, a new first password, a lost phone, and switching an account off or on. */
import type { Role } from '@unknot/care/people'
import { accountRoutes, type StaffMember } from '@unknot/wire/people'
import { useState } from 'react'
import { Button, Choice, Dialog, ProblemBanner, TextField } from '../design/index.ts'
import { fieldError, problemOf, useWrite } from '../kernel/index.ts'
import { askWhoAgain, useMe } from '../people/index.ts'
import { STAFF_WORDS as W } from './clinic.words.ts'
import { FirstPassword } from './FirstPassword.tsx'
import { RoleTicks } from './RoleTicks.tsx'

type Props = { readonly member: StaffMember; readonly onClose: () => void }

export function ChangeStaff({ member, onClose }: Props) {
  const isMe = useMe().account === member.id
  const [name, setName] = useState(member.name)
  const [registration, setRegistration] = useState(member.registration ?? '')
  const [roles, setRoles] = useState<readonly Role[]>(member.roles)
  const [isActive, setActive] = useState(member.active)
  const [removesTotp, setRemovesTotp] = useState(false)
  const [password, setPassword] = useState('')
  const write = useWrite(accountRoutes.changeStaff, [accountRoutes.listStaff])
  const problem = write.error ? problemOf(write.error) : null
  const save = () =>
    write.mutate(
      {
        params: { account: member.id },
        body: {
          name,
          roles: [...roles],
          registration: registration.trim() === '' ? null : registration,
          ...(isActive === member.active ? {} : { active: isActive }),
          ...(password === '' ? {} : { newPassword: password }),
          ...(removesTotp ? { removeTotp: true as const } : {}),
        },
      },
      {
        onSuccess: () => {
          if (isMe) void askWhoAgain()
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={member.name}
      onClose={onClose}
      actions={
        <>
          <Button tone="bare" onClick={onClose}>
            {W.cancel}
          </Button>
          <Button
            tone="pri"
            onClick={save}
            unavailable={roles.length === 0 ? W.needRole : null}
            busy={write.isPending && W.saving}
          >
            {W.save}
          </Button>
        </>
      }
    >
      {problem && !problem.errors ? <ProblemBanner problem={problem} /> : null}
      <TextField label={W.name} value={name} onValue={setName} error={fieldError(problem, '/name')} />
      <RoleTicks roles={roles} onRoles={setRoles} />
      {roles.includes('clinician') ? (
        <TextField
          label={W.registration}
          isOptional
          value={registration}
          onValue={setRegistration}
          error={fieldError(problem, '/registration')}
        />
      ) : null}
      {isMe ? null : (
        <>
          <FirstPassword
            label={W.newPassword}
            value={password}
            onValue={setPassword}
            error={fieldError(problem, '/newPassword')}
          />
          {member.totp ? (
            <Choice
              type="checkbox"
              isChosen={removesTotp}
              onChosen={setRemovesTotp}
              words={W.removeTotp}
              hint={W.removeTotpHint}
            />
          ) : null}
          <Choice
            type="checkbox"
            isChosen={isActive !== member.active}
            onChosen={(isTicked) => setActive(isTicked ? !member.active : member.active)}
            words={member.active ? W.switchOff : W.switchOn}
            hint={member.active ? W.switchOffHint : undefined}
          />
        </>
      )}
    </Dialog>
  )
}

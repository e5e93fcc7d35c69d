/** An account for somebody new. */
import type { AccountId } from '@unknot/care/kernel'
import type { Role } from '@unknot/care/people'
import { accountRoutes } from '@unknot/wire/people'
import { type FormEvent, useId, useState } from 'react'
import { Button, Dialog, ProblemBanner, TextField } from '../design/index.ts'
import { fieldError, newId, problemOf, useWrite } from '../kernel/index.ts'
import { STAFF_WORDS as W } from './clinic.words.ts'
import { FirstPassword } from './FirstPassword.tsx'
import { RoleTicks } from './RoleTicks.tsx'

export function AddStaff({ onClose }: { readonly onClose: () => void }) {
  const [id] = useState(() => newId<AccountId>())
  const form = useId()
  const [person, setPerson] = useState({ name: '', email: '', registration: '', password: '' })
  const [roles, setRoles] = useState<readonly Role[]>([])
  const write = useWrite(accountRoutes.addStaff, [accountRoutes.listStaff])
  const problem = write.error ? problemOf(write.error) : null
  const isBlank = [person.name, person.email, person.password].some((text) => text.trim() === '')
  const missing = isBlank ? W.needAll : roles.length === 0 ? W.needRole : null
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (missing !== null || write.isPending) return
    const { name, email, password } = person
    const registration = person.registration.trim() === '' ? null : person.registration
    write.mutate({ body: { id, name, email, password, registration, roles: [...roles] } }, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={W.add}
      onClose={onClose}
      actions={
        <>
          <Button tone="bare" onClick={onClose}>
            {W.cancel}
          </Button>
          <Button type="submit" form={form} tone="pri" unavailable={missing} busy={write.isPending && W.adding}>
            {W.addIt}
          </Button>
        </>
      }
    >
      <form id={form} className="form" onSubmit={add} noValidate>
        {problem && !problem.errors ? <ProblemBanner problem={problem} /> : null}
        <TextField
          label={W.name}
          isFirst
          autoComplete="off"
          value={person.name}
          onValue={(name) => setPerson({ ...person, name })}
          error={fieldError(problem, '/name')}
        />
        <TextField
          label={W.email}
          type="email"
          autoComplete="off"
          value={person.email}
          onValue={(email) => setPerson({ ...person, email })}
          error={fieldError(problem, '/email')}
        />
        <RoleTicks roles={roles} onRoles={setRoles} />
        {roles.includes('clinician') ? (
          <TextField
            label={W.registration}
            isOptional
            autoComplete="off"
            value={person.registration}
            onValue={(registration) => setPerson({ ...person, registration })}
            error={fieldError(problem, '/registration')}
          />
        ) : null}
        <FirstPassword
          label={W.password}
          value={person.password}
          onValue={(password) => setPerson({ ...person, password })}
          error={fieldError(problem, '/password')}
        />
      </form>
    </Dialog>
  )
}

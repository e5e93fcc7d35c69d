/** Who has an account here, and what each may do. Only the owner sees it. Nobody is deleted: an account is switched off. */
import { Link } from '@tanstack/react-router'
import { accountRoutes, type StaffMember } from '@unknot/wire/people'
import { ChevronLeft, CircleCheck, KeyRound, UserPlus, UserX } from 'lucide-react'
import { useState } from 'react'
import { Button, Tag } from '../design/index.ts'
import { Answered, PageHead, useRead } from '../kernel/index.ts'
import { ROLE_WORDS, useMe } from '../people/index.ts'
import { AddStaff } from './AddStaff.tsx'
import { ChangeStaff } from './ChangeStaff.tsx'
import { STAFF_WORDS as W } from './clinic.words.ts'

export function StaffPage() {
  const read = useRead(accountRoutes.listStaff, {})
  const [open, setOpen] = useState<'add' | StaffMember | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Link className="btn bare back" to="/clinic">
        <ChevronLeft className="i" aria-hidden="true" />
        {W.back}
      </Link>
      <PageHead title={W.title}>
        <Button tone="pri" onClick={() => setOpen('add')}>
          <UserPlus className="i" aria-hidden="true" />
          {W.add}
        </Button>
      </PageHead>
      <Answered read={read}>
        {({ staff }) => (
          <>
            <ul className="rows">
              {staff.map((member) => (
                <StaffLine key={member.id} member={member} onChange={() => setOpen(member)} />
              ))}
            </ul>
            {staff.length === 1 ? (
              <p className="hint list-more">
                <b>{W.alone}.</b> {W.aloneHint}
              </p>
            ) : null}
          </>
        )}
      </Answered>
      {open === 'add' ? <AddStaff onClose={close} /> : null}
      {open !== null && open !== 'add' ? <ChangeStaff member={open} onClose={close} /> : null}
    </>
  )
}

function StaffLine({ member, onChange }: { readonly member: StaffMember; readonly onChange: () => void }) {
  const me = useMe()
  const isGuarded = member.totp || member.passkeyCount > 0
  return (
    <li className="staff-line">
      <div className={member.active ? '' : 'is-off'}>
        <p className="b">
          {member.name}
          {member.id === me.account ? <span className="q"> ({W.you})</span> : null}
        </p>
        <p className="q sm">{[member.email, member.registration].filter(Boolean).join(' · ')}</p>
      </div>
      <div>
        <p className="sm">{member.roles.map((role) => ROLE_WORDS[role]).join(', ')}</p>
        <p className="tags">
          {member.active ? null : (
            <Tag tone="warn" Icon={UserX}>
              {W.off}
            </Tag>
          )}
          {member.temporaryPassword ? (
            <Tag tone="warn" Icon={KeyRound}>
              {W.temporary}
            </Tag>
          ) : null}
          {member.active && !member.temporaryPassword ? (
            <Tag tone={isGuarded ? 'good' : 'q'} Icon={isGuarded ? CircleCheck : KeyRound}>
              {isGuarded
                ? [member.totp && W.code, member.passkeyCount > 0 && W.passkeys(member.passkeyCount)]
                    .filter(Boolean)
                    .join(', ')
                : W.onlyPassword}
            </Tag>
          ) : null}
        </p>
      </div>
      <Button onClick={onChange} aria-label={`${W.change}: ${member.name}`}>
        {W.change}
      </Button>
    </li>
  )
}

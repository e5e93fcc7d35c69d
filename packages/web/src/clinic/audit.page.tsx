/** The audit trail, newest first, for the owner: filtered by person or patient, and checked as a whole on one press. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { clinicRoutes } from '@unknot/wire/clinic'
import { accountRoutes } from '@unknot/wire/people'
import { ChevronLeft, ScrollText, ShieldCheck, X } from 'lucide-react'
import { Banner, Button, EmptyState, ProblemBanner, SelectField, Skeleton } from '../design/index.ts'
import { call, PageHead, problemOf, useRead, useWrite } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { AuditTable } from './AuditTable.tsx'
import { AUDIT_WORDS as W } from './clinic.words.ts'

export function AuditPage() {
  const { patient, actor } = useSearch({ from: '/framed/clinic/audit' })
  const navigate = useNavigate()
  const { timeZone } = useMe().clinic
  const staff = useRead(accountRoutes.listStaff, {})
  const filter = { ...(patient ? { patient } : {}), ...(actor ? { actor } : {}) }
  const read = useInfiniteQuery({
    queryKey: [clinicRoutes.readAudit.path, patient ?? null, actor ?? null],
    queryFn: ({ pageParam, signal }) =>
      call(
        clinicRoutes.readAudit,
        { query: { ...filter, limit: '50', ...(pageParam === '' ? {} : { before: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => (last.more ? last.entries.at(-1)?.id : undefined),
  })
  const show = (search: { patient?: string; actor?: string }) => void navigate({ to: '/clinic/audit', search })
  const entries = read.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <>
      <Link className="btn bare back" to="/clinic">
        <ChevronLeft className="i" aria-hidden="true" />
        {W.back}
      </Link>
      <PageHead title={W.title} sub={W.sub} />
      <Verify />
      <div className="audit-filter">
        <SelectField
          label={W.person}
          value={actor ?? ''}
          onValue={(value) => show({ ...(patient ? { patient } : {}), ...(value === '' ? {} : { actor: value }) })}
        >
          <option value="">{W.everybody}</option>
          {(staff.data?.staff ?? []).map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </SelectField>
        {patient ? (
          <Button onClick={() => show(actor ? { actor } : {})}>
            {W.patientFilter}
            <X className="i sm" aria-hidden="true" />
            <span className="vh">{W.clear}</span>
          </Button>
        ) : null}
        <p className="hint end">{W.zone(timeZone)}</p>
      </div>
      <ProblemBanner problem={read.error ? problemOf(read.error) : null} />
      {read.isPending ? <Skeleton rows={8} rowHeight={36} /> : null}
      {read.data && entries.length === 0 ? (
        <EmptyState Icon={ScrollText} title={W.none}>
          {W.noneHint}
        </EmptyState>
      ) : null}
      {entries.length > 0 ? (
        <AuditTable
          entries={entries}
          timeZone={timeZone}
          isOnePatient={patient !== undefined}
          onPatient={(id) => show({ patient: id, ...(actor ? { actor } : {}) })}
        />
      ) : null}
      {read.hasNextPage ? (
        <p className="card-foot">
          <Button onClick={() => void read.fetchNextPage()} busy={read.isFetchingNextPage && W.loading}>
            {W.older}
          </Button>
        </p>
      ) : null}
    </>
  )
}

function Verify() {
  const verify = useWrite(clinicRoutes.verifyAudit)
  const check = (
    <Button onClick={() => verify.mutate({})} busy={verify.isPending && W.verifying}>
      <ShieldCheck className="i" aria-hidden="true" />
      {W.verify}
    </Button>
  )
  return (
    <div className="stack verify">
      {verify.data?.whole ? (
        <Banner tone="good" action={check}>
          {W.whole(verify.data.checkedCount)}
        </Banner>
      ) : (
        <p>{check}</p>
      )}
      {verify.data && !verify.data.whole ? (
        <Banner tone="dan" isUrgent>
          <b>{W.broken}</b>
          <ul>
            {verify.data.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Banner>
      ) : null}
      <ProblemBanner problem={verify.error ? problemOf(verify.error) : null} />
    </div>
  )
}

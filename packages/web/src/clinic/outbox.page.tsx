/** Mails on their way, for the owner: what waits, what went, what could not; with its text while nobody sends it. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { clinicRoutes, type OutboxMail } from '@unknot/wire/clinic'
import { ChevronLeft, CircleCheck, Clock, Inbox, OctagonAlert } from 'lucide-react'
import { Banner, Button, EmptyState, ProblemBanner, Skeleton, Tag } from '../design/index.ts'
import { call, PageHead, problemOf, whenWords } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { OUTBOX_WORDS as W } from './clinic.words.ts'

export function OutboxPage() {
  const read = useInfiniteQuery({
    queryKey: [clinicRoutes.readOutbox.path],
    queryFn: ({ pageParam, signal }) =>
      call(clinicRoutes.readOutbox, { query: pageParam === '' ? {} : { before: pageParam } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => (last.more ? last.mails.at(-1)?.id : undefined),
  })
  const mails = read.data?.pages.flatMap((page) => page.mails) ?? []
  const sends = read.data?.pages[0]?.sends
  return (
    <>
      <Link className="btn bare back" to="/clinic">
        <ChevronLeft className="i" aria-hidden="true" />
        {W.back}
      </Link>
      <PageHead title={W.title} sub={W.sub} />
      <ProblemBanner problem={read.error ? problemOf(read.error) : null} />
      {read.isPending ? <Skeleton rows={4} rowHeight={64} /> : null}
      {sends === false ? (
        <div className="outbox-note">
          <Banner tone="warn">{W.notSending}</Banner>
        </div>
      ) : null}
      {read.data && mails.length === 0 ? (
        <EmptyState Icon={Inbox} title={W.none}>
          {W.noneHint}
        </EmptyState>
      ) : null}
      {mails.length > 0 ? (
        <ul className="rows outbox">
          {mails.map((mail) => (
            <MailLine key={mail.id} mail={mail} />
          ))}
        </ul>
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

const STATES = {
  waiting: { tone: 'warn', Icon: Clock },
  sent: { tone: 'good', Icon: CircleCheck },
  failed: { tone: 'dan', Icon: OctagonAlert },
} as const

function MailLine({ mail }: { readonly mail: OutboxMail }) {
  const { timeZone } = useMe().clinic
  const { tone, Icon } = STATES[mail.state]
  return (
    <li>
      <div className="outbox-head">
        <div className="grow">
          <p className="b">{mail.subject}</p>
          <p className="q sm">
            {W.to(mail.to)} · {whenWords(mail.queuedAt, timeZone)}
          </p>
        </div>
        <Tag tone={tone} Icon={Icon}>
          {W.states[mail.state]}
        </Tag>
      </div>
      {mail.lastError ? <p className="sm">{mail.lastError}</p> : null}
      {mail.body ? (
        <details>
          <summary>{W.read}</summary>
          <p className="outbox-text">{mail.body}</p>
          <p className="hint">{W.useful(whenWords(mail.usefulUntil, timeZone))}</p>
        </details>
      ) : null}
    </li>
  )
}

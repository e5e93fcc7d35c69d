/** Screening, consent, session: what stands, what is open, and the one thing to do next. */
import { Link, useNavigate } from '@tanstack/react-router'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { instantOf } from '@unknot/care/kernel'
import { consentRoutes } from '@unknot/wire/consent'
import { type ChartView, pathwayRoutes } from '@unknot/wire/pathway'
import { CircleCheck, CircleDashed, OctagonAlert } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Card, ProblemBanner, TextField } from '../design/index.ts'
import { addressOf, problemOf, whenWords } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { newSessionId, openNewSession } from '../session/index.ts'
import { type NextStep, nextStep } from './next-step.ts'

export function ChartSteps({ chart }: { readonly chart: ChartView }) {
  const who = useMe()
  const zone = who.clinic.timeZone
  const [now] = useState(() => instantOf(Date.now()))
  const next = nextStep(chart, now)
  const { screening } = chart
  const consent = chart.consents.find((each) => each.valid)
  const isTreating = who.roles.includes('clinician')
  const params = { patient: chart.patient.id }
  const tone = (step: readonly NextStep[]) => (step.includes(next) && isTreating ? 'btn pri' : 'btn')
  return (
    <Card title="Before a needle">
      <ul className="chart-steps">
        <Step
          isDone={screening !== null && !['screen', 'screen-again', 'stopped'].includes(next)}
          isStop={next === 'stopped'}
        >
          <div className="what">
            <b>{screeningTitle(next, screening)}</b>
            <br />
            <span className="q sm">
              {screening === null
                ? 'Asked before the first needle, and again before each session.'
                : `Asked ${whenWords(screening.screenedAt, zone)} by ${screening.screenedByName}`}
            </span>
          </div>
          {screening === null ? null : (
            <Link
              className={tone(['stopped'])}
              to="/patients/$patient/screenings/$screening"
              params={{ ...params, screening: screening.id }}
            >
              What it says
            </Link>
          )}
          {isTreating ? (
            <Link
              className={tone(['screen', 'screen-again'])}
              to={screening === null ? '/patients/$patient/screening' : '/patients/$patient/recheck'}
              params={params}
            >
              {screening === null ? 'Screen now' : 'Anything changed?'}
            </Link>
          ) : null}
        </Step>
        <Step isDone={consent !== undefined}>
          <div className="what">
            <b>{consent ? `Consent for ${consent.regions.join(', ')}` : 'Consent is not given'}</b>
            <br />
            <span className="q sm">
              {consent
                ? `Given ${whenWords(consent.givenAt, zone)}, text ${consent.textVersion}${consent.electrical ? ', with electrical' : ''}${consent.old ? '. Over a year old: ask again' : ''}`
                : 'A site outside the consent can’t be needled.'}
            </span>
          </div>
          {consent ? (
            <>
              <a
                className="btn bare"
                href={addressOf(consentRoutes.consentCopy, { params: { consent: consent.id }, query: { paper: 'a4' } })}
              >
                Copy (PDF)
              </a>
              <Link
                className="btn"
                to="/patients/$patient/consents/$consent"
                params={{ ...params, consent: consent.id }}
              >
                Read or withdraw
              </Link>
            </>
          ) : null}
          {isTreating ? (
            <Link className={tone(['consent'])} to="/patients/$patient/consent" params={params}>
              {consent ? 'New consent' : 'Take consent'}
            </Link>
          ) : null}
        </Step>
        <Step isDone={false}>
          <SessionStep chart={chart} next={next} isTreating={isTreating} />
        </Step>
      </ul>
    </Card>
  )
}

function screeningTitle(next: NextStep, screening: ChartView['screening']): string {
  if (screening === null) return 'Screening is not done'
  if (screening.reopenedAt !== null) return 'Something happened since the screening: ask again'
  if (next === 'screen-again') return 'Screening is over a day old: ask again'
  return screening.result.mayNeedle ? 'Screening done' : 'Screening says: no needling today'
}

function Step({
  isDone,
  isStop = false,
  children,
}: {
  readonly isDone: boolean
  readonly isStop?: boolean
  readonly children: ReactNode
}) {
  const Icon = isStop ? OctagonAlert : isDone ? CircleCheck : CircleDashed
  return (
    <li>
      <Icon className="i" aria-hidden="true" />
      <div className="chart-step">{children}</div>
    </li>
  )
}

function SessionStep({
  chart,
  next,
  isTreating,
}: {
  readonly chart: ChartView
  readonly next: NextStep
  readonly isTreating: boolean
}) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const open = useMutation({ mutationFn: openNewSession, networkMode: 'always', retry: false })
  const [reason, setReason] = useState('')
  const [session] = useState(newSessionId)
  const actor = useMe().account
  const params = { patient: chart.patient.id }
  const running = chart.sessions.find((each) => each.status === 'open')

  if (running) {
    return (
      <>
        <div className="what">
          <b>A session is open</b>
          <br />
          <span className="q sm">
            {running.needlesLeft > 0
              ? `${running.needlesLeft} ${running.needlesLeft === 1 ? 'needle is' : 'needles are'} in the body.`
              : 'No needle is in the body. It is not signed yet.'}
          </span>
        </div>
        <Link className="btn pri" to="/patients/$patient/sessions/$session" params={{ ...params, session: running.id }}>
          Open treatment room
        </Link>
      </>
    )
  }
  const why = !isTreating
    ? 'Only a clinician treats.'
    : next !== 'start-session'
      ? 'Opens when screening and consent allow it.'
      : reason.trim() === ''
        ? 'Say why the patient comes.'
        : null

  async function start(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (why !== null || open.isPending) return
    await open.mutateAsync({ ...params, session, actor, reason: reason.trim() })
    for (const route of [pathwayRoutes.readChart, pathwayRoutes.today]) {
      void client.invalidateQueries({ queryKey: [route.path] })
    }
    await navigate({ to: '/patients/$patient/sessions/$session', params: { ...params, session } })
  }

  return (
    <form className="chart-start" onSubmit={(event) => void start(event).catch(() => undefined)}>
      <TextField
        label="Start a session: reason"
        value={reason}
        onValue={setReason}
        maxLength={500}
        autoComplete="off"
        placeholder="Such as right-sided low back pain, five months"
      />
      <button
        type="submit"
        className={next === 'start-session' && isTreating ? 'btn pri' : 'btn'}
        aria-disabled={why !== null || open.isPending}
        aria-describedby="start-why"
      >
        {open.isPending ? 'Opening…' : 'Start session'}
      </button>
      <span className="hint" id="start-why">
        {why ?? ''}
      </span>
      <ProblemBanner problem={open.isError ? problemOf(open.error) : null} />
    </form>
  )
}

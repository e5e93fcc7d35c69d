/** What is open: needles still in the body first, then sessions that nobody signed, then what was signed today. */
import { Link, Navigate } from '@tanstack/react-router'
import { instantOf } from '@unknot/care/kernel'
import { pathwayRoutes, type TodayView } from '@unknot/wire/pathway'
import { useState } from 'react'
import { Card, Skeleton } from '../design/index.ts'
import { Answered, longDateWords, PageHead, useRead } from '../kernel/index.ts'
import { useMay, useMe } from '../people/index.ts'
import { DayLine } from './DayLine.tsx'
import { TODAY_WORDS as W } from './today.words.ts'
import './today.css'

/** Somebody beside the table may open or sign a session meanwhile. */
const LOOK_EVERY_MS = 20_000

export function TodayPage() {
  // The desk sees no session: its day begins with the patients.
  return useMay('record-read') ? <Today /> : <Navigate to="/patients" replace />
}

function Today() {
  const { timeZone } = useMe().clinic
  const [now] = useState(() => instantOf(Date.now()))
  const read = useRead(pathwayRoutes.today, {}, { everyMs: LOOK_EVERY_MS })
  const day = read.data
  const counts = day ? [W.open(day.unfinished.length), W.signed(day.signed.length)].join(' · ') : ' '
  return (
    <>
      <PageHead title={longDateWords(now, timeZone)} sub={counts} />
      <Answered
        read={read}
        skeleton={
          <div className="today-cols">
            <Skeleton rows={4} rowHeight={62} />
            <Skeleton rows={1} rowHeight={170} />
          </div>
        }
      >
        {(today) => (today.unfinished.length + today.signed.length === 0 ? <FirstSteps /> : <Day day={today} />)}
      </Answered>
    </>
  )
}

function Day({ day }: { readonly day: TodayView }) {
  return (
    <div className="today-cols">
      <div className="stack5">
        <DayList title={W.unfinished} lines={day.unfinished} day={day} />
        <DayList title={W.signedTitle} lines={day.signed} day={day} />
        {day.unfinished.length === 0 ? <NothingOpen /> : null}
      </div>
      <Needles day={day} />
    </div>
  )
}

type ListProps = { readonly title: string; readonly lines: TodayView['unfinished']; readonly day: TodayView }

function DayList({ title, lines, day }: ListProps) {
  // One filled button a view: the first session that still has needles in the body.
  const first = lines.find((line) => line.needlesLeft > 0) ?? lines.find((line) => line.status === 'open')
  if (lines.length === 0) return null
  return (
    <section aria-label={title}>
      <h2 className="eyebrow list-title">{title}</h2>
      <ul className="rows">
        {lines.map((line) => (
          <DayLine key={line.id} line={line} on={day.on} timeZone={day.timeZone} isFirst={line === first} />
        ))}
      </ul>
    </section>
  )
}

function Needles({ day }: { readonly day: TodayView }) {
  const all = [...day.unfinished, ...day.signed]
  const sum = (part: 'needlesIn' | 'needlesOut' | 'needlesLeft' | 'needlesAccounted') =>
    all.reduce((total, line) => total + line[part], 0)
  const left = sum('needlesLeft')
  return (
    <Card title={W.needles}>
      <dl className="stat">
        <dt>{W.intoday}</dt>
        <dd>{sum('needlesIn')}</dd>
        <dt>{W.outtoday}</dt>
        <dd>{sum('needlesOut')}</dd>
        <dt>{W.left}</dt>
        <dd className={left > 0 ? 'is-in' : ''}>{left}</dd>
        <dt>{W.accounted}</dt>
        <dd>{sum('needlesAccounted')}</dd>
      </dl>
      <p className="hint card-foot">{W.countsHint}</p>
    </Card>
  )
}

function NothingOpen() {
  return (
    <div className="card nothing-open">
      <p className="grow">
        <b>{W.emptyTitle}.</b> <span className="q">{W.emptyBody}</span>
      </p>
      <Link className="btn" to="/patients">
        {W.find}
      </Link>
    </div>
  )
}

function FirstSteps() {
  const { name } = useMe()
  const steps = [
    { title: W.stepPatient, hint: W.stepPatientHint },
    { title: W.stepScreen, hint: W.stepScreenHint },
    { title: W.stepSession, hint: W.stepSessionHint },
  ]
  return (
    <div className="first-steps">
      <h2>{W.stepsTitle(name)}</h2>
      <p className="q">{W.steps}</p>
      <ol className="rows">
        {steps.map(({ title, hint }, i) => (
          <li key={title}>
            <span className="step-no" aria-hidden="true">
              {i + 1}
            </span>
            <span className="grow">
              <span className="b block">{title}</span>
              <span className="q sm">{hint}</span>
            </span>
            {i === 0 ? (
              <>
                <Link className="btn" to="/patients">
                  {W.find}
                </Link>
                <Link className="btn pri" to="/patients/new">
                  {W.addFirst}
                </Link>
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  )
}

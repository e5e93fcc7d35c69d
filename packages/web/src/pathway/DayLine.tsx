/** One session in the list of the day: when, in what state, whose, and the one thing to do with it. */
import { Link } from '@tanstack/react-router'
import type { CalendarDay } from '@unknot/care/kernel'
import type { TodaySession } from '@unknot/wire/pathway'
import { CircleCheck, CircleDot, Clock, TriangleAlert } from 'lucide-react'
import { Tag } from '../design/index.ts'
import { ageWords, dateWords, dayAt, timeWords } from '../kernel/index.ts'
import { useMay } from '../people/index.ts'
import { TODAY_WORDS as W } from './today.words.ts'

type Props = {
  readonly line: TodaySession
  readonly on: CalendarDay
  readonly timeZone: string
  readonly isFirst: boolean
}

export function DayLine({ line, on, timeZone, isFirst }: Props) {
  const isIn = line.needlesLeft > 0
  const isFromToday = dayAt(line.openedAt, timeZone) === on
  const facts = [
    `${ageWords(line.patientBirthOn, on)}, ${W.number} ${line.patientNumber}`,
    line.needlesIn === 0 ? W.noNeedle : W.inOut(line.needlesIn, line.needlesOut, line.needlesAccounted),
    `${W.by} ${line.signedByName ?? line.openedByName}`,
    !isFromToday && W.since(dateWords(line.openedAt, timeZone)),
    line.addendumCount > 0 && W.addenda(line.addendumCount),
  ].filter(Boolean)
  return (
    <li className={isIn ? 'day-line is-in' : 'day-line'}>
      <time dateTime={line.openedAt}>{timeWords(line.openedAt, timeZone)}</time>
      <State line={line} />
      <span className="day-who">
        <Link className="b" to="/patients/$patient" params={{ patient: line.patient }}>
          {line.patientName}
        </Link>
        <span className="q sm block">{facts.join(' · ')}</span>
      </span>
      <Next line={line} isFirst={isFirst} />
    </li>
  )
}

function State({ line }: { readonly line: TodaySession }) {
  if (line.status === 'signed') {
    return (
      <Tag tone="good" Icon={CircleCheck}>
        {W.signedTag}
      </Tag>
    )
  }
  if (line.needlesLeft > 0) {
    return (
      <Tag tone="ned" Icon={CircleDot}>
        {W.needlesIn(line.needlesLeft)}
      </Tag>
    )
  }
  return line.needlesIn > 0 ? (
    <Tag tone="warn" Icon={TriangleAlert}>
      {W.notSigned}
    </Tag>
  ) : (
    <Tag tone="pri" Icon={Clock}>
      {W.started}
    </Tag>
  )
}

function Next({ line, isFirst }: { readonly line: TodaySession; readonly isFirst: boolean }) {
  const mayChart = useMay('session-chart')
  const params = { patient: line.patient, session: line.id }
  const whose = <span className="vh">: {line.patientName}</span>
  if (line.status === 'signed') {
    return (
      <Link className="btn bare" to="/patients/$patient/sessions/$session/record" params={params}>
        {W.openRecord}
        {whose}
      </Link>
    )
  }
  if (!mayChart) {
    return (
      <Link className="btn" to="/patients/$patient" params={{ patient: line.patient }}>
        {W.openChart}
        {whose}
      </Link>
    )
  }
  return (
    <Link className={isFirst ? 'btn pri' : 'btn'} to="/patients/$patient/sessions/$session" params={params}>
      {line.needlesLeft > 0 ? W.openRoom : W.goOn}
      {whose}
    </Link>
  )
}

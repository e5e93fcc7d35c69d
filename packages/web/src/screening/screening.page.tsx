/**
 * Asking the questions. The server judges the answers; this page only collects them. What isn't answered is sent as not
 * answered, and its result says what is still to be asked.
 */
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ageOn, asId, instantOf, type PatientId, type ScreeningId } from '@unknot/care/kernel'
import { patientRoutes, type PatientView } from '@unknot/wire/people'
import type { AnswerOf } from '@unknot/wire/kernel'
import { type QuestionWire, screeningRoutes, type ScreeningView } from '@unknot/wire/screening'
import { ChevronLeft, Lock } from 'lucide-react'
import { useState } from 'react'
import { Banner, Button, ProblemBanner, Skeleton } from '../design/index.ts'
import { Answered, dayAt, DeadEnd, newId, PageHead, problemOf, useRead, useWrite, whenWords } from '../kernel/index.ts'
import { useMay, useMe } from '../people/index.ts'
import { askedOf, bodyOf, type Draft, draftFrom, forgetDraft, keepDraft, keptDraft } from './draft.ts'
import { OneQuestion } from './OneQuestion.tsx'
import { QuestionList } from './QuestionList.tsx'
import { SCREENING_WORDS as W } from './screening.words.ts'
import { useIsPhone } from './use-is-phone.ts'
import './screening.css'

type Questions = AnswerOf<typeof screeningRoutes.screeningQuestions>

export function ScreeningPage() {
  const patient = asId<PatientId>(useParams({ from: '/framed/patients/$patient/screening' }).patient)
  const { from } = useSearch({ from: '/framed/patients/$patient/screening' })
  const mayTake = useMay('screening-take')
  const who = useRead(patientRoutes.readPatient, { params: { patient } })
  const questions = useRead(screeningRoutes.screeningQuestions, {}, { isOn: mayTake })
  const earlier = useRead(
    screeningRoutes.readScreening,
    { params: { screening: from ?? '' } },
    { isOn: mayTake && from !== undefined },
  )
  if (!mayTake) {
    return (
      <DeadEnd
        Icon={Lock}
        title={W.notForYou}
        action={
          <Link className="btn" to="/patients/$patient" params={{ patient }}>
            {W.chart}
          </Link>
        }
      >
        {W.notForYouHint}
      </DeadEnd>
    )
  }
  return (
    <Answered isWholePage read={who} skeleton={<Skeleton rows={9} rowHeight={44} />}>
      {(found) => (
        <Answered isWholePage read={questions} skeleton={<Skeleton rows={9} rowHeight={44} />}>
          {(answer) =>
            from !== undefined && !earlier.data && !earlier.isError ? (
              <Skeleton rows={9} rowHeight={44} />
            ) : (
              <Asking patient={found} all={answer} earlier={earlier.data ?? null} />
            )
          }
        </Answered>
      )}
    </Answered>
  )
}

type AskingProps = {
  readonly patient: PatientView
  readonly all: Questions
  readonly earlier: ScreeningView | null
}

function Asking({ patient, all, earlier }: AskingProps) {
  const { timeZone } = useMe().clinic
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const [kept] = useState(() => keptDraft(patient.id))
  const [draft, setDraftState] = useState<Draft>(() => kept ?? (earlier ? draftFrom(earlier) : {}))
  const [id] = useState(() => newId<ScreeningId>())
  const write = useWrite(screeningRoutes.screenPatient, [screeningRoutes.listScreenings])
  const setDraft = (next: Draft) => {
    setDraftState(next)
    keepDraft(patient.id, next)
  }
  const startAfresh = () => {
    forgetDraft(patient.id)
    setDraftState({})
  }
  const [ageYears] = useState(() => ageOn(patient.birthOn, dayAt(instantOf(Date.now()), timeZone)))
  const asked = askedOf(all.questions, draft, ageYears)
  const done = asked.filter((question) => draft[question.id])
  const save = () =>
    write.mutate(
      { params: { patient: patient.id }, body: { id, answers: bodyOf(all.questions, draft, ageYears) } },
      {
        onSuccess: (screening) => {
          forgetDraft(patient.id)
          void navigate({
            to: '/patients/$patient/screenings/$screening',
            params: { patient: patient.id, screening: screening.id },
          })
        },
      },
    )
  const finish = (
    <Button
      tone="pri"
      size={isPhone ? 'big' : 'normal'}
      onClick={save}
      unavailable={done.length === 0 ? W.noneAnswered : null}
      busy={write.isPending && W.finishing}
    >
      {W.finish}
    </Button>
  )
  const problem = write.error ? problemOf(write.error) : null
  return (
    <>
      <Link className="btn bare back" to="/patients/$patient" params={{ patient: patient.id }}>
        <ChevronLeft className="i" aria-hidden="true" />
        {W.chart}
      </Link>
      <PageHead title={W.title(patient.name)} sub={isPhone ? undefined : W.sub} />
      {kept || earlier ? (
        <div className="stale">
          <Banner action={<Button onClick={startAfresh}>{W.startAfresh}</Button>}>
            {kept ? W.kept : W.carried(whenWords((earlier as ScreeningView).screenedAt, timeZone))}
          </Banner>
        </div>
      ) : null}
      {isPhone ? (
        <>
          <ProblemBanner problem={problem} />
          <OneQuestion {...all} draft={draft} onDraft={setDraft} ageYears={ageYears} finish={finish} />
        </>
      ) : (
        <>
          <p className="hint q-keys">{W.keys}</p>
          <QuestionList {...all} draft={draft} onDraft={setDraft} ageYears={ageYears} />
          <div className="q-foot">
            <ProblemBanner problem={problem} />
            <Progress asked={asked} done={done} />
            {finish}
          </div>
        </>
      )}
    </>
  )
}

type ProgressProps = { readonly asked: readonly QuestionWire[]; readonly done: readonly QuestionWire[] }

function Progress({ asked, done }: ProgressProps) {
  const needed = asked.filter((question) => question.mustAsk && !done.includes(question)).length
  return (
    <p className="grow">
      <b>{W.answered(done.length, asked.length)}</b> <span className="q">{W.needed(needed)}</span>
    </p>
  )
}

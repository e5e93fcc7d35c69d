/**
 * The re-check before a session: the last answers in one view, and five things asked again. What isn't a clear no opens its own
 * questions at once; the server judges the new answers.
 */
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type Answer, ageOn, asId, instantOf, type PatientId, type ScreeningId } from '@unknot/care/kernel'
import { needsFullScreening, type RecheckId } from '@unknot/care/screening'
import type { AnswerOf } from '@unknot/wire/kernel'
import { patientRoutes, type PatientView } from '@unknot/wire/people'
import { screeningRoutes, type ScreeningView } from '@unknot/wire/screening'
import { ChevronLeft, Lock, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Banner, Button, Card, EmptyState, ProblemBanner, Segment, Skeleton } from '../design/index.ts'
import { Answered, dayAt, newId, PageHead, problemOf, useRead, useWrite, whenWords } from '../kernel/index.ts'
import { useMay, useMe } from '../people/index.ts'
import { AnswersCard } from './AnswersCard.tsx'
import { bodyOf, type Draft } from './draft.ts'
import { QuestionLines } from './QuestionList.tsx'
import { ANSWER_WORDS, RECHECK_WORDS as W, REOPENING_WORDS } from './screening.words.ts'
import './screening.css'

type Questions = AnswerOf<typeof screeningRoutes.screeningQuestions>
type Items = Partial<Record<RecheckId, Answer>>

export function RecheckPage() {
  const patient = asId<PatientId>(useParams({ from: '/framed/patients/$patient/recheck' }).patient)
  const mayTake = useMay('screening-take')
  const who = useRead(patientRoutes.readPatient, { params: { patient } })
  const questions = useRead(screeningRoutes.screeningQuestions, {}, { isOn: mayTake })
  const list = useRead(screeningRoutes.listScreenings, { params: { patient } }, { isOn: mayTake })
  const newest = list.data?.screenings[0]?.id
  const last = useRead(
    screeningRoutes.readScreening,
    { params: { screening: newest ?? ('' as never) } },
    { isOn: newest !== undefined },
  )
  const skeleton = <Skeleton rows={7} rowHeight={64} />
  if (!mayTake) {
    return (
      <EmptyState Icon={Lock} title={W.notForYou}>
        {W.notForYouHint}
      </EmptyState>
    )
  }
  return (
    <Answered isWholePage read={who} skeleton={skeleton}>
      {(found) => (
        <Answered isWholePage read={questions} skeleton={skeleton}>
          {(all) => (
            <Answered isWholePage read={list} skeleton={skeleton}>
              {() =>
                newest === undefined ? (
                  <NothingYet patient={found} />
                ) : (
                  <Answered isWholePage read={last} skeleton={skeleton}>
                    {(screening) => <Asking patient={found} all={all} last={screening} />}
                  </Answered>
                )
              }
            </Answered>
          )}
        </Answered>
      )}
    </Answered>
  )
}

function NothingYet({ patient }: { readonly patient: PatientView }) {
  return (
    <EmptyState Icon={RotateCcw} title={W.never}>
      <p>{W.neverHint}</p>
      <Link className="btn pri" to="/patients/$patient/screening" params={{ patient: patient.id }}>
        {W.askAll}
      </Link>
    </EmptyState>
  )
}

type AskingProps = { readonly patient: PatientView; readonly all: Questions; readonly last: ScreeningView }

function Asking({ patient, all, last }: AskingProps) {
  const { timeZone } = useMe().clinic
  const navigate = useNavigate()
  const [now] = useState(() => instantOf(Date.now()))
  const [id] = useState(() => newId<ScreeningId>())
  const [items, setItems] = useState<Items>({})
  const [draft, setDraft] = useState<Draft>({})
  const write = useWrite(screeningRoutes.recheckPatient, [screeningRoutes.listScreenings])
  const ageYears = ageOn(patient.birthOn, dayAt(now, timeZone))
  const isTooOld = needsFullScreening(last.fullAt, now)
  const open = all.recheck.filter(({ id: item }) => items[item] === 'yes' || items[item] === 'unknown')
  const opened = all.questions.filter(({ id: question }) => open.some(({ questions }) => questions.includes(question)))
  const { pregnancy, medicine, infection, nerves, reaction } = items
  const left = all.recheck.filter(({ id: item }) => items[item] === undefined).length
  const confirm = () => {
    if (!pregnancy || !medicine || !infection || !nerves || !reaction) return
    const body = {
      id,
      of: last.id,
      items: { pregnancy, medicine, infection, nerves, reaction },
      answers: bodyOf(opened, draft, ageYears),
    }
    write.mutate(
      { params: { patient: patient.id }, body },
      {
        onSuccess: ({ id: screening }) =>
          void navigate({
            to: '/patients/$patient/screenings/$screening',
            params: { patient: patient.id, screening },
          }),
      },
    )
  }
  return (
    <>
      <Link className="btn bare back" to="/patients/$patient" params={{ patient: patient.id }}>
        <ChevronLeft className="i" aria-hidden="true" />
        {W.chart}
      </Link>
      <PageHead title={W.title(patient.name)} sub={W.sub(whenWords(last.screenedAt, timeZone), last.screenedByName)}>
        <Link className="btn" to="/patients/$patient/screening" params={{ patient: patient.id }}>
          {W.askAll}
        </Link>
      </PageHead>
      {isTooOld ? <Banner tone="warn">{W.tooOld}</Banner> : null}
      {last.reopenings.map(({ kind, note, byName, at }) => (
        <Banner key={at} tone="warn">
          <b>{REOPENING_WORDS[kind]}</b> {W.told(whenWords(at, timeZone), byName)} {note}
        </Banner>
      ))}
      <div className="res-cols recheck">
        <section className="card q-group" aria-labelledby="the-five">
          <header>
            <h2 id="the-five">{W.five}</h2>
          </header>
          {all.recheck.map((item) => (
            <div key={item.id} className="recheck-item">
              <Segment
                label={item.text}
                value={items[item.id] ?? null}
                options={(['no', 'yes', 'unknown'] as const).map((value) => ({ value, words: ANSWER_WORDS[value] }))}
                onValue={(answer: Answer) => setItems({ ...items, [item.id]: answer })}
              />
              {open.includes(item) ? (
                <div className="recheck-more">
                  <QuestionLines
                    {...{ draft, ageYears, citations: all.citations }}
                    questions={all.questions.filter(({ id: question }) => item.questions.includes(question))}
                    onDraft={setDraft}
                  />
                </div>
              ) : null}
            </div>
          ))}
        </section>
        <div className="stack">
          <AnswersCard answers={last.answers} />
          {last.result.precautions.length > 0 ? (
            <Card title={W.stands}>
              <ul>
                {last.result.precautions.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Card>
          ) : null}
        </div>
      </div>
      <div className="q-foot">
        <ProblemBanner problem={write.error ? problemOf(write.error) : null} />
        <p className="grow">{left === 0 ? W.ready : W.left(left)}</p>
        <Button
          tone="pri"
          onClick={confirm}
          unavailable={isTooOld ? W.tooOld : left > 0 ? W.left(left) : null}
          busy={write.isPending && W.confirming}
        >
          {W.confirm}
        </Button>
      </div>
    </>
  )
}

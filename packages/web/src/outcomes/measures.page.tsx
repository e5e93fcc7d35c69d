/** Asking a measure: choose one, hand the tablet over, one question a screen. Or enter the total of a paper form. */
import { Link, useParams } from '@tanstack/react-router'
import { asId, type PatientId } from '@unknot/care/kernel'
import { type MeasureView, outcomesRoutes, type ScoreView } from '@unknot/wire/outcomes'
import { ChevronLeft, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { Banner, Button, Card, Disclosure, ProblemBanner, Skeleton, TextField } from '../design/index.ts'
import { Answered, newId, PageHead, problemOf, useRead, useWrite } from '../kernel/index.ts'
import { EMPTY_DRAFT, forgetMeasure, keepMeasure, keptMeasure, type MeasureDraft } from './measure-draft.ts'
import { MeasurePad } from './MeasurePad.tsx'
import { OUTCOME_WORDS as W } from './outcomes.words.ts'
import './outcomes.css'
import '../screening/screening.css'

export function MeasuresPage() {
  const patient = asId<PatientId>(useParams({ from: '/bare/patients/$patient/measures' }).patient)
  const read = useRead(outcomesRoutes.measures, {})
  const [chosen, setChosen] = useState<MeasureView | null>(null)
  return (
    <main className="solo wide pad-page" id="page">
      {chosen ? null : (
        <>
          <Link className="btn bare back" to="/patients/$patient" params={{ patient }}>
            <ChevronLeft className="i" aria-hidden="true" />
            {W.back}
          </Link>
          <PageHead title={W.measuresTitle} sub={W.measuresHint} />
        </>
      )}
      <Answered read={read} skeleton={<Skeleton rows={8} rowHeight={44} />}>
        {({ measures }) =>
          chosen === null ? (
            <Picker measures={measures} onChosen={setChosen} />
          ) : chosen.wording === 'clinic' ? (
            <PaperTotal patient={patient} measure={chosen} onLeave={() => setChosen(null)} />
          ) : (
            <Filling patient={patient} measure={chosen} onLeave={() => setChosen(null)} />
          )
        }
      </Answered>
    </main>
  )
}

type PickerProps = { readonly measures: readonly MeasureView[]; readonly onChosen: (measure: MeasureView) => void }

function Picker({ measures, onChosen }: PickerProps) {
  const rows = (wording: MeasureView['wording']) => (
    <ul className="pad-list">
      {measures
        .filter((measure) => measure.wording === wording)
        .map((measure) => (
          <li key={measure.id}>
            <button type="button" className="btn full pad-pick" onClick={() => onChosen(measure)}>
              <span>
                {measure.id.startsWith('nprs') ? W.pain : measure.name}
                <span className="q sm block">
                  {measure.items.length === 1 ? measure.recall : W.questions(measure.items.length, measure.recall)}
                </span>
              </span>
            </button>
          </li>
        ))}
    </ul>
  )
  return (
    <Card title={W.pick}>
      {rows('shipped')}
      <Disclosure words={W.paper}>{rows('clinic')}</Disclosure>
    </Card>
  )
}

type FillingProps = { readonly patient: PatientId; readonly measure: MeasureView; readonly onLeave: () => void }

function Filling({ patient, measure, onLeave }: FillingProps) {
  const [kept] = useState(() => keptMeasure(patient, measure.id))
  const [draft, setDraftState] = useState<MeasureDraft>(() => kept ?? EMPTY_DRAFT)
  const [id] = useState(() => newId<string>())
  const write = useWrite(outcomesRoutes.recordScore, [outcomesRoutes.readCourse])
  const setDraft = (next: MeasureDraft) => {
    setDraftState(next)
    keepMeasure(patient, measure.id, next)
  }
  const send = () => {
    const activities = draft.activities.filter((name) => name.trim() !== '')
    write.mutate(
      {
        params: { patient },
        body: { id, measure: measure.id, answers: { ...draft.answers }, activities, asked: 'pad' },
      },
      { onSuccess: () => forgetMeasure(patient, measure.id) },
    )
  }
  if (write.data) return <Thanks patient={patient} score={write.data} />
  return (
    <>
      <PageHead title={measure.name} />
      {kept && draft === kept ? (
        <Banner action={<Button onClick={() => setDraft(EMPTY_DRAFT)}>{W.afresh}</Button>}>{W.kept}</Banner>
      ) : null}
      <ProblemBanner problem={write.error ? problemOf(write.error) : null} />
      <MeasurePad
        measure={measure}
        draft={draft}
        onDraft={setDraft}
        onDone={send}
        onLeave={onLeave}
        busy={write.isPending && W.saving}
      />
    </>
  )
}

/** Says thank you, and nothing of the score: what it means is for the two of them to talk about. */
function Thanks({ patient, score }: { readonly patient: PatientId; readonly score: ScoreView }) {
  return (
    <div className="pad-thanks">
      <CircleCheck className="i lg" aria-hidden="true" />
      <PageHead title={W.thanks} />
      <p>{W.thanksHint}</p>
      {score.prompt ? (
        <Disclosure words={W.talk}>
          <p>{score.prompt}</p>
        </Disclosure>
      ) : null}
      <Link className="btn" to="/patients/$patient" params={{ patient }}>
        {W.back}
      </Link>
    </div>
  )
}

function PaperTotal({ patient, measure, onLeave }: FillingProps) {
  const [total, setTotal] = useState('')
  const [id] = useState(() => newId<string>())
  const write = useWrite(outcomesRoutes.recordScore, [outcomesRoutes.readCourse])
  const value = Number(total.replace(',', '.'))
  const isFit = total.trim() !== '' && value >= measure.lowest && value <= measure.highest
  if (write.data) return <Thanks patient={patient} score={write.data} />
  return (
    <>
      <PageHead title={measure.name} sub={measure.licence} />
      <p className="q">{W.paperHint}</p>
      <ProblemBanner problem={write.error ? problemOf(write.error) : null} />
      <TextField
        label={W.total}
        hint={W.totalBad(measure.lowest, measure.highest)}
        inputMode="decimal"
        value={total}
        onValue={setTotal}
      />
      <div className="form-acts">
        <Button
          tone="pri"
          unavailable={isFit ? null : W.totalBad(measure.lowest, measure.highest)}
          busy={write.isPending && W.saving}
          onClick={() =>
            write.mutate({ params: { patient }, body: { id, measure: measure.id, total: value, asked: 'paper' } })
          }
        >
          {W.keep}
        </Button>
        <Button tone="bare" onClick={onLeave}>
          {W.cancel}
        </Button>
      </div>
    </>
  )
}

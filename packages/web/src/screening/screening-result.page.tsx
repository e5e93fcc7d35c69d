/** What a screening says: what must be told at once, what is still to be asked, and where needles may go. */
import { Link, useParams } from '@tanstack/react-router'
import { asId, type PatientId, type ScreeningId } from '@unknot/care/kernel'
import { findQuestion, stopsNeedling } from '@unknot/care/screening'
import { patientRoutes, type PatientView } from '@unknot/wire/people'
import { screeningRoutes, type ScreeningView } from '@unknot/wire/screening'
import { ChevronLeft, OctagonAlert, Phone, TriangleAlert } from 'lucide-react'
import { Banner, Skeleton } from '../design/index.ts'
import { ageWords, Answered, dayAt, PageHead, useRead, whenWords } from '../kernel/index.ts'
import { useMay, useMe } from '../people/index.ts'
import { AnswersCard } from './AnswersCard.tsx'
import { DispositionTable } from './DispositionTable.tsx'
import { Letters } from './Letters.tsx'
import { RESULT_WORDS as W, SCREENING_WORDS, URGENCY_WORDS } from './screening.words.ts'
import './screening.css'

export function ScreeningResultPage() {
  const params = useParams({ from: '/framed/patients/$patient/screenings/$screening' })
  const patient = asId<PatientId>(params.patient)
  const screening = asId<ScreeningId>(params.screening)
  const who = useRead(patientRoutes.readPatient, { params: { patient } })
  const read = useRead(screeningRoutes.readScreening, { params: { screening } })
  return (
    <Answered isWholePage read={who} skeleton={<Skeleton rows={7} rowHeight={56} />}>
      {(found) => (
        <Answered isWholePage read={read} skeleton={<Skeleton rows={7} rowHeight={56} />}>
          {(answer) => <Result patient={found} screening={answer} />}
        </Answered>
      )}
    </Answered>
  )
}

type Props = { readonly patient: PatientView; readonly screening: ScreeningView }

function Result({ patient, screening }: Props) {
  const { timeZone } = useMe().clinic
  const mayTake = useMay('screening-take')
  const { result } = screening
  const isClear = result.mayNeedle
  return (
    <>
      <Link className="btn bare back" to="/patients/$patient" params={{ patient: patient.id }}>
        <ChevronLeft className="i" aria-hidden="true" />
        {W.chart}
      </Link>
      <PageHead
        title={SCREENING_WORDS.title(patient.name)}
        sub={[
          ageWords(patient.birthOn, dayAt(screening.screenedAt, timeZone)),
          W.takenBy(whenWords(screening.screenedAt, timeZone), screening.screenedByName),
          `${W.rules} ${result.rulesVersion}`,
        ].join(' · ')}
      >
        {mayTake ? (
          <>
            <Link className="btn" to="/patients/$patient/screening" params={{ patient: patient.id }}>
              {W.again}
            </Link>
            {isClear ? (
              <Link className="btn pri" to="/patients/$patient/consent" params={{ patient: patient.id }}>
                {W.toConsent}
              </Link>
            ) : null}
          </>
        ) : null}
      </PageHead>
      <MustSay screening={screening} />
      <Letters patient={patient.id} screening={screening.id} isAdvised={stopsNeedling(result.disposition)} />
      <Missing patient={patient} screening={screening} mayTake={mayTake} />
      <div className="res-cols">
        <DispositionTable screening={screening} mayOverride={mayTake} />
        <AnswersCard answers={screening.answers} />
      </div>
      <p className="hint res-foot">{W.support}</p>
      <p className="hint">{W.old(whenWords(screening.recheckAt, timeZone))}</p>
    </>
  )
}

/** The words that can't wait, before anything else on the page. */
function MustSay({ screening }: { readonly screening: ScreeningView }) {
  const { emergencyNumber } = useMe().clinic
  const { mustSay, urgency, disposition } = screening.result
  const isEmergency = urgency === 'emergency-now'
  if (mustSay.length === 0 && !isEmergency) return null
  const words = mustSay.map((sentence) => <blockquote key={sentence}>“{sentence}”</blockquote>)
  if (!stopsNeedling(disposition) && !isEmergency) {
    return (
      <div className="say">
        <Banner tone="pri">
          <b>{W.mustSayTitle}</b>
          {words}
        </Banner>
      </div>
    )
  }
  return (
    <section className="say" role="alert">
      <div className="danger">
        <header>
          <OctagonAlert className="i" aria-hidden="true" />
          {isEmergency ? W.emergency : urgency ? URGENCY_WORDS[urgency] : W.stopTitle}. {W.mustSayTitle}
        </header>
        <div>
          {words}
          {isEmergency && emergencyNumber ? (
            <a className="btn dan" href={`tel:${emergencyNumber.replace(/\s/g, '')}`}>
              <Phone className="i" aria-hidden="true" />
              {W.call(emergencyNumber)}
            </a>
          ) : null}
        </div>
      </div>
    </section>
  )
}

function Missing({ patient, screening, mayTake }: Props & { readonly mayTake: boolean }) {
  const { missing } = screening.result
  if (missing.length === 0) return null
  return (
    <section className="contra" aria-labelledby="missing">
      <TriangleAlert className="i" aria-hidden="true" />
      <div>
        <h2 id="missing">{W.missingTitle(missing.length)}</h2>
        <p>{W.missingBody}</p>
        <ul>
          {missing.slice(0, 5).map(({ question, what }) => (
            <li key={question}>
              {findQuestion(question)?.text} {what === 'where' ? <b>{W.missingWhere}</b> : null}
            </li>
          ))}
          {missing.length > 5 ? <li className="q">{W.andMore(missing.length - 5)}</li> : null}
        </ul>
      </div>
      {mayTake ? (
        <Link
          className="btn pri"
          to="/patients/$patient/screening"
          params={{ patient: patient.id }}
          search={{ from: screening.id }}
        >
          {W.askNow}
        </Link>
      ) : null}
    </section>
  )
}

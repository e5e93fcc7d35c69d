/** A consent that was given: its exact words, its signature, its copy, and its withdrawal. */
import { Link, useParams } from '@tanstack/react-router'
import { asId, type ConsentId, type PatientId } from '@unknot/care/kernel'
import { consentRoutes, type ConsentView } from '@unknot/wire/consent'
import { patientRoutes, type PatientView } from '@unknot/wire/people'
import { ChevronLeft, OctagonAlert, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Banner, Button, Card, Chip, Skeleton } from '../design/index.ts'
import { Answered, PageHead, useRead, whenWords } from '../kernel/index.ts'
import { useMay, useMe } from '../people/index.ts'
import { regionList } from '../screening/index.ts'
import { Copies } from './ConsentDone.tsx'
import { ConsentParts } from './ConsentParts.tsx'
import { CONSENT_WORDS as W } from './consent.words.ts'
import { scopeWords } from './scopes.ts'
import { Signature } from './SignaturePad.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'
import './consent.css'

export function GivenConsentPage() {
  const params = useParams({ from: '/framed/patients/$patient/consents/$consent' })
  const patient = asId<PatientId>(params.patient)
  const consent = asId<ConsentId>(params.consent)
  const who = useRead(patientRoutes.readPatient, { params: { patient } })
  const read = useRead(consentRoutes.readConsent, { params: { consent } })
  return (
    <Answered isWholePage read={who} skeleton={<Skeleton rows={8} rowHeight={40} />}>
      {(found) => (
        <Answered isWholePage read={read} skeleton={<Skeleton rows={8} rowHeight={40} />}>
          {(answer) => <Given patient={found} consent={answer} />}
        </Answered>
      )}
    </Answered>
  )
}

function Given({ patient, consent }: { readonly patient: PatientView; readonly consent: ConsentView }) {
  const { timeZone } = useMe().clinic
  const mayWithdraw = useMay('consent-take') && consent.valid
  const [isAsking, setAsking] = useState(false)
  const shown = consent.valid ? consent.covers : consent
  const extras = shown.extras.filter((extra) => extra !== 'pregnancy')
  return (
    <>
      <Link className="btn bare back" to="/patients/$patient" params={{ patient: patient.id }}>
        <ChevronLeft className="i" aria-hidden="true" />
        {W.chart}
      </Link>
      <PageHead
        title={W.title(patient.name)}
        sub={W.givenBy(whenWords(consent.givenAt, timeZone), consent.takenByName)}
      >
        {mayWithdraw ? <Button onClick={() => setAsking(true)}>{W.withdraw}</Button> : null}
      </PageHead>
      {consent.withdrawals.length > 0 ? (
        <div className="stale stack">
          {consent.withdrawals.map(({ scope, at, by, reason, recordedByName }) => (
            <Banner key={scope} tone="dan">
              <b>{scope === 'all' ? W.withdrawn : W.withdrawnPart(scopeWords(scope))}</b>{' '}
              {W.withdrawnLine(
                whenWords(at, timeZone),
                by === 'patient' ? W.byPatient.toLowerCase() : W.byClinician.toLowerCase(),
                recordedByName,
              )}
              {reason === '' ? null : <span className="block">“{reason}”</span>}
            </Banner>
          ))}
        </div>
      ) : null}
      <div className="given-cols">
        <article className="card given-text">
          <h2 className="given-title">{consent.title}</h2>
          <ConsentParts parts={consent.parts} />
          <p className="q sm">
            {W.text} {consent.textVersion}, {consent.textHash.slice(0, 12)}
          </p>
        </article>
        <div className="stack5">
          <Card title={consent.withdrawals.length > 0 && consent.valid ? W.nowCovers : W.covers}>
            <div className="stack">
              <p className="given-chips">
                <State consent={consent} />
                {consent.old && consent.valid ? (
                  <Chip tone="warn" Icon={TriangleAlert}>
                    {W.old}
                  </Chip>
                ) : null}
              </p>
              <p>{regionList(shown.regions)}</p>
              <p className="q">{shown.electrical ? W.withElectrical : W.withoutElectrical}</p>
              {extras.length > 0 ? (
                <p className="q">
                  {W.alsoAgreed} {extras.map(scopeWords).join(', ')}
                </p>
              ) : null}
            </div>
          </Card>
          <Card title={W.signedBy}>
            <SignedBy consent={consent} />
          </Card>
          <Copies consent={consent.id} />
        </div>
      </div>
      {isAsking ? <WithdrawDialog consent={consent} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function State({ consent }: { readonly consent: ConsentView }) {
  return consent.valid ? (
    <Chip tone="good" Icon={ShieldCheck}>
      {W.given}
    </Chip>
  ) : (
    <Chip tone="dan" Icon={OctagonAlert}>
      {W.withdrawn}
    </Chip>
  )
}

function SignedBy({ consent }: { readonly consent: ConsentView }) {
  const { signature, representative, interpreter } = consent
  return (
    <>
      {signature.kind === 'typed' ? <p className="typed-sign">{signature.name}</p> : null}
      {signature.kind === 'spoken' ? (
        <>
          <p>“{signature.words}”</p>
          <p className="sm">{W.saidBefore(signature.witness)}</p>
        </>
      ) : null}
      {signature.kind === 'strokes' ? (
        <div className="drawn-sign">
          <Signature drawing={{ box: signature, strokes: signature.strokes }} label={W.signedBy} />
        </div>
      ) : null}
      {representative ? (
        <>
          <p className="sm">{W.signedFor(representative.name, representative.relation)}</p>
          {representative.authority === '' ? null : <p className="sm q">{representative.authority}</p>}
          {representative.assent === 'yes' ? <p className="sm">{W.assented}</p> : null}
        </>
      ) : null}
      {interpreter ? <p className="sm">{W.interpretedBy(interpreter.name, interpreter.language)}</p> : null}
    </>
  )
}

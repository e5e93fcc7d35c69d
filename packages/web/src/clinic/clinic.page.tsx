/** The clinic: what it is called, which rules it works under, where it treats. Everybody may read; the owner changes. */
import { Link } from '@tanstack/react-router'
import { clinicRoutes, type ClinicView } from '@unknot/wire/clinic'
import { CalendarDays, ChevronRight, FileSignature, Inbox, LineChart, ScrollText, Users } from 'lucide-react'
import { useState } from 'react'
import { Button, Card, Skeleton } from '../design/index.ts'
import { Answered, PageHead, useRead } from '../kernel/index.ts'
import { useMay } from '../people/index.ts'
import { ChangeClinic } from './ChangeClinic.tsx'
import { ChangeRules } from './ChangeRules.tsx'
import { CLINIC_WORDS as W } from './clinic.words.ts'
import { LocationsCard } from './LocationsCard.tsx'
import { Rules } from './Rules.tsx'

export function ClinicPage() {
  const read = useRead(clinicRoutes.readClinic, {})
  const places = useRead(clinicRoutes.jurisdictions, {})
  const mayChange = useMay('clinic-change')
  const [isChanging, setChanging] = useState(false)
  const [isStating, setStating] = useState(false)
  return (
    <>
      <PageHead title={W.title} sub={mayChange ? undefined : W.ownerOnly} />
      <Answered read={read} skeleton={<Skeleton rows={8} rowHeight={32} />}>
        {(clinic) =>
          isChanging && places.data ? (
            <ChangeClinic clinic={clinic} places={places.data} onDone={() => setChanging(false)} />
          ) : (
            <div className="cards">
              <div className="stack5">
                <Card
                  title={W.details}
                  action={mayChange ? <Button onClick={() => setChanging(true)}>{W.change}</Button> : null}
                >
                  <ClinicFacts clinic={clinic} />
                </Card>
                <LocationsCard mayAdd={mayChange} />
                <Doors />
              </div>
              {isStating ? (
                <ChangeRules clinic={clinic} onDone={() => setStating(false)} />
              ) : (
                <Card
                  title={W.rules}
                  action={mayChange ? <Button onClick={() => setStating(true)}>{W.rulesChange}</Button> : null}
                >
                  <p className="b rules-of">{clinic.jurisdictionName}</p>
                  {clinic.rulesNote === '' ? null : (
                    <p className="sm">
                      {W.rulesNote}: {clinic.rulesNote}
                    </p>
                  )}
                  <Rules {...clinic} />
                </Card>
              )}
            </div>
          )
        }
      </Answered>
    </>
  )
}

function ClinicFacts({ clinic }: { readonly clinic: ClinicView }) {
  const country = new Intl.DisplayNames(['en-GB'], { type: 'region' }).of(clinic.country)
  return (
    <dl className="clinic-facts">
      <dt>{W.name}</dt>
      <dd>{clinic.name}</dd>
      <dt>{W.country}</dt>
      <dd>{country}</dd>
      <dt>{W.timeZone}</dt>
      <dd>{clinic.timeZone.replaceAll('_', ' ')}</dd>
      <dt>{W.emergencyNumber}</dt>
      <dd>{clinic.emergencyNumber}</dd>
    </dl>
  )
}

/** Where only some go. */
function Doors() {
  const seesStaff = useMay('staff-read')
  const seesAudit = useMay('audit-read')
  const seesOutcomes = useMay('record-read')
  if (!seesStaff && !seesAudit && !seesOutcomes) return null
  return (
    <div className="stack">
      {seesOutcomes ? (
        <Link className="card door" to="/clinic/outcomes">
          <LineChart className="i" aria-hidden="true" />
          <span className="grow">
            <span className="b">{W.outcomes}</span>
            <span className="q sm">{W.outcomesHint}</span>
          </span>
          <ChevronRight className="i" aria-hidden="true" />
        </Link>
      ) : null}
      {seesStaff || seesAudit ? <OwnersDoors /> : null}
    </div>
  )
}

function OwnersDoors() {
  return (
    <>
      <Link className="card door" to="/clinic/booking">
        <CalendarDays className="i" aria-hidden="true" />
        <span className="grow">
          <span className="b">{W.booking}</span>
          <span className="q sm">{W.bookingHint}</span>
        </span>
        <ChevronRight className="i" aria-hidden="true" />
      </Link>
      <Link className="card door" to="/clinic/staff">
        <Users className="i" aria-hidden="true" />
        <span className="grow">
          <span className="b">{W.staff}</span>
          <span className="q sm">{W.staffHint}</span>
        </span>
        <ChevronRight className="i" aria-hidden="true" />
      </Link>
      <Link className="card door" to="/clinic/consent-text">
        <FileSignature className="i" aria-hidden="true" />
        <span className="grow">
          <span className="b">{W.consentText}</span>
          <span className="q sm">{W.consentTextHint}</span>
        </span>
        <ChevronRight className="i" aria-hidden="true" />
      </Link>
      <Link className="card door" to="/clinic/outbox">
        <Inbox className="i" aria-hidden="true" />
        <span className="grow">
          <span className="b">{W.outbox}</span>
          <span className="q sm">{W.outboxHint}</span>
        </span>
        <ChevronRight className="i" aria-hidden="true" />
      </Link>
      <Link className="card door" to="/clinic/audit">
        <ScrollText className="i" aria-hidden="true" />
        <span className="grow">
          <span className="b">{W.audit}</span>
          <span className="q sm">{W.auditHint}</span>
        </span>
        <ChevronRight className="i" aria-hidden="true" />
      </Link>
    </>
  )
}

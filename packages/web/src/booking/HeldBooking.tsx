/** The slot is held and the clock runs: who comes? Closing lets the hold go. */
import type { PatientId } from '@unknot/care/kernel'
import { bookingRoutes, type BookingView } from '@unknot/wire/booking'
import { patientRoutes, type PatientLine } from '@unknot/wire/people'
import { useEffect, useState } from 'react'
import { Banner, Button, Dialog, ProblemBanner, TextField } from '../design/index.ts'
import { Answered, dayWords, problemOf, useRead, useWrite } from '../kernel/index.ts'
import { BOOKING_WORDS as W } from './booking.words.ts'
import { longDay } from './long-day.ts'

type Props = { readonly held: BookingView; readonly onClose: () => void; readonly onOther: () => void }

export function HeldBooking({ held, onClose, onOther }: Props) {
  const [typed, setTyped] = useState('')
  const [patient, setPatient] = useState<PatientLine | null>(null)
  const [note, setNote] = useState('')
  const leftS = useSecondsLeft(held.heldUntil)
  const changes = [bookingRoutes.listBookings, bookingRoutes.listSlots]
  const confirm = useWrite(bookingRoutes.confirmBooking, changes)
  const letGo = useWrite(bookingRoutes.cancelBooking, changes)
  const problem = confirm.error ? problemOf(confirm.error) : null
  const leave = (then: () => void) => {
    letGo.mutate({ params: { booking: held.id }, body: { version: held.version, reason: '' } })
    then()
  }
  const book = (who: PatientId) =>
    confirm.mutate({ params: { booking: held.id }, body: { patient: who, note } }, { onSuccess: onClose })
  const isOver = leftS <= 0
  return (
    <Dialog
      title={`${longDay(held.wall.slice(0, 10) as Parameters<typeof longDay>[0])}, ${held.wall.slice(11)}`}
      onClose={() => leave(onClose)}
      isWide
      actions={
        <>
          <Button tone="bare" onClick={() => leave(onOther)}>
            {W.other}
          </Button>
          {isOver ? null : (
            <Button
              tone="pri"
              unavailable={patient ? null : W.needPatient}
              busy={confirm.isPending && W.saving}
              onClick={() => patient && book(patient.id)}
            >
              {W.confirm(patient?.name ?? '…')}
            </Button>
          )}
        </>
      }
    >
      <div className="form">
        <p>
          {held.serviceName} · {held.clinicianName} · {[held.roomName, held.locationName].filter(Boolean).join(', ')}
        </p>
        <Banner tone={isOver ? 'dan' : 'pri'}>{isOver ? W.holdOver : W.heldFor(clockWords(leftS))}</Banner>
        {problem ? <ProblemBanner problem={problem} /> : null}
        <TextField label={W.who} hint={W.whoHint} isFirst autoComplete="off" value={typed} onValue={setTyped} />
        <Found typed={typed.trim()} chosen={patient} onPatient={setPatient} />
        <TextField label={W.noteLabel} isOptional maxLength={1000} autoComplete="off" value={note} onValue={setNote} />
      </div>
    </Dialog>
  )
}

type FoundProps = {
  readonly typed: string
  readonly chosen: PatientLine | null
  readonly onPatient: (patient: PatientLine) => void
}

function Found({ typed, chosen, onPatient }: FoundProps) {
  const query = { ...(typed === '' ? {} : { q: typed }), limit: '6' }
  const read = useRead(patientRoutes.findPatients, { query }, { keepsLast: true })
  return (
    <Answered read={read}>
      {({ patients }) => (
        <fieldset className="found">
          <legend className="vh">{W.who}</legend>
          {patients.map((patient) => (
            <label key={patient.id} className="found-line">
              <input type="radio" name="who" checked={chosen?.id === patient.id} onChange={() => onPatient(patient)} />
              <span className="b">{patient.name}</span>
              <span className="q sm">{dayWords(patient.birthOn)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Answered>
  )
}

function useSecondsLeft(until: string | null): number {
  const left = () => (until === null ? 0 : Math.max(0, Math.round((Date.parse(until) - Date.now()) / 1000)))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 1000)
    return () => clearInterval(timer)
  })
  return seconds
}

/** `9:41` */
function clockWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

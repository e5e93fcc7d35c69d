/** Lines of the audit trail. Patients stand by their id only: the trail itself is no second patient list. */
import { Link } from '@tanstack/react-router'
import type { AuditEntryWire } from '@unknot/wire/clinic'
import { dateWords, timeWords } from '../kernel/index.ts'
import { actionWords, AUDIT_WORDS as W } from './clinic.words.ts'

type Props = {
  readonly entries: readonly AuditEntryWire[]
  readonly timeZone: string
  readonly isOnePatient: boolean
  readonly onPatient: (patient: string) => void
}

export function AuditTable({ entries, timeZone, isOnePatient, onPatient }: Props) {
  return (
    <div className="rows audit-scroll">
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{W.when}</th>
            <th scope="col">{W.who}</th>
            <th scope="col">{W.what}</th>
            <th scope="col">{W.whom}</th>
            <th scope="col">{W.from}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="nw">
                {dateWords(entry.at, timeZone)} <span className="b">{timeWords(entry.at, timeZone)}</span>
              </td>
              <td>{entry.actorName ?? W.program}</td>
              <td>
                {actionWords(entry.action)}
                {entry.ruleVersion ? <span className="q sm block">{entry.ruleVersion}</span> : null}
              </td>
              <td>
                {entry.patient ? (
                  <AboutPatient patient={entry.patient} isOnePatient={isOnePatient} onPatient={onPatient} />
                ) : null}
              </td>
              <td className="q sm">{entry.fromAddress}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type AboutProps = Pick<Props, 'isOnePatient' | 'onPatient'> & { readonly patient: string }

function AboutPatient({ patient, isOnePatient, onPatient }: AboutProps) {
  const short = patient.slice(-6)
  if (isOnePatient) {
    return (
      <Link to="/patients/$patient/details" params={{ patient }}>
        {W.openPatient}
      </Link>
    )
  }
  return (
    <button type="button" className="link-btn" title={W.onlyPatient} onClick={() => onPatient(patient)}>
      {W.thisPatient} …{short}
    </button>
  )
}

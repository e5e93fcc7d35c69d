/** Screening or consent is missing: says which, and leads to it. Nothing is in the body yet, so leaving the room is safe. */
import { Link } from '@tanstack/react-router'
import type { PatientId } from '@unknot/care/kernel'
import { Banner } from '../design/index.ts'
import type { RoomSetting } from './room-view.ts'

export function MissingBefore({ setting, patient }: { readonly setting: RoomSetting; readonly patient: PatientId }) {
  return (
    <>
      {setting.screening === null ? (
        <Banner
          tone="warn"
          action={
            <Link className="btn" to="/patients/$patient/screening" params={{ patient }}>
              Screen
            </Link>
          }
        >
          <b>Screening first:</b> {setting.screeningLine}.
        </Banner>
      ) : null}
      {setting.consent === null ? (
        <Banner
          tone="warn"
          action={
            <Link className="btn" to="/patients/$patient/consent" params={{ patient }}>
              Take consent
            </Link>
          }
        >
          <b>Consent first:</b> {setting.consentLine}.
        </Banner>
      ) : null}
    </>
  )
}

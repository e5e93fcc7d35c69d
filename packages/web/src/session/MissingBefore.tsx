/** Screening or consent is missing: says which, and leads to it. Nothing is in the body yet, so leaving the room is safe. */
import { Link } from '@tanstack/react-router'
import type { Region } from '@unknot/care/atlas'
import type { PatientId } from '@unknot/care/kernel'
import type { NarrowedScope } from '@unknot/care/session'
import { Banner } from '../design/index.ts'
import type { RoomSetting } from './room-view.ts'
import { scopeWords } from './session.words.ts'

type Props = {
  readonly setting: RoomSetting
  readonly patient: PatientId
  /** What the planned sites need of a consent. */
  readonly needed: { readonly regions: readonly Region[]; readonly electrical: boolean }
}

export function MissingBefore({ setting, patient, needed }: Props) {
  const { consent } = setting
  const lacking: readonly NarrowedScope[] = consent
    ? [
        ...needed.regions.filter((region) => !consent.regions.includes(region)),
        ...(needed.electrical && !consent.electrical ? (['electrical'] as const) : []),
      ]
    : []
  // The new one covers what the old one did, too.
  const search = {
    regions: [...new Set([...(consent?.regions ?? []), ...needed.regions])].join(','),
    electrical: needed.electrical || consent?.electrical ? 'yes' : 'no',
  }
  return (
    <>
      {setting.screening === null ? (
        <Banner
          tone="warn"
          action={
            <Link className="btn" to="/patients/$patient/recheck" params={{ patient }}>
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
            <Link className="btn" to="/patients/$patient/consent" params={{ patient }} search={search}>
              Take consent
            </Link>
          }
        >
          <b>Consent first:</b> {setting.consentLine}.
        </Banner>
      ) : null}
      {lacking.length > 0 ? (
        <Banner
          tone="warn"
          action={
            <Link className="btn" to="/patients/$patient/consent" params={{ patient }} search={search}>
              Take consent
            </Link>
          }
        >
          <b>The plan goes beyond the consent:</b> {lacking.map(scopeWords).join(', ')}.
        </Banner>
      ) : null}
    </>
  )
}

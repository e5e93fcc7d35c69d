/** Who is expected: booked in these days, on the table now, or screened since the day began. Reads only. */
import type { ClinicId, Instant, PatientId } from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

/** As many as two days of a large clinic hold; more would fill a tablet. */
const MOST = 120

export async function findExpected(
  queries: Queries,
  clinic: ClinicId,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<readonly PatientId[]> {
  const { rows } = await sql<{ patient: PatientId }>`
    select patient, min(at) as first from (
      select patient, opened_at as at from session_session where clinic_id = ${clinic} and status = 'open'
      union all
      select patient, start_at from booking_booking
      where clinic_id = ${clinic} and patient is not null and start_at >= ${from} and start_at < ${to}
        and state in ('booked', 'late', 'arrived', 'in-treatment')
      union all
      select patient, screened_at from screening_screening where clinic_id = ${clinic} and screened_at >= ${from}
    ) expected
    group by patient order by first, patient limit ${MOST}`.execute(queries)
  return rows.map(({ patient }) => patient)
}

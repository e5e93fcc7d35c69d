/**
 * Finding patients by any part of name, birth date or number.
 *
 * Each word typed is a range over endings (care/people/search.ts), which the index answers in its own order, so the work is
 * that of the lines shown and not that of the patients there are. Words that begin so come first, then words that hold it.
 * With several words the longest leads and the others are asked of each patient that it finds, up to a bound: beyond that
 * somebody has to type more, and is told that there is more.
 */
import type { CalendarDay, ClinicId, PatientId } from '@unknot/care/kernel'
import type { Sex } from '@unknot/care/people'
import { type RawBuilder, sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type PatientLine = {
  readonly id: PatientId
  readonly number: number
  readonly name: string
  readonly birthOn: CalendarDay
  readonly sex: Sex
  readonly phone: string | null
}

export type Found = { readonly patients: readonly PatientLine[]; readonly more: boolean }

type Row = { id: PatientId; number: number; name: string; birth_on: CalendarDay; sex: Sex; phone: string | null }

/** Endings looked at for each line shown: one patient can hold a short word many times, such as `a` in `Anna Hannah`. */
const LOOKS_A_LINE = 12
/** Endings of the leading word looked at when there are others to ask for. */
const LOOKS_MAX = 4000

/** The last character there is: every text that begins with `q` lies between `q` and `q` with this behind it. */
const LAST = '\u{10FFFF}'

/** Patients who have all of the words, at most `limit`. */
export async function searchPatients(
  queries: Queries,
  clinic: ClinicId,
  words: readonly string[],
  limit: number,
): Promise<Found> {
  const [leading = '', ...others] = [...words].sort((a, b) => b.length - a.length)
  const looks = others.length === 0 ? (limit + 1) * LOOKS_A_LINE : LOOKS_MAX
  const { rows } = await sql<Row & { looked: number }>`
    with looked as materialized (
      ${looksOf(clinic, ` ${leading}`, 1, looks)} union all ${looksOf(clinic, leading, 2, looks)}
    ), hit as (
      select patient, min(rank) as rank, min(suffix) as suffix
      from looked l where true ${sql.join(
        others.map((word) => hasWord(clinic, word)),
        sql` `,
      )}
      group by patient order by 2, 3, 1 limit ${limit + 1}
    )
    select p.id, p.number, p.name, p.birth_on::text as birth_on, p.sex, p.phone,
      (select max(n) from (select count(*)::int as n from looked group by rank) counts) as looked
    from hit join people_patient p on p.clinic_id = ${clinic} and p.id = hit.patient
    order by hit.rank, hit.suffix, p.name, p.number`.execute(queries)
  const isCut = rows.length > limit || (rows[0]?.looked ?? 0) >= looks
  return { patients: rows.slice(0, limit).map(lineOf), more: isCut }
}

/** The newest, for a search that says nothing yet. */
export async function newestPatients(queries: Queries, clinic: ClinicId, limit: number): Promise<Found> {
  const { rows } = await sql<Row>`
    select id, number, name, birth_on::text as birth_on, sex, phone from people_patient
    where clinic_id = ${clinic} order by number desc limit ${limit + 1}`.execute(queries)
  return { patients: rows.slice(0, limit).map(lineOf), more: rows.length > limit }
}

function looksOf(clinic: ClinicId, from: string, rank: number, looks: number): RawBuilder<unknown> {
  return sql`(select patient, suffix, ${sql.lit(rank)} as rank from people_patient_suffix
    where clinic_id = ${clinic} and suffix >= ${from} and suffix < ${from + LAST} order by suffix limit ${looks})`
}

function hasWord(clinic: ClinicId, word: string): RawBuilder<unknown> {
  const one = (from: string) => sql`exists (select from people_patient_suffix s where s.clinic_id = ${clinic}
    and s.patient = l.patient and s.suffix >= ${from} and s.suffix < ${from + LAST})`
  return sql`and (${one(` ${word}`)} or ${one(word)})`
}

function lineOf(row: Row): PatientLine {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    birthOn: row.birth_on,
    sex: row.sex,
    phone: row.phone,
  }
}

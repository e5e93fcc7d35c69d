/**
 * Finding patients by any part of name, birth date or number.
 *
 * Each word typed is a range over endings (care/people/search.ts), which the index answers in its own order, so the work is
 * that of the lines shown and not that of the patients there are. Words that begin so come first, then words that hold it.
 * With several words the rarest leads and the others are asked of each patient that it finds. Where even the rarest is in more
 * than a thousand names only the first are looked at; whoever searches is told that there is more, and types more.
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
/** Endings of the leading word looked at, from either range, when there are others to ask for. */
const LOOKS_MAX = 1000

/** The last character there is: every text that begins with `q` lies between `q` and `q` with this behind it. */
const LAST = '\u{10FFFF}'

/** Patients who have all of the words, at most `limit`. */
export async function searchPatients(
  queries: Queries,
  clinic: ClinicId,
  words: readonly string[],
  limit: number,
): Promise<Found> {
  const [only = ''] = words
  const lead = words.length === 1 ? only : await rarestOf(queries, clinic, words)
  const others = words.filter((word) => word !== lead)
  const looks = others.length === 0 ? (limit + 1) * LOOKS_A_LINE : LOOKS_MAX
  const { rows } = await sql<Row & { looked: number }>`
    with looked as materialized (
      ${looksOf(clinic, ` ${lead}`, 1, looks)} union all ${looksOf(clinic, lead, 2, looks)}
    ), hit as (
      select patient, min(rank) as rank, min(suffix) as suffix
      from looked l where true ${sql.join(
        others.map((word) => hasWord(clinic, word)),
        sql` `,
      )}
      group by patient order by 2, 3, 1 limit ${limit + 1}
    ), cut as (
      select coalesce(max(n), 0) as looked from (select count(*)::int as n from looked group by rank) counts
    )
    select p.id, p.number, p.name, p.birth_on::text as birth_on, p.sex, p.phone, cut.looked
    from cut left join (hit join people_patient p on p.clinic_id = ${clinic} and p.id = hit.patient) on true
    order by hit.rank, hit.suffix, p.name, p.number`.execute(queries)
  const found = rows.filter(({ id }) => id !== null)
  const isCut = (rows[0]?.looked ?? 0) >= looks
  return { patients: found.slice(0, limit).map(lineOf), more: found.length > limit || isCut }
}

/** The word with the fewest endings; counting stops where it no longer matters. */
async function rarestOf(queries: Queries, clinic: ClinicId, words: readonly string[]): Promise<string> {
  const counts = words.map(
    (word, i) => sql`select ${sql.lit(i)} as word, (select count(*) from ${looksOf(clinic, ` ${word}`, 1, LOOKS_MAX)} a)
      + (select count(*) from ${looksOf(clinic, word, 2, LOOKS_MAX)} b) as count`,
  )
  const { rows } = await sql<{ word: number }>`
    select word from (${sql.join(counts, sql` union all `)}) counted order by count, word limit 1`.execute(queries)
  return words[rows[0]?.word ?? 0] ?? ''
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

/** One look into the index for each patient. Without its limit PostgreSQL would fetch everybody who has the word. */
function hasWord(clinic: ClinicId, word: string): RawBuilder<unknown> {
  const one = (from: string) => sql`(select true from people_patient_suffix s where s.clinic_id = ${clinic}
    and s.patient = l.patient and s.suffix >= ${from} and s.suffix < ${from + LAST} limit 1)`
  return sql`and coalesce(${one(` ${word}`)}, ${one(word)}, false)`
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

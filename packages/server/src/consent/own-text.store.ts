/** The clinic's own consent texts in the database. Drafts change; what was published doesn't, which the database holds, too. */
import type { OwnDraft } from '@unknot/care/consent'
import { type AccountId, type ClinicId, type ConsentTextId, type Instant, instantOf } from '@unknot/care/kernel'
import { sql } from 'kysely'
import type { Queries } from '../kernel/index.ts'

export type OwnText = OwnDraft & {
  readonly id: ConsentTextId
  /** Null for a draft. */
  readonly version: string | null
  readonly note: string
  readonly revision: number
  readonly changedAt: Instant
  readonly changedByName: string
  readonly publishedAt: Instant | null
}

export type TextChange = OwnDraft & {
  readonly note: string
  readonly at: Instant
  readonly by: AccountId
  readonly byName: string
}

type Row = {
  id: ConsentTextId
  version: string | null
  title: string
  parts: OwnDraft['parts']
  note: string
  revision: number
  changed_at: Date
  changed_by_name: string
  published_at: Date | null
}

const columns = sql`id, version, title, parts, note, revision, changed_at, changed_by_name, published_at`

/** Adds a draft and says true; false when the id is taken. */
export async function addText(
  queries: Queries,
  clinic: ClinicId,
  id: ConsentTextId,
  { title, parts, note, at, by, byName }: TextChange,
): Promise<boolean> {
  const added = await sql`
    insert into consent_text (clinic_id, id, title, parts, note, revision, changed_at, changed_by, changed_by_name)
    values (${clinic}, ${id}, ${title}, ${JSON.stringify(parts)}, ${note}, 1, ${at}, ${by}, ${byName})
    on conflict do nothing`.execute(queries)
  return added.numAffectedRows === 1n
}

/** Changes that revision of a draft; false when nothing was changed. */
export async function changeText(
  queries: Queries,
  clinic: ClinicId,
  id: ConsentTextId,
  { revision, title, parts, note, at, by, byName }: TextChange & { readonly revision: number },
): Promise<boolean> {
  const changed = await sql`
    update consent_text set title = ${title}, parts = ${JSON.stringify(parts)}, note = ${note}, revision = revision + 1,
      changed_at = ${at}, changed_by = ${by}, changed_by_name = ${byName}
    where clinic_id = ${clinic} and id = ${id} and revision = ${revision} and published_at is null`.execute(queries)
  return changed.numAffectedRows === 1n
}

/** Publishes that revision under a version of its own; false when nothing was changed. */
export async function publishText(
  queries: Queries,
  clinic: ClinicId,
  id: ConsentTextId,
  { revision, version, at }: { readonly revision: number; readonly version: string; readonly at: Instant },
): Promise<boolean> {
  const published = await sql`
    update consent_text set version = ${version}, published_at = ${at}, revision = revision + 1
    where clinic_id = ${clinic} and id = ${id} and revision = ${revision} and published_at is null`.execute(queries)
  return published.numAffectedRows === 1n
}

export async function findText(queries: Queries, clinic: ClinicId, id: ConsentTextId): Promise<OwnText | null> {
  const { rows } = await sql<Row>`
    select ${columns} from consent_text where clinic_id = ${clinic} and id = ${id}`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

/** The clinic's own text that is in force; null while the standard one is. */
export async function publishedText(queries: Queries, clinic: ClinicId): Promise<OwnText | null> {
  const { rows } = await sql<Row>`
    select ${columns} from consent_text where clinic_id = ${clinic} and published_at is not null
    order by published_at desc, id desc limit 1`.execute(queries)
  return rows[0] ? fromRow(rows[0]) : null
}

/** Newest first, drafts too. */
export async function listTexts(queries: Queries, clinic: ClinicId): Promise<readonly OwnText[]> {
  const { rows } = await sql<Row>`
    select ${columns} from consent_text where clinic_id = ${clinic}
    order by changed_at desc, id desc limit 200`.execute(queries)
  return rows.map(fromRow)
}

function fromRow(row: Row): OwnText {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    parts: row.parts,
    note: row.note,
    revision: row.revision,
    changedAt: instantOf(row.changed_at.getTime()),
    changedByName: row.changed_by_name,
    publishedAt: row.published_at && instantOf(row.published_at.getTime()),
  }
}

/** The types of all tables, written from a live database, so that a query that names a column wrongly doesn't compile. */
import type pg from 'pg'

type Column = {
  readonly table_name: string
  readonly column_name: string
  readonly type: string
  readonly nullable: boolean
  readonly has_default: boolean
}

/** What a column's type is when it is read, and when it is written. */
const TYPES: Readonly<Record<string, readonly [read: string, write: string]>> = {
  uuid: ['string', 'string'],
  text: ['string', 'string'],
  varchar: ['string', 'string'],
  bool: ['boolean', 'boolean'],
  int2: ['number', 'number'],
  int4: ['number', 'number'],
  int8: ['number', 'number'],
  float4: ['number', 'number'],
  float8: ['number', 'number'],
  numeric: ['number', 'number'],
  date: ['CalendarDay', 'string'],
  timestamptz: ['Date', 'Date | string'],
  json: ['unknown', 'string'],
  jsonb: ['unknown', 'string'],
  bytea: ['Buffer', 'Buffer'],
  _text: ['string[]', 'string[]'],
  _uuid: ['string[]', 'string[]'],
  _int4: ['number[]', 'number[]'],
  _bytea: ['Buffer[]', 'Buffer[]'],
}

/** Ids keep their kind: a column of such a name holds such an id. */
const IDS: Readonly<Record<string, string>> = {
  clinic_id: 'ClinicId',
  patient: 'PatientId',
  account: 'AccountId',
  actor: 'AccountId',
  session: 'SessionId',
  consent: 'ConsentId',
  screening: 'ScreeningId',
}

const HEAD = `/** Made from the live schema by \`npm run schema -w packages/server\`. Change a migration and run that; don't edit. */
`

/** The text of schema.generated.ts. */
export async function schemaTypes(client: Pick<pg.Client, 'query'>): Promise<string> {
  const { rows } = await client.query<Column>(`
    select c.relname as table_name, a.attname as column_name, t.typname as type, not a.attnotnull as nullable,
      a.atthasdef or a.attidentity <> '' as has_default
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p') and not c.relispartition and c.relname not in ('kernel_migration', 'kernel_secret')
    order by c.relname collate "C", a.attnum`)
  const tables = [...new Set(rows.map((row) => row.table_name))]
  const linesOf = (table: string) => rows.filter((row) => row.table_name === table).map(lineOf)
  const body = tables.map((table) => `  ${table}: {\n${linesOf(table).join('\n')}\n  }`).join('\n')
  const ids = [...new Set(Object.values(IDS))].filter((id) => new RegExp(`\\b${id}\\b`).test(body))
  const names = [...ids, ...(rows.some((row) => row.type === 'date') ? ['CalendarDay'] : [])].sort()
  return `${HEAD}import type { ${names.join(', ')} } from '@unknot/care/kernel'
import type { ColumnType } from 'kysely'

export type Tables = {
${body}
}
`
}

function lineOf(column: Column): string {
  const id = column.type === 'uuid' ? IDS[column.column_name] : undefined
  const known: readonly [string, string] | undefined = id ? [id, 'string'] : TYPES[column.type]
  if (!known)
    throw new Error(`schema-types has no type for ${column.table_name}.${column.column_name} (${column.type})`)
  const [read, write] = known.map((type) => (column.nullable && type !== 'unknown' ? `${type} | null` : type)) as [
    string,
    string,
  ]
  const insert = column.has_default || column.nullable ? `${write} | undefined` : write
  const isPlain = read === write && insert === write
  return `    ${column.column_name}: ${isPlain ? read : `ColumnType<${read}, ${insert}, ${write}>`}`
}

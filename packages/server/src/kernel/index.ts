/**
 * The server's ground: the gate to the database, migrations, the audit trail, routes, refusals, settings, the start.
 *
 * A room registers itself by one function, and `pathway/rooms.ts` lists them:
 *
 *   export function peopleRoom(app: App): void {
 *     serve(app, peopleRoutes.readPatient, async (call) => {
 *       const found = await call.db.inClinic(call.clinic, (tx) => readPatient(tx, call, call.params.patient))
 *       return found.ok ? ok(presentPatient(found.value)) : refuse(found.problem)
 *     })
 *   }
 *
 * Refusals get their status and words by a table that doesn't compile while a code is missing:
 *
 *   const refuse = refusals<PatientProblem>({
 *     'not-there': NOT_THERE,
 *     'patient-changed-meanwhile': { status: 409, title: 'Somebody changed this patient meanwhile.', detail: 'Load it again.' },
 *   })
 *
 * Statements run for one clinic. `Queries` is what a store takes; Kysely's builder and sql`…` both run on it:
 *
 *   db.inClinic(clinic, async (tx) => …)      a transaction; throwing or returning { ok: false } rolls back
 *   db.onClinic(clinic, (queries) => …)       one statement, one trip
 *   sql<{ id: PatientId }>`select id from people_patient where clinic_id = ${clinic}`.execute(queries)
 *
 * Columns come as: uuid and text string, timestamptz Date, date 'YYYY-MM-DD', int8 and numeric number, jsonb parsed; send
 * jsonb as JSON.stringify(…), since an array would become an array of PostgreSQL.
 *
 * The audit trail, in the same transaction as what it tells of:
 *
 *   await audit(tx, call, { action: 'patient-read', patient })
 *   sql`with audited as (${auditInsert(call, { action: 'patient-read', patient })}) select …`   in one statement
 *
 * Mail, likewise: `await queueMail(tx, call, { kind, to, subject, body, usefulUntil })`. A secret that must be read again:
 * `call.vault.seal(text, 'table row')`.
 *
 * A file: `return ok({ bytes, name: 'consent.pdf' })`. No content: `return ok(undefined)`.
 * Signing in: `call.setSignInCookie({ token, maxAgeS })`, out: `call.setSignInCookie(null)`.
 *
 * Tests: `const test = withDatabase()` of `@unknot/testkit/kernel`, see there.
 */
export { type AppParts, buildApp } from './app.ts'
export {
  audit,
  type AuditAction,
  type AuditCheck,
  auditInsert,
  type AuditSource,
  listClinics,
  recordClinic,
  sealAudit,
  throwAwayDemo,
  verifyAudit,
} from './audit.store.ts'
export { type Sealer, startSealer } from './audit-sealer.ts'
export { type Booted, bootDatabase, type Migration, readMigrations } from './boot.store.ts'
export { type Config, LOG_LEVELS, type LogLevel, readConfig, type Setting, SETTINGS } from './config.ts'
export type { Queries } from './connection.ts'
export { bareError, logTo } from './log.ts'
export { listen } from './listen.ts'
export { type Html, html } from './html.ts'
export { HTML_TYPE, type KeptPage, pageKeeper, sendKept } from './kept-page.ts'
export { type PublicPage, publicPage } from './public-page.ts'
export { idMaker } from './new-id.ts'
export { openDatabase, type OpenedDatabase } from './open-database.ts'
export { type Database, type GateOptions, openPool, type PoolOptions } from './database.store.ts'
export { EMBEDDED_MAJOR, type PostgresServer, startPostgres } from './postgres-server.store.ts'
export {
  badInput,
  type FieldError,
  NOT_THERE,
  notThere,
  type ProblemKind,
  type ProblemStatus,
  type Refusal,
  type RefusalTable,
  refusals,
} from './problem.ts'
export { type Repeating, startRepeating } from './repeat.ts'
export { type Paper, PrintedPage, QUIET } from './printed-page.ts'
export { type Run, Typeface, type Weight } from './typeface.ts'
export type { Tables } from './schema.generated.ts'
export type { Actor, App, Authenticate, Room } from './room.ts'
export { type Call, type FileAnswer, type Handler, type ReplyOf, serve } from './serve.ts'
export {
  type MailAttachment,
  type MailDraft,
  type MailSource,
  type QueuedMail,
  listMail,
  queueMail,
} from './mail.store.ts'
export { type Deliver, sendDueMail, startMailSender } from './mail-sender.ts'
export { senderOf, smtpDelivery } from './smtp.ts'
export type { SignInCookie } from './sign-in-cookie.ts'
export { isSealed, type Vault, vaultOf } from './vault.ts'
export { codeOf, StartRefusal, wordsOf } from './start-refusal.ts'

/**
 * `unknot serve` and `unknot demo`: starts everything, says where to go, and stops in good order.
 *
 * On Ctrl-C no new request is taken, those under way are finished, the audit trail is sealed, the database is closed. A second
 * Ctrl-C ends at once; what was acknowledged is safe either way.
 */
import { relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  type App,
  buildApp,
  type Config,
  listClinics,
  listen,
  logTo,
  openDatabase,
  type OpenedDatabase,
  type Repeating,
  senderOf,
  smtpDelivery,
  startMailSender,
  startRepeating,
} from '../kernel/index.ts'
import { sendDueMessages } from '../booking/index.ts'
import { authenticate, type DemoSignIn, openDemoClinic, ROOMS } from '../pathway/index.ts'

/** A launcher in the same terminal may pass on the Ctrl-C that we heard ourselves. */
const ECHO_MS = 700
const PATIENCE_MS = 15_000
const LOOK_FOR_MESSAGES_MS = 15_000

export async function serveCommand(config: Config, isDemo: boolean): Promise<void> {
  const log = logTo(config.logLevel)
  const opened = await openDatabase(config, (words, cause) => log.warn(cause ? { err: cause } : {}, words))
  let app: App | null = null
  try {
    app = await buildApp({ db: opened.db, vault: opened.vault, config, authenticate, rooms: ROOMS })
    const signIns = isDemo ? await openDemoClinic(app) : []
    const address = await listen(app)
    const mail = sendMail(app, (error) => log.warn({ err: error }, 'mail could not be sent'))
    const clerk = sendMessages(app, (error) => log.warn({ err: error }, 'messages could not be sent'))
    stopOnSignal(app, opened, [clerk, ...(mail ? [mail] : [])])
    if (opened.foundOrphan) log.info('a database left running by an earlier Unknot was stopped and started again')
    process.stdout.write(await welcome(config, opened, address, signIns))
  } catch (error) {
    await app?.http.close()
    await opened.close()
    throw error
  }
}

async function welcome(
  config: Config,
  { db }: OpenedDatabase,
  address: string,
  signIns: readonly DemoSignIn[],
): Promise<string> {
  const lines = [`Unknot is ready: ${address}`]
  const clinics = await listClinics(db)
  if (signIns.length > 0) {
    lines.push('This is the demo clinic; its patients are invented. Sign in as:')
    for (const { role, email, password } of signIns) lines.push(`  ${role.padEnd(10)} ${email}   ${password}`)
  } else if (clinics.length === 0) {
    lines.push('Open it in your browser, then set up your clinic or explore the demo clinic.')
  } else {
    lines.push('Open it in your browser and sign in.')
  }
  const place = config.databaseUrl ? 'the database of DATABASE_URL' : placeOf(config.dataFolder)
  lines.push(`Ctrl-C stops Unknot. Your data stays in ${place}.`, '')
  return lines.join('\n')
}

/** As a person in this folder would write it. */
function placeOf(folder: string): string {
  const near = relative(process.cwd(), folder)
  return near === '' ? '.' : near.startsWith('..') ? folder : `./${near}`
}

/** Null while no e-mail server is set: then mail waits in the outbox. */
function sendMail({ config, db, vault, now }: App, onFailure: (error: unknown) => void): Repeating | null {
  if (!config.smtpUrl) return null
  return startMailSender({ db, vault, now, deliver: smtpDelivery(config.smtpUrl) }, onFailure)
}

/** Confirmations and reminders: their mail is queued when they are due, whether or not an e-mail server is set. */
function sendMessages({ config, db, vault, now, newId }: App, onFailure: (error: unknown) => void): Repeating {
  const from = config.smtpUrl ? senderOf(config.smtpUrl) : 'clinic@unknot.invalid'
  const needs = { db, vault, now, newId, from }
  return startRepeating((isStopped) => sendDueMessages(needs, isStopped), { everyMs: LOOK_FOR_MESSAGES_MS, onFailure })
}

function stopOnSignal(app: App, opened: OpenedDatabase, jobs: readonly Repeating[]): void {
  let firstAt = 0
  const stop = async () => {
    await Promise.race([
      Promise.all([app.http.close(), ...jobs.map((job) => job.stop())]),
      wait(PATIENCE_MS, undefined, { ref: false }),
    ])
    await opened.close()
  }
  const hear = (signal: NodeJS.Signals) => {
    if (firstAt > 0) {
      // The database sees its connections break, and is stopped by the next start.
      if (Date.now() - firstAt > ECHO_MS) process.exit(130)
      return
    }
    firstAt = Date.now()
    if (signal === 'SIGINT') process.stdout.write('\nStopping. What was saved is safe.\n')
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear)
  // The launcher holds the other end: when it dies, even by kill -9, nobody would be left to stop us.
  if (process.env['UNKNOT_LAUNCHED'] && process.channel) process.on('disconnect', () => hear('SIGTERM'))
}

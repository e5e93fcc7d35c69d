/** Seals audit entries shortly after they are committed: many writes at once become one piece of sealing. */
import { type ClinicId, uuidV7 } from '@unknot/care/kernel'
import { listClinics, sealAudit } from './audit.store.ts'
import type { Database } from './database.store.ts'

const DELAY_MS = 200
/**
 * A pass looks at the entries since the last one and this much before, so that it costs the same on a busy day. A transaction
 * that was open for longer is met by the next thorough pass, at the stop, or when somebody verifies.
 */
const LOOK_BACK_MS = 2000
const THOROUGH_EVERY_MS = 60_000
const THOROUGH_LOOK_BACK_MS = 3_600_000

export type Sealer = {
  /** Seals what waits, then no more. */
  readonly stop: () => Promise<void>
}

/** Listens to the database and seals; begins with what an earlier run left unsealed. */
export function startSealer(db: Database, onFailure: (error: unknown) => void): Sealer {
  const waiting = new Set<ClinicId>()
  let timer: NodeJS.Timeout | null = null
  let isStopped = false
  let running: Promise<void> = sealAll(db).catch(onFailure)

  let lastPassAt = Date.now()
  let lastThoroughAt = Date.now()

  const seal = async () => {
    const clinics = [...waiting]
    waiting.clear()
    const now = Date.now()
    const isThorough = isStopped || now - lastThoroughAt > THOROUGH_EVERY_MS
    const since = isThorough ? now - THOROUGH_LOOK_BACK_MS : lastPassAt - LOOK_BACK_MS
    const from = uuidV7(since, new Uint8Array(10))
    lastPassAt = now
    if (isThorough) lastThoroughAt = now
    for (const clinic of clinics) await sealAudit(db, clinic, from).catch(onFailure)
  }
  const wake = () => {
    timer = null
    running = running.then(seal)
  }
  db.onAudited((clinic) => {
    if (isStopped) return
    waiting.add(clinic)
    timer ??= setTimeout(wake, DELAY_MS)
  })
  return {
    stop: async () => {
      isStopped = true
      if (timer) clearTimeout(timer)
      await running
      await seal()
    },
  }
}

async function sealAll(db: Database): Promise<void> {
  for (const { id } of await listClinics(db)) await sealAudit(db, id)
}

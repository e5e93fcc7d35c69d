/**
 * Folded sessions kept in memory, and one writer of a session at a time in this process.
 *
 * It only saves work: what is written is guarded by the database, which refuses whatever was judged on an old state. Another
 * server beside this one makes a kept state old, never wrong.
 */
import type { ClinicId, PatientId, SessionId } from '@unknot/care/kernel'
import type { SessionState } from '@unknot/care/session'

export type KnownSession = { readonly patient: PatientId; readonly state: SessionState }

const KEPT_MAX = 300

export class SessionMemory {
  readonly #known = new Map<string, KnownSession>()
  readonly #last = new Map<string, Promise<unknown>>()

  find(clinic: ClinicId, session: SessionId): KnownSession | undefined {
    return this.#known.get(`${clinic} ${session}`)
  }

  keep(clinic: ClinicId, session: SessionId, known: KnownSession): void {
    const key = `${clinic} ${session}`
    this.#known.delete(key)
    this.#known.set(key, known)
    if (this.#known.size <= KEPT_MAX) return
    // A map hands out its keys oldest first.
    for (const oldest of this.#known.keys()) {
      this.#known.delete(oldest)
      return
    }
  }

  forget(clinic: ClinicId, session: SessionId): void {
    this.#known.delete(`${clinic} ${session}`)
  }

  /** Does the work when nobody else here is at this session. */
  async inTurn<T>(clinic: ClinicId, session: SessionId, work: () => Promise<T>): Promise<T> {
    const key = `${clinic} ${session}`
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work, work)
    this.#last.set(key, turn)
    try {
      return await turn
    } finally {
      if (this.#last.get(key) === turn) this.#last.delete(key)
    }
  }
}

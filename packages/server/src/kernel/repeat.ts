/** Work that is looked for from time to time, one pass after another, until it is told to stop. */

export type Repeating = {
  /** Looks now, or right after the pass that is under way. */
  readonly nudge: () => void
  /** Resolves when the pass under way is over. */
  readonly stop: () => Promise<void>
}

/** A pass gets a function that tells whether it is to end early. A pass that throws is told of, and the next one comes all the same. */
export function startRepeating(
  pass: (isStopped: () => boolean) => Promise<unknown>,
  { everyMs, onFailure }: { readonly everyMs: number; readonly onFailure: (error: unknown) => void },
): Repeating {
  let isStopped = false
  let running: Promise<void> = Promise.resolve()
  const once = async () => {
    if (!isStopped) await pass(() => isStopped)
  }
  const nudge = () => {
    if (!isStopped) running = running.then(once).catch(onFailure)
  }
  const timer = setInterval(nudge, everyMs)
  timer.unref()
  nudge()
  return {
    nudge,
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await running
    },
  }
}

/** Sets of time as spans in order that neither touch nor overlap. Half-open: a span holds its start and not its end. All in ms. */
export type Span = { readonly fromMs: number; readonly toMs: number }
/** In order, none touching the next. */
export type Spans = readonly Span[]

/** Any spans, in any order, as a set of time. Empty ones fall out. */
export function spansOf(spans: readonly Span[]): Spans {
  const sorted = [...spans].sort((a, b) => a.fromMs - b.fromMs)
  const joined: Span[] = []
  for (const span of sorted) {
    if (span.fromMs >= span.toMs) continue
    const last = joined.at(-1)
    if (!last || span.fromMs > last.toMs) joined.push(span)
    else if (span.toMs > last.toMs) joined[joined.length - 1] = { fromMs: last.fromMs, toMs: span.toMs }
  }
  return joined
}

/** What is in both. */
export function intersect(one: Spans, other: Spans): Spans {
  const both: Span[] = []
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i], other[j]]
    if (!a || !b) break
    const fromMs = Math.max(a.fromMs, b.fromMs)
    const toMs = Math.min(a.toMs, b.toMs)
    if (fromMs < toMs) both.push({ fromMs, toMs })
    if (a.toMs < b.toMs) i += 1
    else j += 1
  }
  return both
}

/** What of the whole is left between the taken spans. */
export function without(whole: Spans, taken: Spans): Spans {
  const left: Span[] = []
  let next = 0
  for (const { fromMs, toMs } of whole) {
    let at = fromMs
    while ((taken[next]?.toMs ?? Number.POSITIVE_INFINITY) <= at) next += 1
    for (let i = next; at < toMs; i += 1) {
      const gone = taken[i]
      const untilMs = Math.min(toMs, gone?.fromMs ?? toMs)
      if (at < untilMs) left.push({ fromMs: at, toMs: untilMs })
      at = gone ? Math.max(at, gone.toMs) : toMs
      if (!gone || gone.fromMs >= toMs) break
    }
  }
  return left
}

/**
 * When something may start that needs free time from `sinceMs` to `untilMs` after its start (either may be negative).
 * The start at which it just fits counts, hence the one millisecond.
 */
export function startsFitting(free: Spans, sinceMs: number, untilMs: number): Spans {
  const fitting: Span[] = []
  for (const { fromMs, toMs } of free) {
    if (toMs - fromMs >= untilMs - sinceMs) fitting.push({ fromMs: fromMs - sinceMs, toMs: toMs - untilMs + 1 })
  }
  return fitting
}

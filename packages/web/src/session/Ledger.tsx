/** The ledger: the count, the needles that are in, the sites that are planned, and the needles that are out. */
import type { PlanId } from '@unknot/care/kernel'
import type { ChartedNeedle, NeedleDetail, SessionFact } from '@unknot/care/session'
import type { Site } from '@unknot/care/atlas'
import { type ReactNode, useState } from 'react'
import { CountBar } from './CountBar.tsx'
import { NeedleRow } from './NeedleRow.tsx'
import { countWords } from './session.words.ts'
import { useClock } from './use-clock.ts'

export type Counts = { readonly in: number; readonly out: number; readonly accounted: number; readonly left: number }

type Props = {
  readonly counts: Counts
  /** In the order of insertion. */
  readonly inBody: readonly ChartedNeedle[]
  readonly ended: readonly ChartedNeedle[]
  readonly planned: readonly {
    readonly plan: PlanId
    readonly site: Site
    readonly detail: NeedleDetail
    readonly words: string
    readonly size: string
  }[]
  readonly nameOf: (needle: ChartedNeedle) => string
  /** When *All out now* was called: the clocks stand still at it. */
  readonly stoppedAtMs: number | null
  readonly isLocked: boolean
  /** False when needles only come out. */
  readonly canPlace: boolean
  /** Shown beside the count. */
  readonly children?: ReactNode
  readonly onPlanned: (plan: PlanId) => void
  readonly act: (...facts: SessionFact[]) => void
}

export function Ledger(props: Props) {
  const { counts, inBody, ended, planned, act } = props
  const clock = useClock(inBody.length > 0 && props.stoppedAtMs === null)
  // The needle that went in last is open for its twitch and pain, until somebody opens another.
  const [opened, setOpened] = useState<{ readonly needle: string | null; readonly whenIn: number } | null>(null)
  const open =
    opened?.whenIn === counts.in ? opened.needle : props.stoppedAtMs === null ? (inBody.at(-1)?.id ?? null) : null
  const row = (needle: ChartedNeedle) => (
    <NeedleRow
      key={needle.id}
      needle={needle}
      name={props.nameOf(needle)}
      now={props.stoppedAtMs ?? clock}
      isOpen={open === needle.id && !props.isLocked}
      isStopped={props.stoppedAtMs !== null}
      isLocked={props.isLocked}
      onToggle={() => setOpened({ needle: open === needle.id ? null : needle.id, whenIn: counts.in })}
      act={act}
    />
  )
  return (
    <section className="tr-side" aria-label="Needle ledger">
      <CountBar inCount={counts.in} outCount={counts.out} accountedCount={counts.accounted} leftCount={counts.left}>
        {props.children}
      </CountBar>
      <div className="tr-list">
        {counts.in === 0 ? (
          <p className="tr-empty">No needle yet. Each one that goes in stands here until it is out again.</p>
        ) : null}
        {inBody.length > 0 ? (
          <ul className="tr-needles tr-muscles" aria-label="In the body">
            {inBody.map(row)}
          </ul>
        ) : null}
        {planned.length > 0 ? (
          <>
            <h3 className="tr-list-head">Planned, not placed</h3>
            <ul className="tr-muscles" aria-label="Planned">
              {planned.map((plan) => (
                <li key={plan.plan} className="ndl-row">
                  <span className="ndl-text">
                    <span>{plan.words}</span>
                    <span className="q sm">{plan.size}</span>
                  </span>
                  <span className="sp" />
                  {props.isLocked ? null : (
                    <>
                      <button
                        type="button"
                        className="btn bare"
                        onClick={() => act({ kind: 'plan-dropped', plan: plan.plan, reason: 'left out' })}
                      >
                        Leave out
                      </button>
                      {props.canPlace ? (
                        <button type="button" className="btn" onClick={() => props.onPlanned(plan.plan)}>
                          Choose
                        </button>
                      ) : null}
                    </>
                  )}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {ended.length > 0 ? (
          <>
            <h3 className="tr-list-head">
              {counts.accounted > 0
                ? `${counts.out} out, ${counts.accounted} accounted for otherwise`
                : `${countWords(ended.length, 'needle')} out, accounted for`}
            </h3>
            <ul className="tr-muscles" aria-label="Out">
              {ended.map(row)}
            </ul>
          </>
        ) : null}
      </div>
    </section>
  )
}

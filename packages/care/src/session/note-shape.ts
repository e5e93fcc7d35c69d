/**
 * The session note: what page, PDF and data are made from. Words for people, beside them the facts that the words say.
 *
 * Cells are never empty: what wasn't recorded, asked or measured is said so.
 */
import type { CalendarDay, EventId, Instant, NeedleId, PatientId, SessionId } from '../kernel/index.ts'
import type { SessionPhase } from './state.ts'
import type { NeedleOutcome } from './event.ts'

/** A heading and what stands below it. */
export type NoteEntry = { readonly label: string; readonly value: string }

/** One needle as the table shows it. */
export type NoteNeedle = {
  readonly needle: NeedleId
  readonly number: number
  /** `Lumbar multifidus, right, L4` */
  readonly site: string
  /** `0.30 × 50` */
  readonly size: string
  /** `25 mm`, `not measured` */
  readonly depth: string
  readonly technique: string
  readonly direction: string
  readonly twitch: string
  readonly pain: string
  readonly referred: string
  readonly bleeding: string
  readonly lot: string
  /** Clock times in the clinic's zone. `out` says what became of it: a time, `still in`, `broken`. */
  readonly in: string
  readonly out: string
  readonly dwell: string
  readonly by: string
  readonly inAt: Instant
  readonly outAt: Instant | null
  readonly dwellS: number | null
  readonly outcome: NeedleOutcome
}

export type NoteAddendum = {
  readonly event: EventId
  readonly at: Instant
  readonly when: string
  readonly author: string
  readonly text: string
}

export type SessionNote = {
  readonly session: SessionId
  readonly phase: SessionPhase
  /** `signed-withdrawn` when consent was withdrawn at the table. */
  readonly status: 'draft' | 'signed' | 'signed-withdrawn'
  readonly title: string
  /** `Dry needling, Monday 23 November 2026, 10:00 (Europe/Dublin)` */
  readonly subtitle: string
  readonly zone: string
  readonly clinic: { readonly name: string; readonly lines: readonly string[] }
  readonly patient: {
    readonly id: PatientId
    readonly name: string
    readonly bornOn: CalendarDay
    readonly number: string
    /** `Zoë Byrne, born 3 Feb 1992, no. 412` */
    readonly words: string
  }
  readonly openedAt: Instant
  /** Who, when, where, on what grounds: short. */
  readonly facts: readonly NoteEntry[]
  /** Findings, pain, reactions, incidents, what was not placed, aftercare: sentences. */
  readonly notes: readonly NoteEntry[]
  readonly needles: readonly NoteNeedle[]
  readonly count: {
    readonly inCount: number
    readonly outCount: number
    readonly accountedCount: number
    readonly leftCount: number
    /** `In 6 = out 6 + accounted for 0` */
    readonly equation: string
  }
  /** Null while nobody has confirmed the count. */
  readonly countedBy: string | null
  readonly signature: { readonly signer: string; readonly at: Instant; readonly when: string } | null
  readonly addenda: readonly NoteAddendum[]
}

/** The session note as it crosses the network: the words of page and paper, and beside them the facts. */
import type { EventId, NeedleId, PatientId, SessionId } from '@unknot/care/kernel'
import { INCIDENT_KINDS, type SessionNote } from '@unknot/care/session'
import * as z from 'zod/mini'
import { day, idOf, instant } from '../kernel/index.ts'
import { type Agree, agree } from './agree.ts'

const entry = z.object({ label: z.string(), value: z.string() })

export const outcome = z.enum(['in-body', 'out', ...INCIDENT_KINDS])
export const phase = z.enum(['before-time-out', 'needling', 'all-out-called', 'withdrawn', 'signed'])

const noteNeedle = z.object({
  needle: idOf<NeedleId>(),
  number: z.number(),
  /** `Lumbar multifidus, right, L4` */
  site: z.string(),
  size: z.string(),
  depth: z.string(),
  technique: z.string(),
  direction: z.string(),
  twitch: z.string(),
  pain: z.string(),
  referred: z.string(),
  bleeding: z.string(),
  lot: z.string(),
  /** Clock times in the clinic's zone; `out` says what became of it. */
  in: z.string(),
  out: z.string(),
  dwell: z.string(),
  by: z.string(),
  inAt: instant,
  outAt: z.nullable(instant),
  dwellS: z.nullable(z.number()),
  outcome,
})

export const sessionNote = z.object({
  session: idOf<SessionId>(),
  phase,
  status: z.enum(['draft', 'signed', 'signed-withdrawn']),
  title: z.string(),
  subtitle: z.string(),
  zone: z.string(),
  clinic: z.object({ name: z.string(), lines: z.array(z.string()) }),
  patient: z.object({
    id: idOf<PatientId>(),
    name: z.string(),
    bornOn: day,
    number: z.string(),
    words: z.string(),
  }),
  openedAt: instant,
  facts: z.array(entry),
  notes: z.array(entry),
  needles: z.array(noteNeedle),
  count: z.object({
    inCount: z.number(),
    outCount: z.number(),
    accountedCount: z.number(),
    leftCount: z.number(),
    equation: z.string(),
  }),
  countedBy: z.nullable(z.string()),
  signature: z.nullable(z.object({ signer: z.string(), at: instant, when: z.string() })),
  addenda: z.array(
    z.object({ event: idOf<EventId>(), at: instant, when: z.string(), author: z.string(), text: z.string() }),
  ),
})

agree<Agree<z.output<typeof sessionNote>, SessionNote>>()

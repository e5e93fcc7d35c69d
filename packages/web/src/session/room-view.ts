/**
 * What the treatment room shows, made from the state of the session. Every answer in it is care's; here it only gets words.
 */
import {
  levelsOf,
  type MuscleId,
  muscleName,
  mustMuscle,
  type PatientFactors,
  type Region,
  type Side,
  type Site,
  type SiteAnswer,
  siteName,
} from '@unknot/care/atlas'
import { neededFor } from '@unknot/care/consent'
import { epochMsOf, type EventId, type Instant, type NeedleId, type PlanId } from '@unknot/care/kernel'
import {
  assessAtTable,
  BARE_NEEDLE,
  carriedSettings,
  type ChartedNeedle,
  checkRetraction,
  type ConsentFacts,
  countNeedles,
  decideEvent,
  happenedAt,
  missingBeforeSigning,
  narrowed,
  needlesInBody,
  needlesWithoutConsent,
  type NeedleDetail,
  removalOrder,
  type ScreeningFacts,
  type SessionEvent,
  type SessionFact,
  type SessionState,
  type Technique,
} from '@unknot/care/session'
import type { Placing } from './AskedHere.tsx'
import type { BodyMapPin } from '../atlas/index.ts'
import { newId } from '../kernel/index.ts'
import { problemWords, serverProblemWords } from './problem.words.ts'
import type { SessionSnapshot } from './session-engine.ts'
import {
  countWords,
  FACT_WORDS,
  GRADE_WORDS,
  MISSING_WORDS,
  POSITION_WORDS,
  REACTION_WORDS,
  sizeWords,
} from './session.words.ts'
import { pickableMuscles, siteRisk } from './site-words.ts'

/** Who and what the room is told from outside the session. */
export type RoomSetting = {
  readonly patientName: string
  /** `34 y` */
  readonly ageWords: string
  /** `Maja Lindqvist, born 3 Feb 1980, no. 412` */
  readonly patientLine: string
  readonly screening: ScreeningFacts | null
  readonly screeningLine: string
  /** What the answers tell the atlas about the patient. */
  readonly factors: PatientFactors
  /** A precaution says: superficial first. */
  readonly isSuperficialFirst: boolean
  readonly consent: ConsentFacts | null
  readonly consentLine: string
  readonly isConsentWithdrawn: boolean
  readonly signerName: string
  readonly registration: string | null
  readonly chartAddress: string
  readonly timeWords: (at: Instant) => string
  readonly onPutAside: (event: EventId) => void
}

/** A precaution changes what the first needle begins with; what it is in the end is chosen at the table. */
function firstNeedle({ isSuperficialFirst }: RoomSetting): NeedleDetail {
  return isSuperficialFirst ? { ...BARE_NEEDLE, technique: 'superficial' } : BARE_NEEDLE
}

export type Room = ReturnType<typeof roomOf>

export function roomOf(snapshot: SessionSnapshot, setting: RoomSetting) {
  const { state } = snapshot
  const counts = countNeedles(state)
  const inBody = needlesInBody(state)
  const bar = barOf(state, setting)
  const stage = stageOf(state, inBody.length)
  const nextNumber = (state.needles.at(-1)?.number ?? 0) + 1
  return {
    state,
    stage,
    nextNumber,
    inBody,
    pins: pinsOf(state),
    carriedOver: carriedSettings(state.needles.at(-1)?.detail ?? firstNeedle(setting)),
    leftLine: leftLine(inBody),
    /** In the body, and the consent to it was taken back: the words say which come out. */
    mustComeOut: outLine(state),
    whyNoAllOut:
      stage === 'signed' ? 'signed' : stage === 'time-out' ? 'nothing is in yet' : state.allOut ? 'called' : null,
    /** No needle may go in any more: what is left is to finish. */
    isOver: stage === 'needles' && (state.allOut !== null || (state.withdrawal !== null && inBody.length === 0)),
    canFinish: stage === 'needles',
    needed: neededFor(
      state.plans
        .filter((plan) => plan.status === 'open')
        .map(({ site, detail }) => ({ site, electrical: detail.technique === 'electrical' })),
    ),
    undo: undoOf(snapshot),
    head: {
      name: setting.patientName,
      line: [setting.ageWords, state.position === null ? '' : POSITION_WORDS[state.position].toLowerCase()]
        .filter(Boolean)
        .join(' · '),
      chips: (state.timeOut?.screening ?? setting.screening)?.precautions ?? [],
      consent:
        state.withdrawal || setting.isConsentWithdrawn
          ? ('withdrawn' as const)
          : setting.consent || state.timeOut
            ? ('given' as const)
            : ('missing' as const),
      saved: snapshot,
      timeOutLine: state.timeOut ? `Time-out ${setting.timeWords(state.timeOut.at)}` : 'Time-out not done',
      backTo: inBody.length === 0 ? setting.chartAddress : null,
    },
    needsYou: {
      refused: snapshot.needsYou,
      isDeviceFull: snapshot.isDeviceFull,
      nameOf: (event: SessionEvent) => eventName(event, state),
      reasonOf: serverProblemWords,
      onPutAside: setting.onPutAside,
    },
    timeOut: {
      patientLine: setting.patientLine,
      screening: setting.screening,
      screeningLine: setting.screeningLine,
      consent: setting.consent,
      consentLine: setting.consentLine,
    },
    ledger: {
      counts: { in: counts.inCount, out: counts.outCount, accounted: counts.accountedCount, left: counts.leftCount },
      inBody,
      ended: state.needles.filter((needle) => needle.outcome !== 'in-body'),
      planned: state.plans
        .filter((plan) => plan.status === 'open')
        .map(({ plan, site, detail }) => ({ plan, site, detail, words: siteName(site), size: sizeWords(detail) })),
      nameOf: (needle: ChartedNeedle) => siteName(needle.site),
      stoppedAtMs: state.allOut ? epochMsOf(state.allOut.at) : null,
      isLocked: stage === 'signed',
    },
    allOut: state.allOut
      ? {
          reason: state.allOutCalls.at(-1)?.reason ?? state.allOut.reason,
          // The button stops everything first; why is asked afterwards and stands beside it.
          isReasonSaid: state.allOutCalls.length > 1,
          left: removalOrder(state),
          nameOf: (needle: ChartedNeedle) => siteName(needle.site),
          ticked: new Set(state.checklist.filter((tick) => tick.done).map((tick) => tick.item)),
          counts: { in: counts.inCount, out: counts.outCount, accounted: counts.accountedCount },
          isCounted: state.count !== null,
          hasReaction: state.reactions.length > 0,
        }
      : null,
    finish: finishOf(state, counts, setting),
    late: snapshot.late,
    events: snapshot.events,
    notes: {
      position: state.position,
      painBefore: state.painBefore?.pain0to10 ?? null,
      findings: state.findings.map((finding) => finding.text),
      consent: {
        covers: state.timeOut && narrowed(state, state.timeOut).consent,
        inBodyCount: inBody.length,
        isAllOut: state.allOut !== null,
      },
    },
    muscles: pickableMuscles(bar),
    barredTechniques: barredTechniques(state),
    siteOf: (muscle: MuscleId, side: Side): Site => ({ muscle, side, level: null, point: null }),
    siteWords: (site: Site, detail: NeedleDetail, answers: readonly SiteAnswer[]) => ({
      muscleName: muscleName(site.muscle),
      latin: mustMuscle(site.muscle).latinName,
      levels: levelsOf(site.muscle),
      risk: siteRisk(site, detail, state.position, otherSites(state, site), setting.factors),
      number: nextNumber,
      placing: placingOf(state, site, detail, answers),
    }),
    whyNotPlace(site: Site, detail: NeedleDetail, plan: PlanId | null, asked: Asked): string | null {
      const event = tryEvent(state, insertion(site, detail, plan, asked))
      const judged = decideEvent(state, event, happenedAt(event))
      return judged.ok ? null : problemWords(judged.problem)
    },
    /** Judges needle after needle, as they would go in. */
    whyNotAll(facts: readonly SessionFact[]): string | null {
      let after = state
      for (const fact of facts) {
        const event = tryEvent(after, fact)
        const judged = decideEvent(after, event, happenedAt(event))
        if (!judged.ok) return problemWords(judged.problem)
        after = judged.value
      }
      return null
    },
    /** The open plan that a needle at this site fulfils. */
    planFor: (site: Site): PlanId | null =>
      state.plans.find(
        (plan) => plan.status === 'open' && plan.site.muscle === site.muscle && plan.site.side === site.side,
      )?.plan ?? null,
    insert: insertion,
    plan: (site: Site, detail: NeedleDetail): SessionFact => ({
      kind: 'site-planned',
      plan: newId<PlanId>(),
      site,
      detail,
    }),
  }
}

function pinsOf(state: SessionState): readonly BodyMapPin[] {
  const needles = state.needles.map(({ id, number, site, outcome }): BodyMapPin => {
    // A needle that was left in the body on purpose or by a break is still there.
    const isIn = outcome === 'in-body' || outcome === 'retained' || outcome === 'broken'
    return { needle: id, number, site, state: isIn ? 'in' : 'out' }
  })
  const open = state.plans.filter((plan) => plan.status === 'open')
  return [
    ...needles,
    ...open.map(({ plan, site }): BodyMapPin => ({ needle: plan, number: 0, site, state: 'planned' })),
  ]
}

/** Where on the path the session is. After a count, *all out* gives way to finishing. */
function stageOf(state: SessionState, left: number): 'time-out' | 'needles' | 'all-out' | 'signed' {
  if (state.phase === 'signed') return 'signed'
  if (state.allOut && (left > 0 || state.count === null)) return 'all-out'
  return state.timeOut === null ? 'time-out' : 'needles'
}

type Asked = { readonly answers: readonly SiteAnswer[]; readonly reason: string }

function insertion(site: Site, detail: NeedleDetail, plan: PlanId | null, asked?: Asked): SessionFact {
  const needle = newId<NeedleId>()
  return {
    kind: 'needle-inserted',
    needle,
    site,
    detail,
    plan,
    ...(asked && asked.answers.length > 0 ? { answers: asked.answers } : {}),
    ...(asked && asked.reason.trim() !== '' ? { reason: asked.reason.trim() } : {}),
  }
}

/** What is asked at the site, answered or not, and what surely stands against the needle. */
function placingOf(state: SessionState, site: Site, detail: NeedleDetail, answers: readonly SiteAnswer[]): Placing {
  const open = assessAtTable(state, site, detail, answers)
  // What is answered stays in view, so that it can be answered otherwise.
  const asked = new Map([...assessAtTable(state, site, detail, []).questions, ...open.questions].map((q) => [q.id, q]))
  return {
    questions: [...asked.values()],
    against: open.blocks.filter(({ kind }) => kind === 'reason-first').map(({ words }) => words),
  }
}

/** An event as it would be, only to be judged. */
function tryEvent(state: SessionState, fact: SessionFact): SessionEvent {
  const last = state.log.events().at(-1)
  return {
    id: newId<EventId>(),
    session: state.session,
    device: last?.device,
    actor: last?.actor,
    at: last?.at,
    ...fact,
  } as SessionEvent
}

/** Why a region can't be needled today. */
function barOf(state: SessionState, setting: RoomSetting): (region: Region) => string | null {
  const screening = state.timeOut?.screening ?? setting.screening
  const consent = state.timeOut ? narrowed(state, state.timeOut).consent : setting.consent
  return (region) => {
    if (screening?.barredRegions.includes(region)) return 'not today, says screening'
    if (consent && !consent.regions.includes(region)) return 'not covered by the consent'
    return null
  }
}

function barredTechniques(state: SessionState): ReadonlyMap<Technique, string> {
  const barred = new Map<Technique, string>()
  for (const technique of state.timeOut?.screening.barredTechniques ?? [])
    barred.set(technique, 'ruled out by screening')
  if (state.timeOut && !narrowed(state, state.timeOut).consent.electrical)
    barred.set('electrical', 'not covered by the consent')
  return barred
}

function outLine(state: SessionState): string | null {
  const needles = needlesWithoutConsent(state)
  if (needles.length === 0) return null
  const names = needles.map((needle) => `${needle.number} ${siteName(needle.site)}`)
  return `Consent was taken back. Take out now: ${names.join(', ')}.`
}

function leftLine(inBody: readonly ChartedNeedle[]): string {
  if (inBody.length === 0) return 'no needle in the body'
  return `${countWords(inBody.length, 'needle')} left: ${inBody.map((needle) => needle.number).join(', ')}`
}

/** The newest entry of this device that can still be taken back. */
function undoOf({ state, events }: SessionSnapshot): { readonly words: string; readonly fact: SessionFact } | null {
  const device = events.at(-1)?.device
  for (const event of [...state.log.events()].reverse()) {
    if (event.device !== device || event.kind === 'entry-retracted' || state.retracted.has(event.id)) continue
    if (state.signed || checkRetraction(state, event.id) !== null) return null
    return { words: eventName(event, state), fact: { kind: 'entry-retracted', event: event.id, reason: 'undone' } }
  }
  return null
}

/** `needle 5 out` */
function eventName(event: SessionEvent, state: SessionState): string {
  const needle = 'needle' in event ? state.needles.find((each) => each.id === event.needle) : undefined
  if (!needle) return FACT_WORDS[event.kind]
  if (event.kind === 'needle-removed') return `needle ${needle.number} out`
  if (event.kind === 'needle-inserted') return `needle ${needle.number} in`
  return `${FACT_WORDS[event.kind]}, needle ${needle.number}`
}

function finishOf(state: SessionState, counts: ReturnType<typeof countNeedles>, setting: RoomSetting) {
  return {
    counts: { in: counts.inCount, out: counts.outCount, accounted: counts.accountedCount, left: counts.leftCount },
    isCounted: state.count !== null,
    reactions: state.reactions.map((reaction) =>
      [
        REACTION_WORDS[reaction.reaction],
        GRADE_WORDS[reaction.grade].toLowerCase(),
        reaction.action,
        reaction.recoveredAfterMin === null
          ? 'recovery not noted'
          : `recovered after ${countWords(reaction.recoveredAfterMin, 'minute')}`,
      ]
        .filter(Boolean)
        .join(', '),
    ),
    isNoReaction: state.noReaction !== null,
    painAfter: state.painAfter?.pain0to10 ?? null,
    aftercare: state.aftercare.at(-1)?.how ?? null,
    missing: missingBeforeSigning(state).map((step) => MISSING_WORDS[step]),
    signerName: setting.signerName,
    registration: setting.registration,
  }
}

/** The sites of this session beside the chosen one: needles that went in, and what is still planned. */
function otherSites(state: SessionState, chosen: Site): readonly Site[] {
  const planned = state.plans.filter((plan) => plan.status === 'open').map((plan) => plan.site)
  return [...state.needles.map((needle) => needle.site), ...planned].filter((site) => site !== chosen)
}

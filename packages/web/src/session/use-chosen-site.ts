/** The site that is chosen and not yet placed, and the settings that the next needle would have. Nothing of it is recorded. */
import type { Level, Side, Site, SiteAnswer } from '@unknot/care/atlas'
import type { PlanId } from '@unknot/care/kernel'
import type { NeedleDetail } from '@unknot/care/session'
import { useState } from 'react'
import type { Room } from './room-view.ts'

export type Chosen = {
  readonly site: Site | null
  readonly detail: NeedleDetail
  readonly plan: PlanId | null
  readonly answers: readonly SiteAnswer[]
  readonly reason: string
}

type Asked = Pick<Chosen, 'answers' | 'reason'>
const NOTHING_ASKED: Asked = { answers: [], reason: '' }

export function useChosenSite(room: Room) {
  const [chosen, setChosen] = useState<{ readonly site: Site; readonly plan: PlanId | null } | null>(null)
  // Null until somebody changes a setting: until then the last needle's settings are carried over.
  const [own, setOwn] = useState<NeedleDetail | null>(null)
  const detail = own ?? room.carriedOver
  // What was asked at this site; another site is asked anew.
  const [asked, setAsked] = useState<Asked>(NOTHING_ASKED)
  return {
    site: chosen?.site ?? null,
    plan: chosen?.plan ?? null,
    detail,
    ...asked,
    choose(site: Site, withDetail?: NeedleDetail, plan: PlanId | null = null): void {
      setChosen({ site, plan })
      setAsked(NOTHING_ASKED)
      setOwn(withDetail ?? null)
    },
    /** Another place on the map: the settings stay, and so does a plan for the same muscle and side. */
    move(site: Site): void {
      setAsked(NOTHING_ASKED)
      const isSame = chosen?.site.muscle === site.muscle && chosen.site.side === site.side
      setChosen({ site, plan: isSame ? chosen.plan : null })
    },
    leave(): void {
      setChosen(null)
      setAsked(NOTHING_ASKED)
      setOwn(null)
    },
    // A point belongs to the side and level that it was tapped at.
    setSide(side: Side): void {
      if (chosen) setChosen({ ...chosen, site: { ...chosen.site, side, point: null } })
    },
    setLevel(level: Level): void {
      if (chosen) setChosen({ ...chosen, site: { ...chosen.site, level, point: null } })
    },
    setAnswer(answer: SiteAnswer): void {
      const others = asked.answers.filter(({ question }) => question !== answer.question)
      setAsked({ ...asked, answers: [...others, answer] })
    },
    setReason(reason: string): void {
      setAsked({ ...asked, reason })
    },
    setDetail(change: Partial<NeedleDetail>): void {
      setOwn({ ...detail, ...change })
    },
  }
}

/** Where the needles of a session were, as small as a stamp. The list beside it says the same in words. */
import { levelY, regionOf, type Site } from '@unknot/care/atlas'
import type { SessionId } from '@unknot/care/kernel'
import { sessionRoutes } from '@unknot/wire/session'
import { useRead } from '../kernel/index.ts'

/** How far from the midline a region's needles are drawn when nobody pointed at the map, permille of stature. */
const ASIDE = { cervical: 14, shoulder: 60, thoracic: 22, lumbar: 22, gluteal: 62, thigh: 60, abdomen: 30 } as const
const AT_HEIGHT = {
  cervical: 150,
  shoulder: 215,
  thoracic: 250,
  lumbar: 380,
  gluteal: 450,
  thigh: 560,
  abdomen: 380,
} as const

export function SessionMini({ session, isShown }: { readonly session: SessionId; readonly isShown: boolean }) {
  const view = useRead(sessionRoutes.readSession, { params: { session } }, { isOn: isShown }).data
  return (
    <svg className="chart-mini" viewBox="-130 120 260 460" aria-hidden="true">
      <path
        className="skin"
        d="M-30 120C-34 160-60 172-104 190-100 240-98 300-88 350-86 400-104 450-104 580H104C104 450 86 400 88 350 98 300 100 240 104 190 60 172 34 160 30 120"
      />
      <path className="spine" d="M0 130V470" />
      {view?.state.needles.map((needle) => {
        const { x, y } = pointOf(needle.site as Site)
        return (
          <circle key={needle.id} className={needle.outcome === 'in-body' ? 'dot in' : 'dot'} cx={x} cy={y} r="14" />
        )
      })}
    </svg>
  )
}

function pointOf(site: Site): { readonly x: number; readonly y: number } {
  if (site.point) return site.point
  const region = regionOf(site.muscle, site.level)
  const x = ASIDE[region] * (site.side === 'right' ? 1 : -1)
  return { x, y: site.level === null ? AT_HEIGHT[region] : levelY(site.level) }
}

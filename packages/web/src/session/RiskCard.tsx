/** What lies near the chosen site, what not to do, and where that is from. It never promises a safe depth. */
import type { RiskTier } from '@unknot/care/atlas'
import { OctagonAlert } from 'lucide-react'

export type SiteRisk = {
  readonly tier: RiskTier
  /** `Spinal canal, kidney` */
  readonly near: string
  readonly reason: string
  readonly avoid: string
  readonly direction: string
  readonly sources: readonly { readonly title: string; readonly url: string }[]
  /** True when a part of it has no source that could be opened. */
  readonly isUnreviewed: boolean
}

export function RiskCard({ risk }: { readonly risk: SiteRisk }) {
  const more = (
    <>
      <p>{risk.avoid}</p>
      <p>{risk.reason}</p>
      <p>{risk.direction}</p>
      {risk.isUnreviewed ? <p className="q sm">Part of this is unreviewed.</p> : null}
      <ul>
        {risk.sources.map((source) => (
          <li key={source.url}>
            <a href={source.url} target="_blank" rel="noreferrer">
              {source.title}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
  if (risk.tier !== 'high') {
    return (
      <details className="tr-more tr-near">
        <summary>
          {risk.tier === 'caution' ? 'Take care' : 'Near here'}: {risk.near}
        </summary>
        {more}
      </details>
    )
  }
  return (
    <div className="danger">
      <header>
        <OctagonAlert className="i" aria-hidden="true" />
        Danger here: {risk.near}
      </header>
      <div>
        <p>{risk.avoid}</p>
        <details className="tr-more">
          <summary>Why, how, and the source</summary>
          {more}
        </details>
      </div>
    </div>
  )
}

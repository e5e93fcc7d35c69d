/** What lies near the chosen site, what not to do, what to ask first, and where that is from. It never promises a depth. */
import type { RiskTier } from '@unknot/care/atlas'
import { OctagonAlert } from 'lucide-react'

export type SiteRisk = {
  readonly tier: RiskTier
  /** `spinal canal, kidney` */
  readonly near: string
  readonly reason: string
  readonly structures: readonly { readonly structure: string; readonly consequence: string }[]
  /** The rules that hold here. */
  readonly findings: readonly { readonly id: string; readonly says: string }[]
  /** What stops this needle, or stops it without a reason. */
  readonly blocks: readonly { readonly id: string; readonly words: string }[]
  readonly questions: readonly { readonly id: string; readonly ask: string }[]
  readonly conflicts: readonly {
    readonly id: string
    readonly about: string
    readonly sides: readonly string[]
    readonly soWhat: string
  }[]
  readonly figures: readonly string[]
  /** The muscle's own page in the atlas. */
  readonly page: string
  readonly avoid: string
  readonly direction: string
  readonly sources: readonly { readonly title: string; readonly url: string }[]
  /** True when a part of it has no source that could be opened. */
  readonly isUnreviewed: boolean
}

export function RiskCard({ risk }: { readonly risk: SiteRisk }) {
  if (risk.tier !== 'high') {
    return (
      <details className="tr-more tr-near">
        <summary>
          {risk.tier === 'caution' ? 'Take care' : 'Near here'}: {risk.near}
        </summary>
        <Blocks risk={risk} />
        <p>{risk.avoid}</p>
        <More risk={risk} />
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
        <Blocks risk={risk} />
        <p>{risk.avoid}</p>
        <details className="tr-more">
          <summary>Why, how, and the source</summary>
          <More risk={risk} />
        </details>
      </div>
    </div>
  )
}

function Blocks({ risk: { blocks } }: { readonly risk: SiteRisk }) {
  return blocks.map(({ id, words }) => (
    <p key={id} className="errt">
      {words}
    </p>
  ))
}

function More({ risk }: { readonly risk: SiteRisk }) {
  return (
    <>
      {risk.findings.length === 0 ? <p>{risk.reason}</p> : null}
      <Lines words={risk.findings.map(({ says }) => says)} />
      <p>{risk.direction}</p>
      <Lines title="At risk" words={risk.structures.map((each) => `${each.structure}: ${each.consequence}`)} />
      {risk.conflicts.map(({ id, about, sides, soWhat }) => (
        <div key={id}>
          <Lines title={`The sources contradict each other. ${about}:`} words={sides} />
          <p>{soWhat}</p>
        </div>
      ))}
      <Lines title="What was found" words={risk.figures} />
      <Lines title="Not known yet, so taken as the worse" words={risk.questions.map(({ ask }) => ask)} />
      {risk.isUnreviewed ? <p className="q sm">Part of this is unreviewed.</p> : null}
      <p>
        <a href={risk.page} target="_blank" rel="noreferrer">
          The muscle in the atlas
        </a>
      </p>
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
}

function Lines({ title, words }: { readonly title?: string; readonly words: readonly string[] }) {
  if (words.length === 0) return null
  return (
    <div>
      {title === undefined ? null : <p className="sm q">{title}</p>}
      <ul>
        {words.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  )
}

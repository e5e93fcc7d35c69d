/** Where a sentence or rule comes from. Opens in place. */
import { ChevronRight, ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'

export type SourceWords = {
  readonly id: string
  readonly title: string
  readonly authors: string
  readonly year: number | null
  readonly link: string | null
  readonly saysWhat: string
}

export function Disclosure({ words, children }: { readonly words: ReactNode; readonly children: ReactNode }) {
  return (
    <details className="src">
      <summary>
        <ChevronRight className="i sm turn" aria-hidden="true" />
        {words}
      </summary>
      <div>{children}</div>
    </details>
  )
}

export function SourceList({ sources }: { readonly sources: readonly SourceWords[] }) {
  return (
    <ul className="source-list">
      {sources.map((source) => (
        <li key={source.id}>
          <span className="b">
            {source.id} · {source.authors}
            {source.year === null ? '' : ` ${source.year}`}
          </span>
          <br />
          {source.link === null ? (
            source.title
          ) : (
            <a href={source.link} target="_blank" rel="noreferrer">
              {source.title}
              <ExternalLink className="i sm inline" aria-label="opens in a new tab" />
            </a>
          )}
          <br />
          {source.saysWhat}
        </li>
      ))}
    </ul>
  )
}

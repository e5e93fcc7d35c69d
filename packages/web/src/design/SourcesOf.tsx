/** The sources behind a sentence or a rule, by their ids: read in place, fetched when they are asked for. */
import type { Citation } from '@unknot/care/evidence'
import { useState } from 'react'
import { Skeleton } from './Skeleton.tsx'
import { SourceList } from './Source.tsx'

export function SourcesOf({ ids, words = 'Sources' }: { readonly ids: readonly string[]; readonly words?: string }) {
  const [found, setFound] = useState<readonly Citation[] | null>(null)
  if (ids.length === 0) return null
  const open = async () => {
    const { cite, isCited } = await import('@unknot/care/evidence')
    setFound(ids.filter(isCited).map(cite))
  }
  return (
    <details
      className="src"
      onToggle={(event) => {
        if (event.currentTarget.open && !found) void open()
      }}
    >
      <summary>
        {words}: {ids.join(', ')}
      </summary>
      <div>{found ? <SourceList sources={found} /> : <Skeleton rows={2} />}</div>
    </details>
  )
}

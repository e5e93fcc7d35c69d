/** The text of a consent, part by part; what no source supports yet is marked. */
import type { ConsentTextView } from '@unknot/wire/consent'
import { SourcesOf, Unreviewed } from '../design/index.ts'
import { CONSENT_WORDS as W } from './consent.words.ts'

type Part = ConsentTextView['parts'][number]

export function ConsentParts({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <div className="pts">
      {parts.map((part) => (
        <section key={part.id} aria-labelledby={`part-${part.id}`}>
          <h2 id={`part-${part.id}`}>{part.title}</h2>
          <ul>
            {part.sentences.map((sentence) => (
              <li key={sentence.text}>
                {sentence.text} {sentence.unreviewed ? <Unreviewed /> : null}
              </li>
            ))}
          </ul>
          <SourcesOf words={W.sources} ids={[...new Set(part.sentences.flatMap((sentence) => sentence.sources))]} />
        </section>
      ))}
    </div>
  )
}

/** The words in force for what is ticked. */
import { MapPin } from 'lucide-react'
import { EmptyState, Skeleton } from '../design/index.ts'
import { Answered } from '../kernel/index.ts'
import { ConsentParts } from './ConsentParts.tsx'
import { CONSENT_WORDS as W } from './consent.words.ts'
import { type ConsentChoice, useConsentText } from './consent-choice.ts'

export function TextPane({ choice }: { readonly choice: ConsentChoice }) {
  const read = useConsentText(choice)
  if (choice.regions.length === 0) {
    return (
      <section className="txt">
        <h1>{W.heading}</h1>
        <p className="cs-lead">{W.lead}</p>
        <EmptyState Icon={MapPin} title={W.chooseFirst}>
          {W.chooseFirstHint}
        </EmptyState>
      </section>
    )
  }
  return (
    <section className="txt" aria-live="off">
      <Answered read={read} skeleton={<Skeleton rows={10} rowHeight={32} />}>
        {(text) => (
          <>
            <h1>{text.title}</h1>
            <p className="cs-lead">{W.lead}</p>
            <ConsentParts parts={text.parts} />
            <p className="q sm">
              {W.text} {text.version}, {text.hash.slice(0, 12)}
            </p>
          </>
        )}
      </Answered>
    </section>
  )
}

/** The words in force for what is ticked; or why nothing may be signed here. */
import type { PatientId } from '@unknot/care/kernel'
import { MapPin } from 'lucide-react'
import { Banner, EmptyState, Skeleton, SourcesOf } from '../design/index.ts'
import { Answered } from '../kernel/index.ts'
import { ConsentParts } from './ConsentParts.tsx'
import { CONSENT_WORDS as W } from './consent.words.ts'
import { type ConsentChoice, useConsentText } from './consent-choice.ts'
import { ReadAloud } from './ReadAloud.tsx'

export function TextPane({ patient, choice }: { readonly patient: PatientId; readonly choice: ConsentChoice }) {
  const read = useConsentText(patient, choice)
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
            {text.forbidden ? (
              <div className="cs-forbidden">
                <Banner tone="dan" isUrgent>
                  <b>{W.forbidden}</b> {text.forbidden.reason}
                  <span className="block">
                    {text.forbidden.asOf ? W.asOf(text.forbidden.asOf) : ''} {W.forbiddenOwner}
                  </span>
                  <SourcesOf ids={text.forbidden.sources} />
                </Banner>
              </div>
            ) : null}
            <div className="txt-head">
              <h1>{text.title}</h1>
              <ReadAloud key={text.hash} text={text} />
            </div>
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

/** The reason for a question and the sources of the rules that read it; opens in place. */
import { SCREENING_RULES } from '@unknot/care/screening'
import type { CitationWire, QuestionWire } from '@unknot/wire/screening'
import { Disclosure, SourceList, Unreviewed } from '../design/index.ts'
import { SCREENING_WORDS as W } from './screening.words.ts'

type Props = { readonly question: QuestionWire; readonly citations: readonly CitationWire[] }

export function WhyWeAsk({ question, citations }: Props) {
  const rules = SCREENING_RULES.filter((rule) => question.rules.includes(rule.id))
  const ids = new Set(rules.flatMap((rule) => rule.sources))
  return (
    <Disclosure words={W.why}>
      <p>{question.why}</p>
      <p className="why-rules">
        {question.rules.join(', ')} {rules.some((rule) => rule.unreviewed) ? <Unreviewed /> : null}
      </p>
      <SourceList sources={citations.filter(({ id }) => ids.has(id))} />
    </Disclosure>
  )
}

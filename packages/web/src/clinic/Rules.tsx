/** A jurisdiction's rules as our sources state them; what no source states is said to be not known, never allowed. */
import type { JurisdictionRulesWire } from '@unknot/wire/clinic'
import { SourcesOf, Unreviewed } from '../design/index.ts'
import { CLINIC_WORDS as W, ruleLines } from './clinic.words.ts'

type Props = {
  readonly rules: JurisdictionRulesWire
  readonly notes?: readonly string[]
  readonly sources: readonly string[]
  readonly sourceDate: string | null
  readonly unreviewed: boolean
}

export function Rules({ rules, notes = [], sources, sourceDate, unreviewed }: Props) {
  return (
    <div className="rules">
      <dl>
        {ruleLines(rules).map(({ rule, says, isKnown }) => (
          <div key={rule}>
            <dt>{rule}</dt>
            <dd className={isKnown ? 'b' : 'not-known'}>{says}</dd>
          </div>
        ))}
      </dl>
      {notes.map((note) => (
        <p key={note} className="sm">
          {note}
        </p>
      ))}
      {sources.length === 0 ? <p className="hint">{W.noSource}</p> : <SourcesOf ids={sources} />}
      <p className="hint">
        {sourceDate ? `${W.asOf(sourceDate)} ` : ''}
        {unreviewed ? <Unreviewed /> : null}
      </p>
      <p className="hint">{W.rulesHint}</p>
    </div>
  )
}

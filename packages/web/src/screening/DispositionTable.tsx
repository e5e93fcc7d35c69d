/** What the answers mean, region by region, each with its reason, its rule and its source. */
import type { Disposition } from '@unknot/care/screening'
import { SCREENED_TECHNIQUES } from '@unknot/care/screening'
import type { FindingWire, ScreeningResultWire } from '@unknot/wire/screening'
import { Ban, CircleCheck, CircleHelp, Stethoscope, TriangleAlert } from 'lucide-react'
import { SourcesOf, Unreviewed } from '../design/index.ts'
import { findingsElsewhere, regionLines } from './region-lines.ts'
import {
  DISPOSITION_WORDS,
  REGION_WORDS,
  RESULT_WORDS as W,
  TECHNIQUE_WORDS,
  URGENCY_WORDS,
} from './screening.words.ts'

export function DispositionTable({ result }: { readonly result: ScreeningResultWire }) {
  const isOpen = result.missing.length > 0
  const elsewhere = findingsElsewhere(result.findings)
  return (
    <section className="rows disp">
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{W.region}</th>
            <th scope="col">{W.byHand}</th>
            <th scope="col">{W.withCurrent}</th>
            <th scope="col">{W.why}</th>
          </tr>
        </thead>
        <tbody>
          {regionLines(result.findings).map((line) => (
            <tr key={line.regions.join()}>
              <th scope="row">{line.regions.map((region) => REGION_WORDS[region]).join(', ')}</th>
              <td data-label={W.byHand}>
                <Says disposition={line.byHand} isOpen={isOpen} />
              </td>
              <td data-label={W.withCurrent}>
                <Says disposition={line.withCurrent} isOpen={isOpen} />
              </td>
              <td className="why">
                {line.findings.length === 0 ? <p className="q">{W.nothing}</p> : null}
                {line.findings.map((finding) => (
                  <Finding key={finding.rule} finding={finding} />
                ))}
              </td>
            </tr>
          ))}
          {elsewhere.length > 0 ? (
            <tr>
              <th scope="row">{W.elsewhere}</th>
              <td colSpan={2} />
              <td className="why">
                {elsewhere.map((finding) => (
                  <Finding key={finding.rule} finding={finding} />
                ))}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  )
}

const ICONS = {
  proceed: [CircleCheck, 'ok'],
  precaution: [TriangleAlert, 'care'],
  'not-this-technique': [Ban, 'stop'],
  'not-in-this-region': [Ban, 'stop'],
  'not-today': [Ban, 'stop'],
  'medical-clearance-first': [Stethoscope, 'care'],
  'not-at-all': [Ban, 'stop'],
  'urgent-referral': [Ban, 'stop'],
} as const satisfies Record<Disposition, unknown>

/** No green tick while answers are missing: nothing found is then only nothing found yet. */
function Says({ disposition, isOpen }: { readonly disposition: Disposition; readonly isOpen: boolean }) {
  if (disposition === 'proceed' && isOpen) {
    return (
      <span className="d open">
        <CircleHelp className="i" aria-hidden="true" />
        {W.notDecided}
      </span>
    )
  }
  const [Icon, tone] = ICONS[disposition]
  return (
    <span className={`d ${tone}`}>
      <Icon className="i" aria-hidden="true" />
      {DISPOSITION_WORDS[disposition]}
    </span>
  )
}

function Finding({ finding }: { readonly finding: FindingWire }) {
  const isEvery = SCREENED_TECHNIQUES.every((technique) => finding.techniques.includes(technique))
  const techniques = finding.techniques.map((technique) => TECHNIQUE_WORDS[technique]).join(', ')
  return (
    <div className="finding">
      <p>
        <b>{finding.label}</b>
        {finding.because === 'unknown' ? <span className="q"> ({W.becauseUnknown})</span> : null}
        {'. '}
        {finding.reasonForClinician} {isEvery ? null : W.onlyTechniques(techniques)}
        {finding.urgency ? <b> {URGENCY_WORDS[finding.urgency]}.</b> : null}
      </p>
      <div className="rule-id">
        <span>{finding.rule}</span>
        {finding.unreviewed ? <Unreviewed /> : null}
        <SourcesOf ids={finding.sources} />
      </div>
    </div>
  )
}

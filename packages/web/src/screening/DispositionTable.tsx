/** What the answers mean, region by region, each with its reason, its rule and its source. */
import type { Disposition } from '@unknot/care/screening'
import { SCREENED_TECHNIQUES } from '@unknot/care/screening'
import type { FindingWire, ScreeningResultWire } from '@unknot/wire/screening'
import { Ban, CircleCheck, CircleHelp, Stethoscope, TriangleAlert } from 'lucide-react'
import { SourcesOf, Unreviewed } from '../design/index.ts'
import { findingsElsewhere, regionTable } from './region-lines.ts'
import { DISPOSITION_WORDS, RESULT_WORDS as W, regionList, TECHNIQUE_WORDS, URGENCY_WORDS } from './screening.words.ts'

export function DispositionTable({ result }: { readonly result: ScreeningResultWire }) {
  const isOpen = result.missing.length > 0
  const { everywhere, lines } = regionTable(result.findings)
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
          <Aside title={W.everywhere} findings={everywhere} />
          {lines.map((line) => (
            <tr key={line.regions.join()}>
              <th scope="row">{regionList(line.regions)}</th>
              <td data-label={W.byHand}>
                <Says disposition={line.byHand} isOpen={isOpen} />
              </td>
              <td data-label={W.withCurrent}>
                <Says disposition={line.withCurrent} isOpen={isOpen} />
              </td>
              <td className="why">
                {line.findings.length > 0 ? null : (
                  <p className="q">{everywhere.length === 0 ? W.nothing : W.nothingMore}</p>
                )}
                {line.findings.map((finding) => (
                  <Finding key={finding.rule} finding={finding} />
                ))}
              </td>
            </tr>
          ))}
          <Aside title={W.elsewhere} findings={elsewhere} />
        </tbody>
      </table>
    </section>
  )
}

type AsideProps = { readonly title: string; readonly findings: readonly FindingWire[] }

/** Findings that belong to no line of their own: they hold everywhere, or outside the regions. */
function Aside({ title, findings }: AsideProps) {
  if (findings.length === 0) return null
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="why" colSpan={3}>
        {findings.map((finding) => (
          <Finding key={finding.rule} finding={finding} />
        ))}
      </td>
    </tr>
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

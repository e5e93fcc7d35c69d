/** What the answers mean, region by region, each with its reason, its rule and its source. */
import { CHANGE_WORDS, type Disposition, SCREENED_TECHNIQUES, stopsNeedling } from '@unknot/care/screening'
import type { FindingWire, ScreeningView } from '@unknot/wire/screening'
import { Ban, CircleCheck, CircleHelp, Stethoscope, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button, SourcesOf, Unreviewed } from '../design/index.ts'
import { whenWords } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { OverrideDialog } from './OverrideDialog.tsx'
import { findingsElsewhere, regionTable } from './region-lines.ts'
import { DISPOSITION_WORDS, RESULT_WORDS as W, regionList, TECHNIQUE_WORDS, URGENCY_WORDS } from './screening.words.ts'

type Props = { readonly screening: ScreeningView; readonly mayOverride: boolean }

export function DispositionTable({ screening, mayOverride }: Props) {
  const { result } = screening
  const more = { screening, mayOverride }
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
          <Aside title={W.everywhere} findings={everywhere} {...more} />
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
                  <Finding key={finding.rule} finding={finding} {...more} />
                ))}
              </td>
            </tr>
          ))}
          <Aside title={W.elsewhere} findings={elsewhere} {...more} />
        </tbody>
      </table>
    </section>
  )
}

type AsideProps = Props & { readonly title: string; readonly findings: readonly FindingWire[] }

/** Findings that belong to no line of their own: they hold everywhere, or outside the regions. */
function Aside({ title, findings, ...more }: AsideProps) {
  if (findings.length === 0) return null
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="why" colSpan={3}>
        {findings.map((finding) => (
          <Finding key={finding.rule} finding={finding} {...more} />
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

function Finding({ finding, screening, mayOverride }: Props & { readonly finding: FindingWire }) {
  const { timeZone } = useMe().clinic
  const [isOverriding, setOverriding] = useState(false)
  const overridden = screening.overrides.find(({ rule }) => rule === finding.rule)
  const isFinal = finding.because === 'yes' && finding.override === null && stopsNeedling(finding.disposition)
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
      {finding.clearance && !overridden ? <p>{W.askFirst(finding.clearance.from, finding.clearance.asking)}</p> : null}
      {finding.changes.length > 0 ? (
        <ul className="changes">
          {finding.changes.map((change) => (
            <li key={change}>{CHANGE_WORDS[change]}</li>
          ))}
        </ul>
      ) : null}
      {overridden ? (
        <p>
          <b>{W.overridden(overridden.byName, whenWords(overridden.at, timeZone))}</b> “{overridden.reason}”
        </p>
      ) : null}
      {isFinal && !overridden ? <p className="q">{W.nobodyOverrides}</p> : null}
      {mayOverride && finding.override ? (
        <Button onClick={() => setOverriding(true)}>
          {W.overrideButton}
          <span className="vh">: {finding.label}</span>
        </Button>
      ) : null}
      {isOverriding && finding.override ? (
        <OverrideDialog
          screening={screening.id}
          finding={finding}
          mustWrite={finding.override.mustWrite}
          onClose={() => setOverriding(false)}
        />
      ) : null}
      <div className="rule-id">
        <span>{finding.rule}</span>
        {finding.unreviewed ? <Unreviewed /> : null}
        <SourcesOf ids={finding.sources} />
      </div>
    </div>
  )
}

/** The practice's own figures: how courses went, what went wrong, and whether forecasts keep their word. */
import { outcomesRoutes, type PracticeView } from '@unknot/wire/outcomes'
import { Banner, Card, Skeleton, SourcesOf } from '../design/index.ts'
import { Answered, PageHead, useRead } from '../kernel/index.ts'
import { DEFINITION_WORDS, OUTCOME_WORDS as W, percentWords, pointsWords, STATE_WORDS } from './outcomes.words.ts'
import './outcomes.css'

export function PracticePage() {
  const read = useRead(outcomesRoutes.practiceOutcomes, { query: {} })
  return (
    <>
      <PageHead title={W.practice} sub={W.practiceSub} />
      <Answered read={read} skeleton={<Skeleton rows={10} rowHeight={32} />}>
        {(practice) => (
          <div className="practice stack5">
            <Response practice={practice} />
            <Adverse practice={practice} />
            <Keeping practice={practice} />
          </div>
        )}
      </Answered>
    </>
  )
}

type Part = { readonly practice: PracticeView }
type Share = PracticeView['dropOut']

function Response({ practice }: Part) {
  const rows: readonly (readonly [string, Share])[] = [
    ...practice.response.map(({ definition, share }) => [DEFINITION_WORDS[definition] ?? definition, share] as const),
    [W.dropOut, practice.dropOut],
    [W.atLast, practice.sensitivity.atLastScore],
    [W.atBaseline, practice.sensitivity.atBaseline],
  ]
  return (
    <Card
      title={W.response}
      action={<span className="q">{practice.courses === null ? W.tooFew : `${practice.courses} courses`}</span>}
    >
      <p className="q sm">{W.responseHint}</p>
      <table className="tbl">
        <tbody>
          {rows.map(([words, share]) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td className="num">
                {share ? (
                  <>
                    <b>{percentWords(share.count / share.of)}</b>{' '}
                    <span className="q nw">
                      {share.count} of {share.of}
                    </span>
                    <span className="q sm block">
                      {percentWords(share.from)} to {percentWords(share.to)}, {W.interval}
                    </span>
                  </>
                ) : (
                  <span className="q">{W.tooFew}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="q sm">
        {W.dropOut}: {W.dropOutHint}
      </p>
    </Card>
  )
}

function Adverse({ practice: { adverse } }: Part) {
  const { per1000, from, to } = adverse
  return (
    <Card title={W.adverse} action={<span className="q">{W.sessions(adverse.sessions)}</span>}>
      <p>
        <b>{W.adverseOwn}:</b>{' '}
        {per1000 === null || from === null || to === null
          ? W.tooFew
          : W.per1000(String(Math.round(per1000)), String(Math.round(from)), String(Math.round(to)))}
      </p>
      {adverse.published.map(({ text, source }) => (
        <div key={source}>
          <p className="q">{text}.</p>
          <SourcesOf ids={[source]} words="Source" />
        </div>
      ))}
    </Card>
  )
}

function Keeping({ practice: { calibration } }: Part) {
  const rows = [
    [W.coverage(50), calibration.coverage50],
    [W.coverage(80), calibration.coverage80],
    [W.coverage(95), calibration.coverage95],
  ] as const
  return (
    <Card title={W.calibration} action={<span className="q">{`${calibration.forecasts} forecasts tested`}</span>}>
      <Banner tone={calibration.state === 'fell-back' ? 'warn' : calibration.state === 'holds' ? 'good' : 'plain'}>
        {STATE_WORDS[calibration.state]}
      </Banner>
      {calibration.forecasts === 0 ? (
        <p className="q">{W.noForecasts}</p>
      ) : (
        <table className="tbl">
          <tbody>
            {rows.map(([words, share]) => (
              <tr key={words}>
                <th scope="row">{words}</th>
                <td className="num r">{share === null ? '–' : percentWords(share)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{W.crps}</th>
              <td className="num r">{calibration.crps === null ? '–' : pointsWords(calibration.crps)}</td>
            </tr>
            <tr>
              <th scope="row">{W.crpsPlain}</th>
              <td className="num r">
                {calibration.crpsLastValue === null ? '–' : pointsWords(calibration.crpsLastValue)}
              </td>
            </tr>
          </tbody>
        </table>
      )}
    </Card>
  )
}

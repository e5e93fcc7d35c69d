/** The chosen site: which muscle, side and level it is, the needle's settings, and *Place*. Says so before it commits. */
import type { Level, Side, SiteAnswer } from '@unknot/care/atlas'
import type { NeedleDetail, Technique } from '@unknot/care/session'
import { AskedHere, type Placing } from './AskedHere.tsx'
import { Choices } from './Choices.tsx'
import { NeedleSettings } from './NeedleSettings.tsx'
import { type SiteRisk, RiskCard } from './RiskCard.tsx'

type Props = {
  readonly muscleName: string
  readonly latin: string
  readonly side: Side
  readonly level: Level | null
  readonly levels: readonly Level[]
  readonly detail: NeedleDetail
  readonly barred: ReadonlyMap<Technique, string>
  readonly number: number
  readonly risk: SiteRisk
  readonly placing: Placing
  readonly answers: readonly SiteAnswer[]
  readonly reason: string
  readonly onAnswer: (answer: SiteAnswer) => void
  readonly onReason: (reason: string) => void
  readonly isFromPlan: boolean
  /** Why it can't be placed, in words; null when it can. */
  readonly why: string | null
  readonly onSide: (side: Side) => void
  readonly onLevel: (level: Level) => void
  readonly onDetail: (change: Partial<NeedleDetail>) => void
  readonly onPlace: () => void
  readonly onPlan: () => void
  readonly onLeave: () => void
}

export function SitePanel(props: Props) {
  const { side, level, levels } = props
  return (
    <section className="tr-chosen stack" aria-label="Chosen site">
      <div className="row">
        <h2>
          {props.muscleName}
          <br />
          <span className="q sm">
            <i>{props.latin}</i>
          </span>
        </h2>
        <span className="sp" />
        <button type="button" className="btn bare" onClick={props.onLeave}>
          Other site
        </button>
      </div>
      <Choices
        legend="Side"
        options={[
          { value: 'left', words: 'Left' },
          { value: 'right', words: 'Right' },
        ]}
        value={side}
        onChoose={props.onSide}
      />
      {levels.length > 0 ? (
        <Choices
          legend="Level"
          hint={level === null ? <span className="tr-need">choose one</span> : undefined}
          size="tight"
          options={levels.map((value) => ({ value, words: value }))}
          value={level}
          onChoose={props.onLevel}
        />
      ) : null}
      <RiskCard risk={props.risk} />
      <AskedHere
        placing={props.placing}
        answers={props.answers}
        reason={props.reason}
        onAnswer={props.onAnswer}
        onReason={props.onReason}
      />
      <NeedleSettings detail={props.detail} onChange={props.onDetail} barred={props.barred} />
      <div className="tr-place stack">
        {props.why === null ? null : (
          <p className="errt" id="place-why">
            {props.why}
          </p>
        )}
        <div className="tr-actions">
          <button
            type="button"
            className="btn pri grow"
            aria-disabled={props.why !== null}
            aria-describedby={props.why === null ? undefined : 'place-why'}
            onClick={() => {
              if (props.why === null) props.onPlace()
            }}
          >
            Place needle {props.number}
          </button>
          {props.isFromPlan ? null : (
            <button type="button" className="btn" onClick={props.onPlan}>
              Plan it
            </button>
          )}
        </div>
      </div>
    </section>
  )
}

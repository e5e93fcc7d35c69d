/** The settings of a needle: size, technique, direction, depth, dwell, current. Carried over from the last needle. */
import {
  DIRECTIONS,
  type ElectricalSettings,
  type NeedleDetail,
  TECHNIQUES,
  type Technique,
} from '@unknot/care/session'
import { Choices } from './Choices.tsx'
import { DIRECTION_WORDS, TECHNIQUE_WORDS } from './session.words.ts'

const GAUGES = [0.2, 0.25, 0.3, 0.35] as const
const LENGTHS = [25, 30, 40, 50, 60, 75, 100] as const
const DWELLS_S = [0, 60, 300, 600, 900, 1200] as const
const BARE_CURRENT: ElectricalSettings = {
  frequencyHz: null,
  pulseWidthUs: null,
  intensity: null,
  channel: null,
  durationMin: null,
}

type Props = {
  readonly detail: NeedleDetail
  readonly onChange: (change: Partial<NeedleDetail>) => void
  /** Techniques that can't be used today, with the reason. */
  readonly barred: ReadonlyMap<Technique, string>
}

/** Lists a value that isn't among the usual ones too, so that what a shorthand line said is never hidden. */
function withOwn(usual: readonly number[], own: number | null): number[] {
  return own === null || usual.includes(own) ? [...usual] : [...usual, own].sort((a, b) => a - b)
}

export function NeedleSettings({ detail, onChange, barred }: Props) {
  return (
    <>
      <Choices
        legend="Gauge"
        hint="mm"
        size="tight"
        options={withOwn(GAUGES, detail.gaugeMm).map((mm) => ({ value: mm, words: mm.toFixed(2) }))}
        value={detail.gaugeMm}
        onChoose={(gaugeMm) => onChange({ gaugeMm })}
      />
      <Choices
        legend="Length"
        hint="mm"
        size="tight"
        options={withOwn(LENGTHS, detail.lengthMm).map((mm) => ({ value: mm, words: String(mm) }))}
        value={detail.lengthMm}
        onChoose={(lengthMm) => onChange({ lengthMm })}
      />
      <Choices
        legend="Technique"
        options={TECHNIQUES.filter((technique) => technique !== 'unknown').map((technique) => {
          const reason = barred.get(technique)
          return { value: technique, words: TECHNIQUE_WORDS[technique], ...(reason ? { barred: reason } : {}) }
        })}
        value={detail.technique}
        onChoose={(technique) =>
          onChange({ technique, electrical: technique === 'electrical' ? (detail.electrical ?? BARE_CURRENT) : null })
        }
      />
      {detail.electrical ? (
        <Current
          settings={detail.electrical}
          onChange={(change) => onChange({ electrical: { ...BARE_CURRENT, ...detail.electrical, ...change } })}
        />
      ) : null}
      <Choices
        legend="Planned time in"
        hint="minutes"
        size="tight"
        options={[
          ...withOwn(DWELLS_S.slice(1), detail.plannedDwellS).map((s) => ({ value: s, words: String(s / 60) })),
          { value: 0, words: 'No clock' },
        ]}
        value={detail.plannedDwellS ?? 0}
        onChoose={(s) => onChange({ plannedDwellS: s === 0 ? null : s })}
      />
      <details className="tr-more">
        <summary>Direction, depth, lot</summary>
        <Choices
          legend="Direction"
          options={DIRECTIONS.map((direction) => ({ value: direction, words: DIRECTION_WORDS[direction] }))}
          value={detail.direction}
          onChoose={(direction) => onChange({ direction })}
        />
        <div className="tr-two">
          <NumberField
            label="Depth, mm"
            placeholder="Not measured"
            value={detail.depthMm === 'not-measured' ? null : detail.depthMm}
            min={0}
            max={detail.lengthMm ?? 150}
            onChange={(depthMm) => onChange({ depthMm: depthMm ?? 'not-measured' })}
          />
          <label className="field">
            <span className="lbl">Lot</span>
            <input
              className="in"
              value={detail.lot ?? ''}
              maxLength={60}
              autoComplete="off"
              placeholder="Not recorded"
              onChange={(event) => onChange({ lot: event.target.value === '' ? null : event.target.value })}
            />
          </label>
        </div>
      </details>
    </>
  )
}

function Current(props: {
  readonly settings: ElectricalSettings
  readonly onChange: (change: Partial<ElectricalSettings>) => void
}) {
  const { settings, onChange } = props
  const unit = settings.intensity?.unit ?? 'mA'
  return (
    <div className="tr-two">
      <NumberField
        label="Frequency, Hz"
        value={settings.frequencyHz}
        min={0.5}
        max={200}
        step={0.5}
        onChange={(frequencyHz) => onChange({ frequencyHz })}
      />
      <NumberField
        label="Pulse width, µs"
        value={settings.pulseWidthUs}
        min={10}
        max={1000}
        onChange={(pulseWidthUs) => onChange({ pulseWidthUs })}
      />
      <NumberField
        label={unit === 'mA' ? 'Intensity, mA' : 'Intensity, device level'}
        value={settings.intensity?.value ?? null}
        min={0}
        max={100}
        step={0.1}
        onChange={(value) => onChange({ intensity: value === null ? null : { unit, value } })}
      />
      <NumberField
        label="Current for, minutes"
        value={settings.durationMin}
        min={0.5}
        max={60}
        step={0.5}
        onChange={(durationMin) => onChange({ durationMin })}
      />
      <label className="field">
        <span className="lbl">Channel</span>
        <input
          className="in"
          value={settings.channel ?? ''}
          maxLength={10}
          autoComplete="off"
          placeholder="Such as A"
          onChange={(event) => onChange({ channel: event.target.value === '' ? null : event.target.value })}
        />
      </label>
    </div>
  )
}

export function NumberField(props: {
  readonly label: string
  readonly value: number | null
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly placeholder?: string
  readonly onChange: (value: number | null) => void
}) {
  return (
    <label className="field">
      <span className="lbl">{props.label}</span>
      <input
        className="in"
        type="number"
        inputMode="decimal"
        value={props.value ?? ''}
        min={props.min}
        max={props.max}
        step={props.step ?? 1}
        placeholder={props.placeholder ?? 'Unknown'}
        onChange={(event) => onChangeNumber(event.target.value, props.onChange)}
      />
    </label>
  )
}

function onChangeNumber(text: string, onChange: (value: number | null) => void): void {
  const value = Number(text)
  onChange(text.trim() === '' || Number.isNaN(value) ? null : value)
}

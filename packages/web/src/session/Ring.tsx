/** A needle's clock: it fills clockwise to the planned time. The numeral is the fact, the ring is the glance; nothing moves. */
import { clockWords, spanWords } from './session.words.ts'

const LENGTH = 2 * Math.PI * 25

export function Ring({ seconds, plannedS }: { readonly seconds: number; readonly plannedS: number | null }) {
  const overS = plannedS === null ? 0 : seconds - plannedS
  const isOver = plannedS !== null && overS > 0
  const share = plannedS === null ? 0 : Math.min(1, seconds / plannedS)
  const words =
    plannedS === null
      ? `${spanWords(seconds)}, no time planned`
      : isOver
        ? `${spanWords(overS)} over the planned ${spanWords(plannedS)}`
        : `${spanWords(seconds)} of ${spanWords(plannedS)}`
  return (
    <svg className={isOver ? 'ring over' : 'ring'} viewBox="0 0 60 60" role="img" aria-label={words}>
      <circle className="tr-track" cx="30" cy="30" r="25" />
      <circle
        className="tr-fill"
        cx="30"
        cy="30"
        r="25"
        strokeDasharray={`${share * LENGTH} ${LENGTH}`}
        transform="rotate(-90 30 30)"
        visibility={share === 0 ? 'hidden' : undefined}
      />
      <text x="30" y="35">
        {isOver ? `+${clockWords(overS)}` : clockWords(seconds)}
      </text>
    </svg>
  )
}

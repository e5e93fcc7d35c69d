/** The muscles as a list with a search: the same sites as the map, for fingers, keyboards and screen readers. */
import { findMuscles, type MuscleId, type Side } from '@unknot/care/atlas'
import { useState } from 'react'

export type PickableMuscle = {
  readonly id: MuscleId
  readonly name: string
  readonly latin: string
  readonly region: string
  /** Why it can't be needled today; null when it can. */
  readonly barred: string | null
}

type Props = {
  readonly muscles: readonly PickableMuscle[]
  readonly onPick: (muscle: MuscleId, side: Side) => void
}

export function MusclePicker({ muscles, onPick }: Props) {
  const [query, setQuery] = useState('')
  const byId = new Map(muscles.map((muscle) => [muscle.id, muscle]))
  const shown =
    query.trim() === ''
      ? muscles.filter((muscle) => muscle.barred === null)
      : findMuscles(query).flatMap(({ muscle }) => byId.get(muscle.id) ?? [])
  return (
    <section className="stack" aria-label="Muscles">
      <label className="field">
        <span className="lbl">Choose on the map, or find a muscle</span>
        <input
          className="in"
          type="search"
          value={query}
          placeholder="Such as QL, glut med, multifidus"
          autoComplete="off"
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      {shown.length === 0 ? <p className="q">No muscle is called that here.</p> : null}
      <ul className="tr-muscles">
        {shown.map((muscle) => (
          <li key={muscle.id} className="tr-muscle">
            <span>
              {muscle.name}
              <br />
              <span className="q sm">{muscle.barred ?? muscle.latin}</span>
            </span>
            <span className="sp" />
            {(['left', 'right'] as const).map((side) => (
              <button
                key={side}
                type="button"
                className="btn"
                aria-label={`${muscle.name}, ${side}`}
                aria-disabled={muscle.barred !== null}
                onClick={() => {
                  if (muscle.barred === null) onPick(muscle.id, side)
                }}
              >
                {side === 'left' ? 'L' : 'R'}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The course as a picture: own scores, sessions as ticks, the expected band, goal and noticeable improvement as lines. */
import type { CourseView } from '@unknot/wire/outcomes'
import { bandPath, type Frame, frameOf, linePath, middlePath, spokenPoint } from './chart-shape.ts'
import { OUTCOME_WORDS as W, pointsWords } from './outcomes.words.ts'
import { useWidth } from './use-width.ts'

type Props = { readonly course: CourseView; readonly isForPatient?: boolean }

export function CourseChart({ course, isForPatient = false }: Props) {
  const [width, ref] = useWidth(680)
  const frame = frameOf(course, Math.max(280, width))
  return (
    <figure className="course-figure" ref={ref}>
      {/* The words and the table below say all of it. */}
      <svg className="course-svg" viewBox={`0 0 ${frame.width} ${frame.height}`} aria-hidden="true" focusable="false">
        <Axes frame={frame} />
        <path className="c-band" d={bandPath(course, frame)} />
        {course.expected?.band.length ? <path className="c-middle" d={middlePath(course, frame)} /> : null}
        <Lines course={course} frame={frame} />
        <Spoken course={course} frame={frame} />
        <Scores course={course} frame={frame} />
        <Sessions course={course} frame={frame} hasNeedles={!isForPatient} />
      </svg>
      <figcaption>
        <ul className="c-legend">
          <li>
            <svg viewBox="0 0 28 12" aria-hidden="true">
              <path className="c-own" d="M2 6H26" />
              <circle className="c-dot" cx="14" cy="6" r="4" />
            </svg>
            {W.own}
          </li>
          {course.expected ? (
            <li>
              <svg viewBox="0 0 28 12" aria-hidden="true">
                <rect className="c-band" x="2" y="0" width="24" height="12" rx="2" />
              </svg>
              {W.band}, {W.bandOf(course.expected.people)}
            </li>
          ) : null}
          {course.sessions.length > 0 ? (
            <li>
              <svg viewBox="0 0 28 12" aria-hidden="true">
                <rect className="c-tick" x="12" y="0" width="3" height="12" rx="1" />
              </svg>
              {isForPatient ? W.sessionPlain : W.session}
            </li>
          ) : null}
        </ul>
      </figcaption>
    </figure>
  )
}

type Part = { readonly course: CourseView; readonly frame: Frame }

function Axes({ frame }: { readonly frame: Frame }) {
  const { x, y, width, endWeek, weekTicks, valueTicks } = frame
  const base = y(valueTicks[0] ?? 0)
  return (
    <g className="c-axes">
      {valueTicks.map((value) => (
        <g key={value}>
          <path className={value === valueTicks[0] ? 'c-base' : 'c-grid'} d={`M${x(0)} ${y(value)}H${x(endWeek)}`} />
          <text x={x(0) - 8} y={y(value) + 4} textAnchor="end">
            {pointsWords(value)}
          </text>
        </g>
      ))}
      {weekTicks.map((week) => (
        <text key={week} x={x(week)} y={base + 18} textAnchor="middle">
          {week}
        </text>
      ))}
      <text x={width / 2} y={frame.height - 4} textAnchor="middle">
        {W.weeks}
      </text>
    </g>
  )
}

function Lines({ course, frame: { x, y, endWeek } }: Part) {
  const { goal, importantLevel } = course.aim
  const { lowest, highest } = course.measure
  const lines = [
    ...(goal === null ? [] : [{ key: 'goal', at: goal, words: W.goal(pointsWords(goal)) }]),
    ...(importantLevel === null || importantLevel < lowest || importantLevel > highest
      ? []
      : [{ key: 'important', at: importantLevel, words: W.important }]),
  ]
  return lines.map(({ key, at, words }) => (
    <g key={key}>
      <path className={`c-line ${key}`} d={`M${x(0)} ${y(at)}H${x(endWeek)}`} />
      <text className={`c-line-words ${key}`} x={x(0) + 6} y={y(at) + 15}>
        {words}
      </text>
    </g>
  ))
}

/** What the sentence under the chart says, as a bracket. */
function Spoken({ course, frame: { x, y } }: Part) {
  const point = spokenPoint(course)
  if (!point?.forecast) return null
  const [from, to] = point.forecast.interval80
  const at = x(point.week)
  return (
    <g className="c-spoken">
      <path d={`M${at - 5} ${y(to)}h10M${at} ${y(to)}V${y(from)}M${at - 5} ${y(from)}h10`} />
      <text x={at} y={y(to) - 8} textAnchor="middle">
        {from === to ? from : `${from} to ${to}`}
      </text>
    </g>
  )
}

function Scores({ course, frame: { x, y } }: Part) {
  const places = course.scores.map(({ week, score }) => ({
    id: score.id,
    x: x(week),
    y: y(score.value),
    value: score.value,
  }))
  const [first, last] = [places[0], places.at(-1)]
  const named = first && last && first !== last ? [first, last] : places.slice(-1)
  return (
    <g>
      <path className="c-own" d={linePath(places.map((place) => [place.x, place.y]))} />
      {places.map((place) => (
        <circle key={place.id} className="c-dot" cx={place.x} cy={place.y} r={place === last ? 6 : 4.5} />
      ))}
      {named.map((place, i) => (
        <text
          key={place.id}
          className="c-value"
          x={place.x + (i === 0 && named.length > 1 ? 10 : 0)}
          y={place.y + (i === 0 && named.length > 1 ? -9 : 24)}
          textAnchor={i === 0 && named.length > 1 ? 'start' : 'middle'}
        >
          {pointsWords(place.value)}
        </text>
      ))}
    </g>
  )
}

function Sessions({ course, frame: { x, y }, hasNeedles }: Part & { readonly hasNeedles: boolean }) {
  const top = y(course.measure.lowest) + 24
  return (
    <g className="c-sessions">
      {course.sessions.map(({ id, week, needles }) => (
        <g key={id}>
          <rect className="c-tick" x={x(week) - 1.5} y={top} width="3" height="9" rx="1" />
          {hasNeedles && needles > 0 ? (
            <text x={x(week)} y={top + 21} textAnchor="middle">
              {needles}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  )
}

/** What the chart says, in words and as a table: for everybody, and all of it for who can't see the picture. */
import type { CourseView } from '@unknot/wire/outcomes'
import { Banner, Disclosure } from '../design/index.ts'
import { dateWords } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { OUTCOME_WORDS as W, percentWords, pointsWords } from './outcomes.words.ts'

export function CourseNow({ course }: { readonly course: CourseView }) {
  const { measure, scores, change } = course
  const last = scores.at(-1)
  if (!last) return null
  return (
    <div className="course-now">
      <p className="course-number">
        <b className="num">{pointsWords(last.score.value)}</b> of {measure.highest}, {measure.recall}
      </p>
      {change ? (
        <p>
          <b>{changeWords(course)}</b>
          {change.importantByPoints === null ? null : (
            <span className="q block sm">{change.importantByPoints ? W.matters : W.mattersNot}</span>
          )}
        </p>
      ) : null}
    </div>
  )
}

function changeWords({ measure, change }: CourseView): string {
  const improvement = change?.improvement ?? 0
  if (improvement === 0) return W.same
  const isLower = measure.direction === 'lower-better' ? improvement > 0 : improvement < 0
  const points = pointsWords(Math.abs(improvement))
  return isLower ? W.lower(points) : W.higher(points)
}

export function ExpectedWords({ course }: { readonly course: CourseView }) {
  const { expected } = course
  if (!expected) return <p className="q">{W.notForecast}</p>
  return (
    <div className="course-words">
      {expected.method === 'last-value' ? <Banner tone="warn">{W.fellBack}</Banner> : null}
      {expected.sentences.length === 0 ? (
        <p>
          <b>{W.notEnough}</b> {W.notEnoughHint}
        </p>
      ) : (
        <p>{expected.sentences.join(' ')}</p>
      )}
      <p className="q sm">{W.notNeedle}</p>
    </div>
  )
}

export function CourseTable({ course }: { readonly course: CourseView }) {
  const zone = useMe().clinic.timeZone
  return (
    <Disclosure words={W.table}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{W.week}</th>
            <th scope="col">{course.measure.name}</th>
          </tr>
        </thead>
        <tbody>
          {course.scores.map(({ week, score }) => (
            <tr key={score.id}>
              <td>
                {pointsWords(week)} · {dateWords(score.takenAt, zone)}
              </td>
              <td className="num">{pointsWords(score.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Ahead course={course} />
    </Disclosure>
  )
}

function Ahead({ course: { expected } }: { readonly course: CourseView }) {
  if (!expected) return null
  return (
    <table className="tbl">
      <caption className="b">{W.ahead}</caption>
      <thead>
        <tr>
          <th scope="col">{W.week}</th>
          <th scope="col">{W.expected}</th>
        </tr>
      </thead>
      <tbody>
        {expected.points.map(({ unit, number, forecast }) => (
          <tr key={`${unit}${number}`}>
            <td>{unit === 'week' ? W.atWeek(number) : W.afterSession(number)}</td>
            <td>{forecast ? `${forecast.interval80[0]} to ${forecast.interval80[1]}` : W.notEnough}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Chances({ course: { expected } }: { readonly course: CourseView }) {
  if (!expected || expected.method === 'last-value') return null
  const { week, important, reliable, percent10, percent30, percent50 } = expected.probabilities
  const rows = [
    ['At least the smallest change that people notice', important],
    ['Beyond measurement error (reliable change)', reliable],
    ['10 % better', percent10],
    ['30 % better', percent30],
    ['50 % better', percent50],
  ] as const
  return (
    <Disclosure words={`${W.chances}, ${W.byWeek(week)}`}>
      <p className="q sm">{W.chancesHint}</p>
      <table className="tbl">
        <tbody>
          {rows.map(([words, share]) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td className="num r">{share === null ? '–' : percentWords(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  )
}

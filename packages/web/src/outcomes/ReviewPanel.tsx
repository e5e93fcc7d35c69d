/** What the review rules say, why, and what the clinician answered. */
import { newId, problemOf, useWrite, whenWords } from '../kernel/index.ts'
import { type CourseView, outcomesRoutes, type ReviewView } from '@unknot/wire/outcomes'
import { CircleCheck, CircleHelp, OctagonAlert } from 'lucide-react'
import { useState } from 'react'
import { Button, Disclosure, ProblemBanner, SelectField, SourcesOf, TextArea, Unreviewed } from '../design/index.ts'
import { useMay, useMe } from '../people/index.ts'
import { ADVICE_WORDS, OUTCOME_WORDS as W, percentWords, pointsWords } from './outcomes.words.ts'

type Props = { readonly patient: string; readonly course: CourseView; readonly review: ReviewView }

const ICONS = { 'stop-and-refer': OctagonAlert, 're-assess': CircleHelp, 'not-enough-data': CircleHelp } as const

export function ReviewPanel({ patient, course, review }: Props) {
  const zone = useMe().clinic.timeZone
  const mayAnswer = useMay('session-chart')
  const { lastAnswer } = course
  const Icon = ICONS[review.advice as keyof typeof ICONS] ?? CircleCheck
  const isAnswered = lastAnswer?.rule === review.rule
  return (
    <div className={`course-review ${review.advice}`}>
      <Icon className="i" aria-hidden="true" />
      <div className="stack2">
        <p>
          <b>{ADVICE_WORDS[review.advice]}.</b> {review.reason}
        </p>
        <Disclosure words={W.why}>
          <p>
            {review.rule} <Unreviewed /> {W.unreviewed}
          </p>
          {review.numbers ? <Numbers numbers={review.numbers} /> : null}
          <SourcesOf ids={review.sources} />
        </Disclosure>
        {lastAnswer ? (
          <p className="q sm">
            {W.answered(lastAnswer.answeredByName, whenWords(lastAnswer.answeredAt, zone))}
            {': '}
            {ADVICE_WORDS[lastAnswer.chosen as ReviewView['advice']]}
            {lastAnswer.reason === '' ? '' : ` (${lastAnswer.reason})`}
          </p>
        ) : null}
        {mayAnswer && !isAnswered && review.advice !== 'not-enough-data' ? (
          <AnswerForm patient={patient} course={course} review={review} />
        ) : null}
      </div>
    </div>
  )
}

function Numbers({ numbers }: { readonly numbers: NonNullable<ReviewView['numbers']> }) {
  const rows = [
    [`Improvement aimed at, by week ${pointsWords(numbers.endWeek)}`, `${pointsWords(numbers.aimPoints)} points`],
    ['Chance of reaching it', percentWords(numbers.pAim)],
    ['Chance of being two points worse', percentWords(numbers.pWorse)],
    ['Chance of a further point within three sessions', percentWords(numbers.pFurther)],
    ['Sessions, week, scores', `${numbers.sessions}, ${pointsWords(numbers.week)}, ${numbers.scoreCount}`],
  ]
  return (
    <table className="tbl">
      <tbody>
        {rows.map(([words, value]) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            <td className="num r">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AnswerForm({ patient, course, review }: Props) {
  const [isOther, setOther] = useState(false)
  const [chosen, setChosen] = useState<ReviewView['advice']>('continue')
  const [reason, setReason] = useState('')
  const [id] = useState(() => newId<string>())
  const write = useWrite(outcomesRoutes.answerReview, [outcomesRoutes.readCourse])
  const send = (answer: 'agreed' | 'another-way') =>
    write.mutate({
      params: { patient: patient as never },
      body: { id, measure: course.measure.id, rule: review.rule, answer, chosen, reason },
    })
  const busy = write.isPending && W.saving
  return (
    <div className="stack2">
      <ProblemBanner problem={write.error ? problemOf(write.error) : null} />
      {isOther ? (
        <div className="course-answer">
          <SelectField label={W.chosen} value={chosen} onValue={(value) => setChosen(value as ReviewView['advice'])}>
            {(['continue', 'continue-with-a-change', 're-assess', 'finish', 'stop-and-refer'] as const).map(
              (advice) => (
                <option key={advice} value={advice}>
                  {ADVICE_WORDS[advice]}
                </option>
              ),
            )}
          </SelectField>
          <TextArea label={W.reason} value={reason} onValue={setReason} rows={2} />
          <div className="form-acts">
            <Button
              tone="pri"
              busy={busy}
              unavailable={reason.trim() === '' ? W.reasonNeeded : null}
              onClick={() => send('another-way')}
            >
              {W.keep}
            </Button>
            <Button tone="bare" onClick={() => setOther(false)}>
              {W.cancel}
            </Button>
          </div>
        </div>
      ) : (
        <div className="row wrap">
          <Button busy={busy} onClick={() => send('agreed')}>
            {W.agree}
          </Button>
          <Button tone="bare" onClick={() => setOther(true)}>
            {W.another}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What patient and clinician aim at: the level to reach, until when, and whether the pain is new. */
import { type CourseView, outcomesRoutes } from '@unknot/wire/outcomes'
import { useState } from 'react'
import { Button, Disclosure, ProblemBanner, Segment, TextField } from '../design/index.ts'
import { newId, problemOf, useWrite } from '../kernel/index.ts'
import { OUTCOME_WORDS as W, pointsWords } from './outcomes.words.ts'

type Props = { readonly patient: string; readonly course: CourseView }

export function AimForm({ patient, course }: Props) {
  const { aim, measure } = course
  const [goal, setGoal] = useState(aim.goal === null ? '' : pointsWords(aim.goal))
  const [endWeek, setEndWeek] = useState(pointsWords(aim.plannedEndWeek))
  const [onset, setOnset] = useState(aim.onset)
  const write = useWrite(outcomesRoutes.setAim, [outcomesRoutes.readCourse])
  const goalValue = goal.trim() === '' ? null : Number(goal.replace(',', '.'))
  const weeks = Number(endWeek.replace(',', '.'))
  const isGoal = goalValue === null || (goalValue >= measure.lowest && goalValue <= measure.highest)
  const isFit = isGoal && weeks >= 1 && weeks <= 52
  const save = () =>
    write.mutate({
      params: { patient: patient as never },
      body: { id: newId<string>(), measure: measure.id, onset, goal: goalValue, plannedEndWeek: weeks },
    })
  return (
    <Disclosure words={W.aim}>
      <div className="course-answer">
        <ProblemBanner problem={write.error ? problemOf(write.error) : null} />
        <TextField
          label={W.aimGoal}
          hint={W.aimGoalHint(measure.lowest, measure.highest)}
          inputMode="decimal"
          isOptional
          value={goal}
          onValue={setGoal}
        />
        <TextField label={W.aimEnd} hint={W.aimEndHint} inputMode="decimal" value={endWeek} onValue={setEndWeek} />
        <Segment
          label={W.onset}
          value={onset}
          options={[
            { value: 'lasting', words: W.onsetLasting },
            { value: 'new', words: W.onsetNew },
          ]}
          onValue={setOnset}
        />
        <div className="form-acts">
          <Button unavailable={isFit ? null : W.aimBad} busy={write.isPending && W.saving} onClick={save}>
            {W.aimKeep}
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}

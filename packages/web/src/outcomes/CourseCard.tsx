/** The course on a patient's chart: chart, words, review, and the way to ask a measure. */
import { Link } from '@tanstack/react-router'
import type { PatientId } from '@unknot/care/kernel'
import { outcomesRoutes } from '@unknot/wire/outcomes'
import { LineChart } from 'lucide-react'
import { useState } from 'react'
import { Card, EmptyState, Segment, Skeleton } from '../design/index.ts'
import { Answered, useRead } from '../kernel/index.ts'
import { useMay } from '../people/index.ts'
import { AimForm } from './AimForm.tsx'
import { CourseChart } from './CourseChart.tsx'
import { Chances, CourseNow, CourseTable, ExpectedWords } from './CourseWords.tsx'
import { OUTCOME_WORDS as W, SERIES_WORDS } from './outcomes.words.ts'
import { ReviewPanel } from './ReviewPanel.tsx'
import './outcomes.css'

const SERIES = ['nprs.avg7d', 'nprs.now', 'peg', 'rmdq24', 'psfs'] as const

export function CourseCard({ patient }: { readonly patient: PatientId }) {
  const [measure, setMeasure] = useState<(typeof SERIES)[number]>('nprs.avg7d')
  const maySet = useMay('session-chart')
  const read = useRead(outcomesRoutes.readCourse, { params: { patient }, query: { measure } }, { keepsLast: true })
  const acts = (
    <span className="row wrap no-print">
      <Link className="btn" to="/patients/$patient/measures" params={{ patient }}>
        {W.ask}
      </Link>
      <Link className="btn bare" to="/patients/$patient/course" params={{ patient }}>
        {W.page}
      </Link>
    </span>
  )
  return (
    <Card title={W.course} action={acts} className="course-card">
      <Segment
        label={W.series}
        isLabelHidden
        value={measure}
        options={SERIES.map((value) => ({ value, words: SERIES_WORDS[value] }))}
        onValue={setMeasure}
      />
      <Answered read={read} skeleton={<Skeleton rows={8} rowHeight={36} />}>
        {(course) =>
          course.scores.length === 0 ? (
            <>
              <EmptyState Icon={LineChart} title={W.noScore}>
                {W.noScoreHint}
              </EmptyState>
              {course.review ? <ReviewPanel patient={patient} course={course} review={course.review} /> : null}
            </>
          ) : (
            <>
              <CourseNow course={course} />
              <CourseChart course={course} />
              <ExpectedWords course={course} />
              {course.review ? <ReviewPanel patient={patient} course={course} review={course.review} /> : null}
              {maySet ? <AimForm key={course.measure.id} patient={patient} course={course} /> : null}
              <Chances course={course} />
              <CourseTable course={course} />
            </>
          )
        }
      </Answered>
    </Card>
  )
}

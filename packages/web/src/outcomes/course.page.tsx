/** The course as the patient sees it: on a tablet that is handed over, or on paper. No advice, no numbers of the model. */
import { Link, useParams } from '@tanstack/react-router'
import { asId, type PatientId } from '@unknot/care/kernel'
import { outcomesRoutes } from '@unknot/wire/outcomes'
import { ChevronLeft, LineChart } from 'lucide-react'
import { Button, EmptyState, Skeleton } from '../design/index.ts'
import { Answered, PageHead, useRead } from '../kernel/index.ts'
import { CourseChart } from './CourseChart.tsx'
import { CourseNow, CourseTable, ExpectedWords } from './CourseWords.tsx'
import { OUTCOME_WORDS as W } from './outcomes.words.ts'
import './outcomes.css'

export function CoursePage() {
  const patient = asId<PatientId>(useParams({ from: '/bare/patients/$patient/course' }).patient)
  const read = useRead(outcomesRoutes.readCourse, { params: { patient }, query: {} })
  return (
    <main className="solo wide course-page" id="page">
      <div className="row wrap no-print">
        <Link className="btn bare back" to="/patients/$patient" params={{ patient }}>
          <ChevronLeft className="i" aria-hidden="true" />
          {W.back}
        </Link>
        <Button onClick={() => window.print()}>{W.print}</Button>
      </div>
      <PageHead title="Your course" />
      <Answered read={read} skeleton={<Skeleton rows={8} rowHeight={36} />}>
        {(course) =>
          course.scores.length === 0 ? (
            <EmptyState Icon={LineChart} title={W.noScore} />
          ) : (
            <>
              <CourseNow course={course} />
              <CourseChart course={course} isForPatient />
              <ExpectedWords course={course} />
              <CourseTable course={course} />
            </>
          )
        }
      </Answered>
    </main>
  )
}

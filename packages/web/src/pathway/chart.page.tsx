/** A patient's chart: who, what screening raised, what to do next, and the sessions. */
import { useParams } from '@tanstack/react-router'
import { asId, isUuid, type PatientId } from '@unknot/care/kernel'
import { pathwayRoutes } from '@unknot/wire/pathway'
import { Skeleton } from '../design/index.ts'
import { Answered, useRead } from '../kernel/index.ts'
import { CourseCard } from '../outcomes/index.ts'
import { ChartHead } from './ChartHead.tsx'
import { ChartSessions } from './ChartSessions.tsx'
import { ChartSteps } from './ChartSteps.tsx'
import { NotFound } from './NotFound.tsx'
import './chart.css'

export function ChartPage() {
  const { patient } = useParams({ strict: false })
  return patient !== undefined && isUuid(patient) ? <Chart patient={asId<PatientId>(patient)} /> : <NotFound />
}

function Chart({ patient }: { readonly patient: PatientId }) {
  const chart = useRead(pathwayRoutes.readChart, { params: { patient } })
  return (
    <Answered isWholePage read={chart} skeleton={<Skeleton rows={8} rowHeight={32} />}>
      {(answer) => (
        <div className="chart">
          <ChartHead chart={answer} />
          <ChartSteps chart={answer} />
          <CourseCard patient={patient} />
          <ChartSessions chart={answer} />
        </div>
      )}
    </Answered>
  )
}

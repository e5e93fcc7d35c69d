/** What the answers tell the atlas about the patient, so that it can say what a needle may meet. What nobody said is unknown. */
import type { PatientFactors, Pregnancy } from '../atlas/index.ts'
import type { Answer } from '../kernel/index.ts'
import { FIRST_TRIMESTER_BELOW_WEEKS } from './pregnancy.ts'
import type { Answers, QuestionId } from './questions.ts'

export function patientFactors(answers: Answers): PatientFactors {
  const said = (question: QuestionId): Answer => answers[question]?.answer ?? 'unknown'
  return {
    scoliosis: said('scoliosis'),
    kyphosis: said('kyphosis'),
    lungDisease: either(said('lung-disease'), said('chest-surgery')),
    previousPneumothorax: said('collapsed-lung'),
    spinalHardware: said('spinal-metal'),
    implantedDevice: said('implanted-device'),
    pregnancy: pregnancyOf(answers),
    // A slight build says that the lungs lie near, which a class of body mass would say; no is no class.
    ...(said('slight-build') === 'yes' ? { bmiClass: 'under' as const } : {}),
  }
}

function either(one: Answer, other: Answer): Answer {
  if (one === 'yes' || other === 'yes') return 'yes'
  return one === 'no' && other === 'no' ? 'no' : 'unknown'
}

function pregnancyOf(answers: Answers): Pregnancy {
  if (answers.pregnant?.answer === 'yes') return stageOf(answers)
  const isRuledOut = answers.pregnant?.answer === 'no' && answers['maybe-pregnant']?.answer === 'no'
  return isRuledOut ? 'no' : 'unknown'
}

function stageOf(answers: Answers): Pregnancy {
  const weeks = answers['pregnancy-weeks']?.weeks
  const early = answers['first-trimester']?.answer
  if (early === 'yes' || (weeks !== undefined && weeks < FIRST_TRIMESTER_BELOW_WEEKS)) return 'first-trimester'
  return early === 'no' || weeks !== undefined ? 'later' : 'stage-unknown'
}

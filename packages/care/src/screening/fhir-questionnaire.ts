/**
 * The questions as an HL7 FHIR R4 Questionnaire (hl7.org/fhir/R4/questionnaire.html), for whoever asks them elsewhere.
 *
 * Yes, no and not sure are Y, N and UNK of the code system v2-0532; branches are `enableWhen`; where and notes hang below
 * their question.
 */
import { REGIONS } from '../atlas/index.ts'
import { QUESTION_GROUPS, type Question } from './question.ts'
import { QUESTIONS } from './questions.ts'
import { RULES_VERSION } from './rules.ts'

const YES_NO_SYSTEM = 'http://terminology.hl7.org/CodeSystem/v2-0532'
const CODES = [
  { system: YES_NO_SYSTEM, code: 'Y', display: 'Yes' },
  { system: YES_NO_SYSTEM, code: 'N', display: 'No' },
  { system: YES_NO_SYSTEM, code: 'UNK', display: 'Not sure' },
] as const
const [YES, , NOT_SURE] = CODES

export type FhirItem = {
  readonly linkId: string
  readonly text?: string
  readonly type: 'group' | 'choice' | 'text' | 'integer'
  readonly required?: boolean
  readonly repeats?: boolean
  readonly enableWhen?: readonly object[]
  readonly enableBehavior?: 'any'
  readonly answerOption?: readonly object[]
  readonly item?: readonly FhirItem[]
}

export function fhirQuestionnaire() {
  return {
    resourceType: 'Questionnaire' as const,
    id: 'unknot-screening',
    url: 'urn:unknot:questionnaire:screening',
    version: RULES_VERSION,
    name: 'UnknotScreening',
    title: 'Screening before dry needling',
    status: 'active',
    subjectType: ['Patient'],
    item: QUESTION_GROUPS.map(({ id, title }) => ({
      linkId: `group-${id}`,
      text: title,
      type: 'group' as const,
      item: QUESTIONS.filter((question) => question.group === id).map(itemOf),
    })),
  }
}

function itemOf(question: Question): FhirItem {
  const { id, text, kind, onlyIf, mustAsk } = question
  const when = enableWhen(onlyIf, kind === 'yes-no')
  if (kind !== 'yes-no') return { linkId: id, text, type: kind === 'weeks' ? 'integer' : 'text', ...when }
  return {
    linkId: id,
    text,
    type: 'choice',
    ...(mustAsk ? { required: true } : {}),
    ...when,
    answerOption: CODES.map((valueCoding) => ({ valueCoding })),
    item: [...(question.asksWhere ? [whereItem(id)] : []), { linkId: `${id}.note`, text: 'Note', type: 'text' }],
  }
}

/** A branch opens unless the leading answer is no; a detail only after a yes. */
function enableWhen(onlyIf: string | null, isYesNo: boolean) {
  if (onlyIf === null) return {}
  const opens = isYesNo ? [YES, NOT_SURE] : [YES]
  const enabled = opens.map(({ system, code }) => ({
    question: onlyIf,
    operator: '=',
    answerCoding: { system, code },
  }))
  return { enableWhen: enabled, ...(enabled.length > 1 ? { enableBehavior: 'any' as const } : {}) }
}

function whereItem(question: string): FhirItem {
  return {
    linkId: `${question}.where`,
    text: 'Where?',
    type: 'choice',
    repeats: true,
    ...enableWhen(question, false),
    answerOption: [...REGIONS, 'elsewhere'].map((code) => ({ valueCoding: { system: 'urn:unknot:region', code } })),
  }
}

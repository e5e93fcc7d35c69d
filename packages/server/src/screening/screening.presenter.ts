/** What a screening looks like from outside: each field named by hand. */
import { type Citation, cite } from '@unknot/care/evidence'
import {
  type Contradiction,
  type Finding,
  QUESTION_GROUPS,
  QUESTIONS,
  type QuestionId,
  RECHECK_ITEMS,
  recheckAt,
  type RecheckId,
  RULES_VERSION,
  rulesReading,
  SCREENING_RULES,
  type ScreeningResult,
} from '@unknot/care/screening'
import type {
  CitationWire,
  FindingWire,
  QuestionWire,
  ScreeningLine,
  ScreeningResultWire,
  ScreeningView,
} from '@unknot/wire/screening'
import type { ScreeningSummary, StoredScreening } from './screening.store.ts'

export function presentScreening(screening: StoredScreening): ScreeningView {
  return {
    id: screening.id,
    patient: screening.patient,
    screenedAt: screening.screenedAt,
    screenedBy: screening.screenedBy,
    screenedByName: screening.screenedByName,
    recheckAt: recheckAt(screening.screenedAt),
    reopenedAt: screening.reopenedAt,
    recheckOf: screening.recheckOf,
    fullAt: screening.fullAt,
    answers: screening.answers as ScreeningView['answers'],
    result: presentResult(screening.effective),
    overrides: screening.overrides.map(({ rule, reason, byName, at }) => ({ rule, reason, byName, at })),
    reopenings: screening.reopenings.map(({ kind, note, byName, at }) => ({ kind, note, byName, at })),
  }
}

export function presentScreeningLine(summary: ScreeningSummary): ScreeningLine {
  return {
    id: summary.id,
    screenedAt: summary.screenedAt,
    screenedByName: summary.screenedByName,
    recheckAt: recheckAt(summary.screenedAt),
    reopenedAt: summary.reopenedAt,
    recheckOf: summary.recheckOf,
    rulesVersion: summary.rulesVersion,
    disposition: summary.disposition,
    urgency: summary.urgency,
    mayNeedle: summary.mayNeedle,
  }
}

function presentResult(result: ScreeningResult): ScreeningResultWire {
  return {
    rulesVersion: result.rulesVersion,
    findings: result.findings.map(presentFinding),
    perRegion: result.perRegion,
    perTechnique: result.perTechnique,
    disposition: result.disposition,
    urgency: result.urgency,
    mayNeedle: result.mayNeedle,
    barredRegions: [...result.barredRegions],
    barredTechniques: [...result.barredTechniques],
    precautions: [...result.precautions],
    changes: [...result.changes],
    mustSay: [...result.mustSay],
    missing: result.missing.map(({ question, what }) => ({ question, what })),
    contradictions: result.contradictions.map(presentContradiction),
  }
}

function presentFinding(finding: Finding): FindingWire {
  return {
    rule: finding.rule,
    because: finding.because,
    disposition: finding.disposition,
    severity: finding.severity,
    urgency: finding.urgency,
    regions: [...finding.regions],
    techniques: [...finding.techniques],
    muscles: finding.muscles && [...finding.muscles],
    reasonForClinician: finding.reasonForClinician,
    reasonForPatient: finding.reasonForPatient,
    label: finding.label,
    changes: [...finding.changes],
    clearance: finding.clearance && { from: finding.clearance.from, asking: finding.clearance.asking },
    letter: finding.letter,
    override: finding.override && { by: finding.override.by, mustWrite: finding.override.mustWrite },
    questions: [...finding.questions],
    sources: [...finding.sources],
    unreviewed: finding.unreviewed,
  }
}

function presentContradiction({ question, countsAs, isAgainstNo, mentions }: Contradiction) {
  return {
    question,
    countsAs,
    isAgainstNo,
    mentions: mentions.map(({ medicine, written, group, question: asked, status }) => ({
      medicine,
      written,
      group,
      question: asked,
      status,
    })),
  }
}

/** The questions with the rules that read them, and every source that a rule names. */
export function presentQuestions(): {
  rulesVersion: string
  groups: { id: string; title: string }[]
  recheck: { id: RecheckId; text: string; questions: QuestionId[] }[]
  questions: QuestionWire[]
  citations: CitationWire[]
} {
  const sources = [...new Set(SCREENING_RULES.flatMap((rule) => rule.sources))]
  return {
    rulesVersion: RULES_VERSION,
    groups: QUESTION_GROUPS.map(({ id, title }) => ({ id, title })),
    recheck: RECHECK_ITEMS.map(({ id, text, questions }) => ({ id, text, questions: [...questions] })),
    questions: QUESTIONS.map((question) => ({
      id: question.id,
      group: question.group,
      kind: question.kind,
      text: question.text,
      why: question.why,
      rules: [...rulesReading(question.id)],
      mustAsk: question.mustAsk,
      asksWhere: question.asksWhere,
      onlyIf: question.onlyIf as QuestionId | null,
      onlyBelowAge: question.onlyBelowAge,
    })),
    citations: sources.map((id) => presentCitation(cite(id))),
  }
}

function presentCitation({ id, title, authors, year, link, saysWhat }: Citation): CitationWire {
  return { id, title, authors, year, link, saysWhat }
}

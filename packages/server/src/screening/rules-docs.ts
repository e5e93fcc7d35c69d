/** The rules of screening as a page to read, and the fingerprint by which a changed rule asks for a new version. */
import { createHash } from 'node:crypto'
import { REGIONS } from '@unknot/care/atlas'
import { cite } from '@unknot/care/evidence'
import {
  CHANGE_WORDS,
  type Condition,
  QUESTION_GROUPS,
  QUESTIONS,
  RECHECK_ITEMS,
  type Rule,
  RULES_VERSION,
  SCREENED_TECHNIQUES,
  SCREENING_RULES,
} from '@unknot/care/screening'

/** Changes whenever a rule, a question or a word of either does. */
export function rulesFingerprint(): string {
  const all = JSON.stringify([SCREENING_RULES, QUESTIONS, RECHECK_ITEMS])
  return createHash('sha256').update(all).digest('hex')
}

export function rulesPage(): string {
  const sources = [...new Set(SCREENING_RULES.flatMap((rule) => rule.sources))].sort(byNumber)
  return [
    '# Rules of screening',
    '',
    `Version ${RULES_VERSION}, ${SCREENING_RULES.length} rules over ${QUESTIONS.length} questions. Made from the rules themselves by \`npm run rules -w packages/server\`; don't edit it by hand.`,
    '',
    'The graver stands above the milder; an emergency stands above all. What nobody knows is never a no. *Unreviewed* means: no source that we could open supports it yet; it warns, and a clinician decides.',
    '',
    ...SCREENING_RULES.flatMap(ruleLines),
    '## Questions',
    '',
    ...QUESTION_GROUPS.flatMap(groupLines),
    '## Asked again before each session',
    '',
    ...RECHECK_ITEMS.map(({ text }) => `- ${text}`),
    '',
    '## Sources',
    '',
    ...sources.map(sourceLine),
    '',
  ].join('\n')
}

function ruleLines(rule: Rule): readonly string[] {
  const urgency = rule.urgency ? `, ${rule.urgency}` : ''
  const reviewed = rule.unreviewed ? ' · *unreviewed*' : ''
  const lines = [
    `**When**: ${conditionWords(rule.when)}`,
    `**Where**: ${whereWords(rule)}`,
    `**For the clinician**: ${rule.forClinician}`,
    `**For the patient**: ${rule.forPatient}`,
    rule.mustSay && `**Must be said**: ${rule.mustSay}`,
    rule.changes.length > 0 && `**Changes**: ${rule.changes.map((change) => CHANGE_WORDS[change]).join('; ')}`,
    rule.clearance && `**Ask**: ${rule.clearance.from}: ${rule.clearance.asking}`,
    rule.letter && `**Letter to**: ${rule.letter}`,
    rule.override && `**Override**: by the ${rule.override.by}, who writes: ${rule.override.mustWrite}`,
    `**Sources**: ${rule.sources.length > 0 ? rule.sources.join(', ') : 'none yet'}`,
  ]
  return [
    `## ${rule.id} ${rule.label}`,
    '',
    `${rule.disposition}${urgency}${reviewed}`,
    '',
    ...lines.filter((line) => typeof line === 'string').map((line) => `- ${line}`),
    '',
  ]
}

function conditionWords(condition: Condition): string {
  switch (condition.kind) {
    case 'yes':
      return `\`${condition.question}\``
    case 'weeks':
      return `fewer than ${condition.below} weeks of pregnancy`
    case 'age':
      return Number.isFinite(condition.below)
        ? `age ${condition.from} to ${condition.below - 1}`
        : `age from ${condition.from}`
    case 'at-least': {
      const parts = condition.of.map(conditionWords)
      if (condition.count === 1) return `(${parts.join(' or ')})`
      return condition.count === parts.length
        ? `(${parts.join(' and ')})`
        : `${condition.count} of (${parts.join(', ')})`
    }
  }
}

function whereWords({ regions, techniques, onlyDeepMuscles }: Rule): string {
  const place =
    regions === 'where-named'
      ? 'the regions named'
      : regions.length === REGIONS.length
        ? 'everywhere'
        : regions.join(', ')
  const how = techniques.length === SCREENED_TECHNIQUES.length ? '' : `; ${techniques.join(', ')} only`
  return `${place}${how}${onlyDeepMuscles ? '; planned sites in muscles of the deep layer' : ''}`
}

function groupLines({ id, title }: (typeof QUESTION_GROUPS)[number]): readonly string[] {
  const lines = QUESTIONS.filter((question) => question.group === id).map((question) => {
    const hangs = question.onlyIf ? ` (after \`${question.onlyIf}\`)` : ''
    return `- \`${question.id}\`${hangs}${question.mustAsk ? ', needed before a needle' : ''}: ${question.text}`
  })
  return [`### ${title}`, '', ...lines, '']
}

function sourceLine(id: string): string {
  const { authors, year, title, link, saysWhat, certainty } = cite(id)
  return `- **${id}** ${authors}${year ? `, ${year}` : ''}: ${title}. ${saysWhat} (${certainty})${link ? ` <${link}>` : ''}`
}

function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}

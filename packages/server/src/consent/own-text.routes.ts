/** The clinic's own consent texts over HTTP. Every step stands in the audit trail, with the version. */
import { draftOf, type OwnPart } from '@unknot/care/consent'
import { ok } from '@unknot/care/kernel'
import { type OwnTextLine, ownTextRoutes, type OwnTextView } from '@unknot/wire/consent'
import { type App, audit, NOT_THERE, notThere, refusals, serve } from '../kernel/index.ts'
import { changeDraft, draftText, publishDraft, templateInForce, type TextProblem } from './own-text.commands.ts'
import { findText, listTexts, type OwnText } from './own-text.store.ts'

const refuse = refusals<TextProblem>({
  'not-there': NOT_THERE,
  'text-id-reused': { status: 409, title: 'This id already belongs to another text. Nothing was saved.' },
  'text-published': {
    status: 409,
    title: 'This text is published: patients sign it, so it never changes.',
    detail: 'Begin a new version.',
  },
  'text-changed-meanwhile': {
    status: 409,
    title: 'Somebody changed this draft meanwhile. Nothing was saved.',
    detail: 'Load it again.',
    facts: ({ revision }) => ({ revision }),
  },
  'telling-missing': {
    status: 422,
    title: 'The text leaves out what every consent must tell. It was not published.',
    detail: ({ standard }) => `Say in your own words: “${standard}”`,
    facts: ({ tells }) => ({ tells }),
  },
  'word-forbidden': {
    status: 422,
    title: 'The text says what needling isn’t shown to do. It was not published.',
    detail: ({ word, sentence }) => `“${word}” in: ${sentence}`,
  },
  'placeholder-unknown': {
    status: 422,
    title: 'The text has a placeholder that nothing fills in. It was not published.',
    detail: ({ placeholder }) => placeholder,
  },
  'part-named-twice': { status: 422, title: 'A part stands twice. It was not published.', detail: ({ part }) => part },
  'part-empty': { status: 422, title: 'A part says nothing. It was not published.', detail: ({ part }) => part },
})

export function serveOwnTexts(app: App): void {
  serve(app, ownTextRoutes.listConsentTexts, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const template = await templateInForce(tx, call.clinic)
      const texts = await listTexts(tx, call.clinic)
      const { title, parts } = draftOf(template)
      return ok({
        inForce: template.version,
        texts: texts.map(presentLine),
        start: { title, parts: parts.map(presentPart) },
      })
    }),
  )

  serve(app, ownTextRoutes.draftConsentText, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const { id, ...words } = call.body
      const { account: by, name: byName } = call.actor
      const drafted = await draftText(tx, call.clinic, id, { ...words, at: call.at, by, byName })
      if (!drafted.ok) return refuse(drafted.problem)
      await audit(tx, call, { action: 'consent-text-drafted', subject: id })
      return ok(presentOwn(drafted.value))
    }),
  )

  serve(app, ownTextRoutes.readConsentText, async (call) => {
    const found = await call.db.onClinic(call.clinic, (queries) => findText(queries, call.clinic, call.params.text))
    return found ? ok(presentOwn(found)) : notThere()
  })

  serve(app, ownTextRoutes.changeConsentText, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const { account: by, name: byName } = call.actor
      const change = { ...call.body, at: call.at, by, byName }
      const changed = await changeDraft(tx, call.clinic, call.params.text, change)
      if (!changed.ok) return refuse(changed.problem)
      await audit(tx, call, { action: 'consent-text-changed', subject: changed.value.id })
      return ok(presentOwn(changed.value))
    }),
  )

  serve(app, ownTextRoutes.publishConsentText, async (call) =>
    call.db.inClinic(call.clinic, async (tx) => {
      const { revision } = call.body
      const published = await publishDraft(tx, call.clinic, call.params.text, { revision, at: call.at })
      if (!published.ok) return refuse(published.problem)
      const { id: subject, version: ruleVersion } = published.value
      await audit(tx, call, { action: 'consent-text-published', subject, ruleVersion })
      return ok(presentOwn(published.value))
    }),
  )
}

function presentLine({
  id,
  version,
  title,
  note,
  revision,
  changedAt,
  changedByName,
  publishedAt,
}: OwnText): OwnTextLine {
  return { id, version, title, note, revision, changedAt, changedByName, publishedAt }
}

function presentOwn(text: OwnText): OwnTextView {
  return { ...presentLine(text), parts: text.parts.map(presentPart) }
}

function presentPart({ id, title, when, sentences }: OwnPart): OwnTextView['parts'][number] {
  const each = sentences.map(({ figure, text, tells, when: only }) => ({ figure, text, tells, when: only }))
  return { id, title, when, sentences: each }
}

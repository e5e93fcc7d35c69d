/** One version of the clinic's consent text: edited while it is a draft, published once, read from then on. */
import { Link, useParams } from '@tanstack/react-router'
import { asId, type ConsentTextId, readingGrade } from '@unknot/care/kernel'
import { ownTextRoutes, type OwnTextView } from '@unknot/wire/consent'
import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import { Banner, Button, ProblemBanner, Skeleton, TextArea, TextField } from '../design/index.ts'
import { Answered, PageHead, problemOf, useRead, useWrite } from '../kernel/index.ts'
import { useMay } from '../people/index.ts'
import { type EditedPart, editedOf, partsOf } from './own-text.ts'
import { OWN_TEXT_WORDS as W } from './own-text.words.ts'
import './own-text.css'

export function OwnTextPage() {
  const { text } = useParams({ from: '/framed/clinic/consent-text/$text' })
  const read = useRead(ownTextRoutes.readConsentText, { params: { text: asId<ConsentTextId>(text) } })
  return (
    <>
      <Link className="btn bare back" to="/clinic/consent-text">
        <ChevronLeft className="i" aria-hidden="true" />
        {W.title}
      </Link>
      <Answered isWholePage read={read} skeleton={<Skeleton rows={10} rowHeight={48} />}>
        {(found) => <OwnText key={found.revision} text={found} />}
      </Answered>
    </>
  )
}

function OwnText({ text }: { readonly text: OwnTextView }) {
  const mayWrite = useMay('clinic-change') && text.publishedAt === null
  return (
    <>
      <PageHead title={text.version ?? W.draft} sub={text.version ? W.locked(text.version) : W.sub} />
      {mayWrite ? <Editor text={text} /> : <Reading text={text} />}
    </>
  )
}

function Reading({ text }: { readonly text: OwnTextView }) {
  return (
    <article className="card own-read">
      <h2>{text.title}</h2>
      {text.parts.map((part) => (
        <section key={part.id}>
          <h3>{part.title}</h3>
          <ul>
            {part.sentences.map((sentence) => (
              <li key={sentence.text}>
                {sentence.figure ? <b>{sentence.figure}: </b> : null}
                {sentence.text}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  )
}

/** Keyed by the revision, so that what somebody else saved meanwhile is never written over unseen. */
function Editor({ text }: { readonly text: OwnTextView }) {
  const [title, setTitle] = useState(text.title)
  const [note, setNote] = useState(text.note)
  const [parts, setParts] = useState(() => editedOf(text.parts))
  const changes = [ownTextRoutes.readConsentText, ownTextRoutes.listConsentTexts]
  const save = useWrite(ownTextRoutes.changeConsentText, changes)
  const publish = useWrite(ownTextRoutes.publishConsentText, changes)
  const words = { title, note, parts: partsOf(parts).map((part) => ({ ...part, sentences: [...part.sentences] })) }
  const stored = { title: text.title, note: text.note, parts: partsOf(editedOf(text.parts)) }
  const isChanged = JSON.stringify(words) !== JSON.stringify(stored)
  const params = { text: text.id }
  const change = (index: number, part: EditedPart) =>
    setParts(parts.map((other, place) => (place === index ? part : other)))
  const add = () => {
    const id = `own-${crypto.randomUUID().slice(0, 8)}`
    setParts([...parts, { id, title: W.ownPart, when: 'always', told: [], more: '', kept: [] }])
  }
  return (
    <div className="own-edit">
      <Banner>
        {W.placeholders} {W.sources}
      </Banner>
      <TextField label={W.textTitle} value={title} onValue={setTitle} maxLength={200} autoComplete="off" />
      <TextField label={W.note} isOptional value={note} onValue={setNote} maxLength={500} autoComplete="off" />
      {parts.map((part, index) => (
        <PartEditor key={part.id} part={part} onPart={(changed) => change(index, changed)} />
      ))}
      <Button onClick={add}>{W.addPart}</Button>
      <div className="own-acts">
        <ProblemBanner problem={save.error ? problemOf(save.error) : null} />
        <ProblemBanner problem={publish.error ? problemOf(publish.error) : null} />
        <Button
          onClick={() => save.mutate({ params, body: { revision: text.revision, ...words } })}
          unavailable={isChanged ? null : W.saved}
          busy={save.isPending && W.saving}
        >
          {W.save}
        </Button>
        <Button
          tone="pri"
          onClick={() => publish.mutate({ params, body: { revision: text.revision } })}
          unavailable={isChanged ? W.publishFirst : null}
          busy={publish.isPending && W.publishing}
        >
          {W.publish}
        </Button>
        <p className="hint">{W.publishHint}</p>
      </div>
    </div>
  )
}

function PartEditor({ part, onPart }: { readonly part: EditedPart; readonly onPart: (part: EditedPart) => void }) {
  const grade = readingGrade([...part.told.map(({ text }) => text), part.more].join('\n'))
  return (
    <fieldset className="card own-part">
      <legend className="vh">{W.partOf(part.title)}</legend>
      <TextField
        label={W.partTitle}
        value={part.title}
        onValue={(title) => onPart({ ...part, title })}
        maxLength={200}
        autoComplete="off"
      />
      {part.told.map((sentence, index) => (
        <TextArea
          key={sentence.tells}
          label={`${W.mustTell}: ${(sentence.tells ?? '').replaceAll('-', ' ')}${sentence.figure ? ` (${sentence.figure})` : ''}`}
          value={sentence.text}
          onValue={(text) =>
            onPart({ ...part, told: part.told.map((other, at) => (at === index ? { ...other, text } : other)) })
          }
          maxLength={1000}
          rows={2}
        />
      ))}
      <TextArea
        label={W.more}
        hint={W.moreHint}
        isOptional
        value={part.more}
        onValue={(more) => onPart({ ...part, more })}
        rows={Math.max(2, part.more.split('\n').length + 1)}
      />
      {grade === null ? null : <p className="hint">{W.grade(Math.max(0, grade).toFixed(1))}</p>}
    </fieldset>
  )
}

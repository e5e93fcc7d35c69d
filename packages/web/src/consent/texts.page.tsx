/** Which consent text is in force, and the clinic's own versions of it. */
import { Link, useNavigate } from '@tanstack/react-router'
import type { ConsentTextId } from '@unknot/care/kernel'
import { ownTextRoutes } from '@unknot/wire/consent'
import { ChevronLeft } from 'lucide-react'
import { Button, Card, ProblemBanner, Skeleton, Tag } from '../design/index.ts'
import { Answered, newId, PageHead, problemOf, useRead, useWrite, whenWords } from '../kernel/index.ts'
import { useMay, useMe } from '../people/index.ts'
import { OWN_TEXT_WORDS as W } from './own-text.words.ts'
import './own-text.css'

export function ConsentTextsPage() {
  const { timeZone } = useMe().clinic
  const mayWrite = useMay('clinic-change')
  const navigate = useNavigate()
  const read = useRead(ownTextRoutes.listConsentTexts, {})
  const write = useWrite(ownTextRoutes.draftConsentText, [ownTextRoutes.listConsentTexts])
  return (
    <>
      <Link className="btn bare back" to="/clinic">
        <ChevronLeft className="i" aria-hidden="true" />
        {W.clinic}
      </Link>
      <Answered isWholePage read={read} skeleton={<Skeleton rows={4} rowHeight={56} />}>
        {({ inForce, texts, start }) => (
          <>
            <PageHead title={W.title} sub={W.sub}>
              {mayWrite ? (
                <Button
                  tone="pri"
                  busy={write.isPending && W.saving}
                  onClick={() =>
                    write.mutate(
                      { body: { id: newId<ConsentTextId>(), ...start, note: '' } },
                      {
                        onSuccess: ({ id: text }) =>
                          void navigate({ to: '/clinic/consent-text/$text', params: { text } }),
                      },
                    )
                  }
                >
                  {W.begin}
                </Button>
              ) : null}
            </PageHead>
            <ProblemBanner problem={write.error ? problemOf(write.error) : null} />
            <div className="stack5">
              <Card title={W.inForce(inForce)}>
                <p className="q">{texts.some(({ version }) => version === inForce) ? W.own : W.standard}</p>
                {mayWrite ? null : <p className="hint">{W.ownerOnly}</p>}
              </Card>
              <Card title={W.versions}>
                {texts.length === 0 ? <p className="q">{W.none}</p> : null}
                <ul className="own-list">
                  {texts.map((text) => (
                    <li key={text.id}>
                      <span>
                        <b>{text.version ?? W.draft}</b> {text.title}{' '}
                        {text.version === inForce ? <Tag tone="good">{W.isInForce}</Tag> : null}
                        <small className="block q">
                          {text.publishedAt
                            ? W.published(whenWords(text.publishedAt, timeZone))
                            : W.changed(whenWords(text.changedAt, timeZone), text.changedByName)}
                          {text.note === '' ? '' : `. ${text.note}`}
                        </small>
                      </span>
                      <Link className="btn" to="/clinic/consent-text/$text" params={{ text: text.id }}>
                        {text.publishedAt || !mayWrite ? W.read : W.edit}
                      </Link>
                    </li>
                  ))}
                </ul>
              </Card>
            </div>
          </>
        )}
      </Answered>
    </>
  )
}

/** Services: what is offered, and how long hands are needed and needles rest. */
import type { Phase, ServiceId } from '@unknot/care/booking'
import { bookingRoutes, type ServiceView, type SupplyView } from '@unknot/wire/booking'
import { type FormEvent, useId, useState } from 'react'
import { Button, Card, Dialog, ProblemBanner, Tag, TextField } from '../design/index.ts'
import { fieldError, newId, problemOf, useWrite } from '../kernel/index.ts'
import { OFFER_WORDS as W } from './offer.words.ts'

type Props = { readonly supply: SupplyView; readonly mayChange: boolean }

export function OfferServices({ supply, mayChange }: Props) {
  const [open, setOpen] = useState<ServiceView | 'new' | null>(null)
  return (
    <Card title={W.services} action={mayChange ? <Button onClick={() => setOpen('new')}>{W.addService}</Button> : null}>
      {supply.services.length === 0 ? <p className="q">{W.noService}</p> : null}
      <ul className="lines">
        {supply.services.map((service) => (
          <li key={service.id}>
            <span className="grow">
              <span className="b">{service.name}</span>
              <span className="q sm block">{W.length(lengthOf(service.phases), restOf(service.phases))}</span>
            </span>
            <Tag tone={service.active ? 'good' : 'q'}>{service.active ? W.on : W.off}</Tag>
            {mayChange ? (
              <Button tone="bare" aria-label={W.changeService(service.name)} onClick={() => setOpen(service)}>
                {W.change}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {open === null ? null : <ServiceForm service={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

/** What a new service begins with. */
const USUAL = {
  bufferBeforeMin: 0,
  alignMin: 15,
  leadMin: 120,
  horizonDays: 90,
  cancelNoticeMin: 24 * 60,
  needsRoom: true,
  requires: [],
}

function ServiceForm({ service, onClose }: { readonly service: ServiceView | null; readonly onClose: () => void }) {
  const form = useId()
  const [id] = useState(() => service?.id ?? newId<ServiceId>())
  const [draft, setDraft] = useState(() => draftOf(service))
  const write = useWrite(bookingRoutes.putService, [bookingRoutes.readSupply, bookingRoutes.listSlots])
  const problem = write.error ? problemOf(write.error) : null
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (write.isPending) return
    const { name, buffer, isPublic, isActive } = draft
    const kept = service ?? USUAL
    const body = {
      ...kept,
      id,
      name,
      phases: phasesOf(draft),
      bufferAfterMin: Number(buffer),
      requires: [...kept.requires],
      public: isPublic,
      active: isActive,
    }
    write.mutate({ body }, { onSuccess: onClose })
  }
  const number = (label: string, hint: string | undefined, key: 'contact' | 'rest' | 'after' | 'buffer') => (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      type="number"
      min={0}
      max={240}
      inputMode="numeric"
      value={draft[key]}
      onValue={(value) => setDraft({ ...draft, [key]: value })}
    />
  )
  return (
    <Dialog
      title={service ? W.changeService(service.name) : W.addService}
      onClose={onClose}
      actions={
        <>
          <Button tone="bare" onClick={onClose}>
            {W.cancel}
          </Button>
          <Button type="submit" form={form} tone="pri" busy={write.isPending && W.saving}>
            {W.save}
          </Button>
        </>
      }
    >
      <form id={form} className="form" onSubmit={save} noValidate>
        {problem ? <ProblemBanner problem={problem} /> : null}
        <TextField
          label={W.name}
          isFirst
          value={draft.name}
          onValue={(name) => setDraft({ ...draft, name })}
          error={fieldError(problem, '/name')}
        />
        {number(W.contact, W.contactHint, 'contact')}
        {number(W.rest, W.restHint, 'rest')}
        {Number(draft.rest) > 0 ? number(W.after, W.afterHint, 'after') : null}
        {number(W.buffer, undefined, 'buffer')}
        <Tick label={W.public} isOn={draft.isPublic} onTick={(isPublic) => setDraft({ ...draft, isPublic })} />
        <Tick label={W.active} isOn={draft.isActive} onTick={(isActive) => setDraft({ ...draft, isActive })} />
      </form>
    </Dialog>
  )
}

type TickProps = { readonly label: string; readonly isOn: boolean; readonly onTick: (isOn: boolean) => void }

function Tick({ label, isOn, onTick }: TickProps) {
  return (
    <label className="found-line">
      <input type="checkbox" checked={isOn} onChange={(event) => onTick(event.target.checked)} />
      {label}
    </label>
  )
}

type Draft = ReturnType<typeof draftOf>

function draftOf(service: ServiceView | null) {
  const phases = service?.phases ?? [{ kind: 'contact' as const, lengthMin: 45 }]
  const rest = restOf(phases)
  const before = phases.findIndex(({ kind }) => kind === 'rest')
  const contact = lengthOf(before < 0 ? phases : phases.slice(0, before))
  return {
    name: service?.name ?? '',
    contact: String(contact),
    rest: String(rest),
    after: String(rest > 0 ? lengthOf(phases) - contact - rest : 10),
    buffer: String(service?.bufferAfterMin ?? 0),
    isPublic: service?.public ?? true,
    isActive: service?.active ?? true,
  }
}

function phasesOf({ contact, rest, after }: Draft): Phase[] {
  const first: Phase = { kind: 'contact', lengthMin: Number(contact) }
  if (Number(rest) <= 0) return [first]
  return [first, { kind: 'rest', lengthMin: Number(rest) }, { kind: 'contact', lengthMin: Number(after) }]
}

function lengthOf(phases: readonly Phase[]): number {
  return phases.reduce((sum, { lengthMin }) => sum + lengthMin, 0)
}

function restOf(phases: readonly Phase[]): number {
  return lengthOf(phases.filter(({ kind }) => kind === 'rest'))
}

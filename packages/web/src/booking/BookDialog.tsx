/** Booking in three steps: what and when, the slot is held, who comes. */
import type { BookingId, ServiceId } from '@unknot/care/booking'
import type { CalendarDay } from '@unknot/care/kernel'
import { bookingRoutes, type BookingView, type SupplyView } from '@unknot/wire/booking'
import { useState } from 'react'
import { Button, Dialog, ProblemBanner, SelectField } from '../design/index.ts'
import { newId, problemOf, useWrite } from '../kernel/index.ts'
import { BOOKING_WORDS as W } from './booking.words.ts'
import { HeldBooking } from './HeldBooking.tsx'
import { OverbookForm, type OverbookSlot } from './OverbookForm.tsx'
import { type ChosenSlot, SlotPicker } from './SlotPicker.tsx'

type Props = { readonly supply: SupplyView; readonly from: CalendarDay; readonly onClose: () => void }

export function BookDialog({ supply, from, onClose }: Props) {
  const services = supply.services.filter(({ active }) => active)
  const [service, setService] = useState<ServiceId | null>(services[0]?.id ?? null)
  const [held, setHeld] = useState<BookingView | null>(null)
  const hold = useWrite(bookingRoutes.holdSlot, [bookingRoutes.listBookings, bookingRoutes.listSlots])
  const problem = hold.error ? problemOf(hold.error) : null
  const take = (slot: ChosenSlot | OverbookSlot) => {
    if (service === null || hold.isPending) return
    hold.mutate({ body: { id: newId<BookingId>(), service, ...slot } }, { onSuccess: setHeld })
  }
  if (held) return <HeldBooking held={held} onClose={onClose} onOther={() => setHeld(null)} />
  return (
    <Dialog
      title={W.bookTitle}
      onClose={onClose}
      isWide
      actions={
        <Button tone="bare" onClick={onClose}>
          {W.close}
        </Button>
      }
    >
      <div className="form">
        {problem ? <ProblemBanner problem={problem} /> : null}
        <SelectField
          label={W.service}
          value={service ?? ''}
          onValue={(value) => setService(value as ServiceId)}
          data-first=""
        >
          {services.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectField>
        {service === null ? null : (
          <SlotPicker
            key={service}
            supply={supply}
            service={service}
            from={from}
            busy={hold.isPending && W.hold}
            onSlot={take}
          />
        )}
        <OverbookForm supply={supply} from={from} busy={hold.isPending} onOverbook={take} />
      </div>
    </Dialog>
  )
}

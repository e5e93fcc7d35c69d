/** What can be booked: the owner says it here, everybody may read it. */
import { bookingRoutes } from '@unknot/wire/booking'
import { Skeleton } from '../design/index.ts'
import { Answered, PageHead, useRead } from '../kernel/index.ts'
import { useMe } from '../people/index.ts'
import { OfferHours } from './OfferHours.tsx'
import { OfferClosures, OfferRooms } from './OfferPlaces.tsx'
import { OfferServices } from './OfferServices.tsx'
import { OFFER_WORDS as W } from './offer.words.ts'
import './booking.css'

export function OfferPage() {
  const mayChange = useMe().roles.includes('owner')
  const read = useRead(bookingRoutes.readSupply, {})
  return (
    <>
      <PageHead title={W.title} sub={mayChange ? W.sub : W.ownerOnly} />
      <Answered read={read} skeleton={<Skeleton rows={6} rowHeight={60} />}>
        {(supply) => (
          <div className="cards">
            <div className="stack5">
              <OfferServices supply={supply} mayChange={mayChange} />
              {mayChange ? <OfferHours supply={supply} /> : null}
            </div>
            <div className="stack5">
              <OfferRooms supply={supply} mayChange={mayChange} />
              <OfferClosures supply={supply} mayChange={mayChange} />
            </div>
          </div>
        )}
      </Answered>
    </>
  )
}

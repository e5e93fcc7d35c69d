import { bookingRoutes as bookings } from './booking.wire.ts'
import { supplyRoutes } from './supply.wire.ts'

export { bookingView, type BookingView, type SlotView } from './booking.wire.ts'
export { type ServiceView, supplyView, type SupplyView } from './supply.wire.ts'

export const bookingRoutes = { ...supplyRoutes, ...bookings } as const

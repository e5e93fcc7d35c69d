export { confirmBooking, holdSlot, setBookingState } from './booking.commands.ts'
export { bookingRoom } from './booking.routes.ts'
export { sendDueMessages } from './message.commands.ts'
export { findSupply, putClinician, putRoom, putService } from './supply.store.ts'

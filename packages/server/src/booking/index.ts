export { bookingRoom } from './booking.routes.ts'

export { bookingRoom } from './booking.routes.ts'
export { sendDueMessages } from './message.commands.ts'

import type { Room } from '../kernel/index.ts'
import { serveOwnAccount, servePasskeys, serveSignIn, serveStaff } from './account.routes.ts'
import type { FindClinicFacts } from './clinic-facts.ts'
import { servePasswordLinks } from './password-link.routes.ts'
import { servePatients } from './patient.routes.ts'

/** The room's routes. `findClinic` is the clinic room's, which comes later on the path and is handed in. */
export function peopleRoom(needs: { readonly findClinic: FindClinicFacts }): Room {
  return (app) => {
    serveSignIn(app, needs)
    servePasswordLinks(app, needs)
    serveOwnAccount(app, needs)
    servePasskeys(app)
    serveStaff(app)
    servePatients(app, needs)
  }
}

/** Every room of the server, in the order in which a patient walks through them, with what later rooms hand to earlier ones. */
import { atlasRoom } from '../atlas/index.ts'
import { bookingRoom } from '../booking/index.ts'
import { clinicRoom, type DemoSignIn, ensureDemo, findClinic, resetDemoPasswords } from '../clinic/index.ts'
import { consentRoom } from '../consent/index.ts'
import { educationRoom } from '../education/index.ts'
import { type App, type Room, StartRefusal } from '../kernel/index.ts'
import { outcomesRoom } from '../outcomes/index.ts'
import { peopleRoom } from '../people/index.ts'
import { letterRoom, screeningRoom, selfCheckRoom } from '../screening/index.ts'
import { sessionRoom, stopAtTable } from '../session/index.ts'
import { fillDemo } from './demo/fill-demo.ts'
import { pathwayRoom } from './pathway.routes.ts'

export const ROOMS: readonly Room[] = [
  peopleRoom({ findClinic }),
  clinicRoom({ fillDemo }),
  atlasRoom,
  educationRoom,
  screeningRoom,
  letterRoom,
  selfCheckRoom,
  bookingRoom,
  consentRoom({ onWithdrawn: stopAtTable }),
  sessionRoom,
  outcomesRoom,
  pathwayRoom,
]

/** The demo clinic, made when it isn't there, with a fresh sign-in for each role. Never beside a real clinic. */
export async function openDemoClinic({ db, now, newId }: App): Promise<readonly DemoSignIn[]> {
  const demo = await ensureDemo(db, { at: now(), newId, requestId: null, fromAddress: null }, fillDemo)
  if (!demo.ok) {
    throw new StartRefusal('A real clinic lives in this data folder. Give the demo a folder of its own: --data DIR.')
  }
  return resetDemoPasswords(db, demo.value)
}

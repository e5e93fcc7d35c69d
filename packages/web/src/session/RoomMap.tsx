/** The map of the room: the plate with the needles on it, and the chosen site with its nudge buttons. */
import type { Site } from '@unknot/care/atlas'
import type { Room } from './room-view.ts'

type Props = { readonly room: Room; readonly chosen: Site | null; readonly onChoose: (site: Site) => void }

export function RoomMap(_: Props) {
  return <section className="tr-map" aria-label="Body map" />
}

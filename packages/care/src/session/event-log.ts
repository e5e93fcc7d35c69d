/**
 * The events that a state has taken in, by id, so that a repeated event is known again and an undone one can be found.
 *
 * States share one growing list: each sees only as far as its own length, and a state that goes another way than its sibling
 * copies first. From outside it never changes, and adding an event costs the same however long the session is.
 */
import type { EventId } from '../kernel/index.ts'
import type { SessionEvent } from './event.ts'

export class EventLog {
  readonly length: number
  readonly #order: SessionEvent[]
  readonly #places: Map<EventId, number>

  private constructor(order: SessionEvent[], places: Map<EventId, number>) {
    this.length = order.length
    this.#order = order
    this.#places = places
  }

  static empty(): EventLog {
    return new EventLog([], new Map())
  }

  find(id: EventId): SessionEvent | undefined {
    const place = this.#places.get(id)
    return place !== undefined && place < this.length ? this.#order[place] : undefined
  }

  /** This log and one event more. */
  with(event: SessionEvent): EventLog {
    const isNewest = this.#order.length === this.length
    const order = isNewest ? this.#order : this.#order.slice(0, this.length)
    const places = isNewest ? this.#places : new Map(order.map((each, place) => [each.id, place]))
    places.set(event.id, order.length)
    order.push(event)
    return new EventLog(order, places)
  }

  /** In the order in which they were accepted. */
  events(): readonly SessionEvent[] {
    return this.#order.slice(0, this.length)
  }
}

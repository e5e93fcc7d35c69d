/**
 * The map by keyboard: arrows walk over muscles and levels, letters narrow them down to those whose name is typed, Enter
 * chooses, Shift with an arrow moves the chosen site. Nothing is placed by it.
 */
import {
  type Direction,
  findMuscles,
  homeAspect,
  neighbour,
  nudge,
  type PlateShown,
  type Site,
  sitesOf,
} from '@unknot/care/atlas'
import { type KeyboardEvent, useState } from 'react'
import { NUDGE_MM } from './SiteBar.tsx'

type Asked = {
  readonly shown: Required<PlateShown>
  readonly selected: Site | null
  readonly onChoose: (site: Site) => void
  readonly onMove: (site: Site) => void
}

export type MapKeys = {
  /** Where the keyboard is; null when it isn't on the map. */
  readonly cursor: Site | null
  /** What was typed. */
  readonly typed: string
  /** How many places its muscles have on what is shown. */
  readonly placeCount: number
  readonly leave: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export function useMapKeys({ shown, selected, onChoose, onMove }: Asked): MapKeys {
  const [cursor, setCursor] = useState<Site | null>(null)
  const [typed, setTyped] = useState('')
  const places = typed === '' ? [] : placesNamed(typed, shown)

  const leave = () => {
    setCursor(null)
    setTyped('')
  }
  const type = (text: string) => {
    setTyped(text)
    setCursor(text === '' ? null : (placesNamed(text, shown)[0] ?? null))
  }
  const walk = (direction: Direction) => {
    const from = cursor ?? selected
    if (places.length > 0) setCursor(placeBeside(places, from, direction))
    else setCursor((from === null ? sitesOf(shown)[0] : neighbour(from, direction, shown)) ?? null)
  }
  const move = (direction: Direction) => {
    // On another plate than the one that keeps the point, an arrow would move it somewhere else than it looks.
    if (selected === null || homeAspect(selected.muscle, selected.side) !== shown.view) return
    const moved = nudge(selected, STEPS[direction])
    if (moved.ok) onMove(moved.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const act = actOf(event)
    if (act === null) return
    event.preventDefault()
    act()
  }
  const actOf = (event: KeyboardEvent): (() => void) | null => {
    const direction = ARROWS[event.key]
    if (direction !== undefined) return event.shiftKey ? () => move(direction) : () => walk(direction)
    if (event.key === 'Enter' && cursor !== null) {
      return () => {
        leave()
        onChoose(cursor)
      }
    }
    if (event.key === 'Escape' && (cursor !== null || typed !== '')) return leave
    if (event.key === 'Backspace' && typed !== '') return () => type(typed.slice(0, -1))
    if (/^[\p{L}\d]$/u.test(event.key) || (event.key === ' ' && typed !== '')) return () => type(typed + event.key)
    return null
  }
  return { cursor, typed, placeCount: places.length, leave, onKeyDown }
}

/** The places on what is shown whose muscle's name is typed, best match first, each from the head down. */
function placesNamed(typed: string, shown: PlateShown): readonly Site[] {
  const all = sitesOf(shown)
  return findMuscles(typed).flatMap(({ muscle }) => all.filter((site) => site.muscle === muscle.id))
}

function placeBeside(places: readonly Site[], from: Site | null, direction: Direction): Site | null {
  const at = places.findIndex((place) => isSame(place, from))
  const step = direction === 'down' || direction === 'right' ? 1 : -1
  return places[(at + step + places.length) % places.length] ?? null
}

function isSame(place: Site, other: Site | null): boolean {
  return place.muscle === other?.muscle && place.side === other.side && place.level === other.level
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

const STEPS: Readonly<Record<Direction, { readonly x: number; readonly y: number }>> = {
  up: { x: 0, y: -NUDGE_MM },
  down: { x: 0, y: NUDGE_MM },
  left: { x: -NUDGE_MM, y: 0 },
  right: { x: NUDGE_MM, y: 0 },
}

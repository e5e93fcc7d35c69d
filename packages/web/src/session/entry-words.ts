/** One entry in words that stand by themselves: for lists away from the room, where no ledger is beside them. */
import { siteName } from '@unknot/care/atlas'
import type { NeedleId } from '@unknot/care/kernel'
import type { SessionEvent } from '@unknot/care/session'
import { FACT_WORDS, POSITION_WORDS, REACTION_WORDS } from './session.words.ts'

/** @param around the session's other entries, in which a needle's site is looked up */
export function entryWords(event: SessionEvent, around: readonly SessionEvent[]): string {
  const what = capital(FACT_WORDS[event.kind])
  switch (event.kind) {
    case 'session-opened':
      return event.reason === '' ? what : `${what}: ${event.reason}`
    case 'needle-inserted':
      return `${what}: ${siteName(event.site)}`
    case 'needle-removed':
    case 'needle-detailed':
    case 'needle-accounted':
      return `${what}: ${siteOf(event.needle, around)}`
    case 'finding-noted':
    case 'addendum-added':
      return `${what}: ${event.text}`
    case 'pain-scored':
      return `${what} ${event.when}: ${event.pain0to10 === 'not-asked' ? 'not asked' : event.pain0to10}`
    case 'position-changed':
      return `${what}: ${POSITION_WORDS[event.position].toLowerCase()}`
    case 'reaction-recorded':
      return `${what}: ${REACTION_WORDS[event.reaction].toLowerCase()}`
    default:
      return what
  }
}

function siteOf(needle: NeedleId, around: readonly SessionEvent[]): string {
  for (const each of around) if (each.kind === 'needle-inserted' && each.needle === needle) return siteName(each.site)
  return 'a needle that is not on this device'
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

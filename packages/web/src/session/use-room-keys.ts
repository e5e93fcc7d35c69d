/**
 * The treatment room's keys: letters type into the command line, Control Z undoes, Control Backspace goes to the oldest
 * needle's *Take out*, Control Shift O calls all out, Escape leaves a chosen site and never a session.
 */
import { type RefObject, useEffect, useRef } from 'react'

type Keys = {
  readonly command: RefObject<HTMLInputElement | null>
  readonly onUndo: () => void
  readonly onOldest: () => void
  readonly onAllOut: () => void
  readonly onLeaveSite: () => void
}

export function useRoomKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => onKey(event, latest.current)
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function onKey(event: KeyboardEvent, keys: Keys): void {
  if (event.defaultPrevented || event.isComposing) return
  const withControl = event.ctrlKey || event.metaKey
  const field = fieldOf(event.target)
  if (withControl && event.shiftKey && event.key.toLowerCase() === 'o') {
    event.preventDefault()
    keys.onAllOut()
  } else if (withControl && event.key === 'Backspace') {
    // In a field with text it deletes a word, as everywhere else.
    if (field && field.value !== '') return
    event.preventDefault()
    keys.onOldest()
  } else if (withControl && !event.shiftKey && event.key.toLowerCase() === 'z') {
    if (field && field.value !== '') return
    event.preventDefault()
    keys.onUndo()
  } else if (event.key === 'Escape') {
    keys.onLeaveSite()
  } else if (!withControl && !event.altKey && field === null && /^\p{L}$/u.test(event.key)) {
    keys.command.current?.focus()
  }
}

/** The text field that has the focus, if one has. */
function fieldOf(target: EventTarget | null): HTMLInputElement | HTMLTextAreaElement | null {
  if (target instanceof HTMLTextAreaElement) return target
  const isText = target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return isText ? target : null
}

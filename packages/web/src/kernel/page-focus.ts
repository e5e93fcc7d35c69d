/**
 * After a change of page the focus goes to the new page's heading, so that a screen reader reads where one is and the next Tab
 * starts there. Not on the first load: the browser's own start is right then.
 */
let isWanted = false

/** Called by the router when another page was asked for. */
export function wantHeadingFocus(): void {
  isWanted = true
}

/** Called by a page's heading when it appears. */
export function focusHeading(heading: HTMLElement | null): void {
  if (!heading || !isWanted) return
  isWanted = false
  heading.focus({ preventScroll: true })
}

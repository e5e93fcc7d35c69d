/** The knot that comes undone. */
export function Logo() {
  return (
    <span className="logo">
      <svg viewBox="0 0 26 26" aria-hidden="true">
        <path d="M3 13c4-9 8-9 10 0s6 9 10 0" />
        <path d="M3 13c3 5 6 6 8 3M23 13c-3-5-6-6-8-3" />
      </svg>
      <span>Unknot</span>
    </span>
  )
}

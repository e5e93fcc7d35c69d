/** Buttons for a closer look: what wheel and pinch do, without either. */
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { MOST_TIMES } from './magnify.ts'
import type { Magnifier } from './use-magnifier.ts'

export function Closer({ magnifier }: { readonly magnifier: Magnifier }) {
  const { times } = magnifier
  const buttons = [
    { words: 'Closer', Icon: ZoomIn, act: magnifier.nearer, isIdle: times >= MOST_TIMES },
    { words: 'Further', Icon: ZoomOut, act: magnifier.further, isIdle: times <= 1 },
    { words: 'All of it', Icon: Maximize, act: magnifier.whole, isIdle: times <= 1 },
  ]
  return (
    <div className="bm-closer">
      {buttons.map(({ words, Icon, act, isIdle }) => (
        <button
          key={words}
          type="button"
          className="btn bare"
          aria-label={words}
          aria-disabled={isIdle || undefined}
          onClick={(event) => {
            event.stopPropagation()
            if (!isIdle) act()
          }}
        >
          <Icon className="i" aria-hidden="true" />
        </button>
      ))}
    </div>
  )
}

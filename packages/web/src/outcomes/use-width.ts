/** The width of an element in CSS pixels, kept up to date. */
import { useCallback, useState } from 'react'

export function useWidth(start: number): readonly [width: number, ref: (element: HTMLElement | null) => void] {
  const [width, setWidth] = useState(start)
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [width, ref]
}

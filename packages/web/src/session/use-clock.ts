/** The time of day, once a second: enough for a ring, and nothing on the screen moves in between. */
import { useEffect, useState } from 'react'

export function useClock(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isRunning])
  return now
}

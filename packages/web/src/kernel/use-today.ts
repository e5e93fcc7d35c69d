/** The clinic's calendar day, as of when the page was opened. */
import { type CalendarDay, instantOf } from '@unknot/care/kernel'
import { useState } from 'react'
import { dayAt } from './times.ts'

export function useToday(timeZone: string): CalendarDay {
  const [openedAt] = useState(() => instantOf(Date.now()))
  return dayAt(openedAt, timeZone)
}

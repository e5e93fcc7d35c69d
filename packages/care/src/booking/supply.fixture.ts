/** Builders for tests: only what a test names differs from an ordinary practice. */
import { type AccountId, asId, type CalendarDay, type LocationId } from '../kernel/index.ts'
import { must } from '../kernel/index.ts'
import { parseRecurrence, type Recurrence } from './recurrence.ts'
import type { BookableClinician, Hours, Room, RoomId, Service, ServiceId, Supply } from './supply.ts'

function idNo<Id extends string>(no: number): Id {
  return asId<Id>(`00000000-0000-4000-8000-${String(no).padStart(12, '0')}`)
}

export function recurring(text: string): Recurrence {
  const read = parseRecurrence(text)
  return must(read.ok ? read.value : null, `a recurrence: ${text}`)
}

export const ROSA = idNo<AccountId>(1)
export const TEO = idNo<AccountId>(2)
export const MAIN = idNo<LocationId>(11)
export const ROOM_1 = idNo<RoomId>(21)
export const ROOM_2 = idNo<RoomId>(22)

export function serviceWith(some: Partial<Service> = {}): Service {
  return {
    id: idNo<ServiceId>(31),
    name: 'Needling session',
    phases: [{ kind: 'contact', lengthMin: 30 }],
    bufferBeforeMin: 0,
    bufferAfterMin: 0,
    alignMin: 15,
    leadMin: 0,
    horizonDays: 90,
    cancelNoticeMin: 24 * 60,
    needsRoom: true,
    requires: [],
    ...some,
  }
}

export function clinicianWith(some: Partial<BookableClinician> = {}): BookableClinician {
  return { id: ROSA, trainedIn: [], patientsAtOnceMax: 1, bookingsADayMax: null, ...some }
}

export function hoursWith(some: Partial<Hours> = {}): Hours {
  return {
    clinician: ROSA,
    location: MAIN,
    recurrence: recurring('FREQ=DAILY'),
    firstOn: '2020-01-01' as CalendarDay,
    fromMin: 9 * 60,
    toMin: 17 * 60,
    ...some,
  }
}

export function supplyWith(some: Partial<Supply> & { readonly zone?: string } = {}): Supply {
  const { zone = 'Europe/Dublin', ...rest } = some
  const rooms: Room[] = [{ id: ROOM_1, location: MAIN }]
  return {
    locations: [{ id: MAIN, zone }],
    rooms,
    clinicians: [clinicianWith()],
    hours: [hoursWith()],
    otherHours: [],
    closures: [],
    ...rest,
  }
}

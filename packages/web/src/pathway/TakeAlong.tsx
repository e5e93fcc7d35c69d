/** Behind every page of somebody who treats: the expected patients come along. Shows nothing. */
import { useMe } from '../people/index.ts'
import { useTakeAlong } from './use-take-along.ts'

export function TakeAlong() {
  useTakeAlong(useMe().roles.includes('clinician'))
  return null
}

/** What is ticked on the consent page. Nothing is ticked until somebody ticks it, or a plan's sites ask for it. */
import { REGIONS, type Region } from '@unknot/care/atlas'
import type { ConsentExtra } from '@unknot/care/consent'
import type { PatientId } from '@unknot/care/kernel'
import { consentRoutes } from '@unknot/wire/consent'
import { useRead } from '../kernel/index.ts'

export type ConsentChoice = {
  readonly regions: readonly Region[]
  readonly electrical: boolean
  /** Of the student and the pictures. Pregnancy comes from screening. */
  readonly extras: readonly ConsentExtra[]
}

/** As the address of the page names it, such as `?regions=lumbar,thoracic&electrical=yes`; anything else is left out. */
export function choiceFrom({
  regions = '',
  electrical = '',
}: {
  regions?: string
  electrical?: string
}): ConsentChoice {
  const named = regions.split(',')
  return { regions: REGIONS.filter((region) => named.includes(region)), electrical: electrical === 'yes', extras: [] }
}

export function withRegion(choice: ConsentChoice, region: Region, isChosen: boolean): ConsentChoice {
  const has = (other: Region) => (other === region ? isChosen : choice.regions.includes(other))
  return { ...choice, regions: REGIONS.filter(has) }
}

export function withExtra(choice: ConsentChoice, extra: ConsentExtra, isChosen: boolean): ConsentChoice {
  const others = choice.extras.filter((other) => other !== extra)
  return { ...choice, extras: isChosen ? [...others, extra] : others }
}

/** The words in force for what is ticked; those of before stay on screen while the new ones come. */
export function useConsentText(patient: PatientId, choice: ConsentChoice) {
  const query = {
    regions: choice.regions.join(','),
    electrical: choice.electrical ? ('yes' as const) : ('no' as const),
    ...(choice.extras.length > 0 ? { extras: choice.extras.toSorted().join(',') } : {}),
    patient,
  }
  return useRead(consentRoutes.consentText, { query }, { isOn: choice.regions.length > 0, keepsLast: true })
}

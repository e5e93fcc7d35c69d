/** What is ticked on the consent page. Nothing is ticked until somebody ticks it. */
import { REGIONS, type Region } from '@unknot/care/atlas'
import { consentRoutes } from '@unknot/wire/consent'
import { useRead } from '../kernel/index.ts'

export type ConsentChoice = { readonly regions: readonly Region[]; readonly electrical: boolean }
export const EMPTY_CHOICE: ConsentChoice = { regions: [], electrical: false }

export function withRegion(choice: ConsentChoice, region: Region, isChosen: boolean): ConsentChoice {
  const has = (other: Region) => (other === region ? isChosen : choice.regions.includes(other))
  return { ...choice, regions: REGIONS.filter(has) }
}

/** The words in force for what is ticked; those of before stay on screen while the new ones come. */
export function useConsentText(choice: ConsentChoice) {
  const query = {
    regions: choice.regions.join(','),
    electrical: choice.electrical ? ('yes' as const) : ('no' as const),
  }
  return useRead(consentRoutes.consentText, { query }, { isOn: choice.regions.length > 0, keepsLast: true })
}

/** Answers that were begun on this device, kept until they are sent: a tablet that is put down loses nothing. */
export type MeasureDraft = {
  readonly answers: Readonly<Record<string, number>>
  readonly activities: readonly string[]
  readonly at: number
}

export const EMPTY_DRAFT: MeasureDraft = { answers: {}, activities: [], at: 0 }

const keyOf = (patient: string, measure: string) => `unknot-measure ${patient} ${measure}`

export function keptMeasure(patient: string, measure: string): MeasureDraft | null {
  const kept = sessionStorage.getItem(keyOf(patient, measure))
  return kept === null ? null : (JSON.parse(kept) as MeasureDraft)
}

export function keepMeasure(patient: string, measure: string, draft: MeasureDraft): void {
  sessionStorage.setItem(keyOf(patient, measure), JSON.stringify(draft))
}

export function forgetMeasure(patient: string, measure: string): void {
  sessionStorage.removeItem(keyOf(patient, measure))
}

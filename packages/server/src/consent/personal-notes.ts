/** What a screening says to this patient about needles, in its own words for the patient: the part *For you* of the text. */
import type { ConsentExtra, PersonalNote } from '@unknot/care/consent'
import type { StoredScreening } from '../screening/index.ts'

/** Findings that change the needling, each sentence once. What is only information stays in the screening. */
export function personalNotes({ result }: Pick<StoredScreening, 'result'>): readonly PersonalNote[] {
  const notes = new Map<string, PersonalNote>()
  for (const { disposition, reasonForPatient, sources, unreviewed } of result.findings) {
    if (disposition === 'proceed' || notes.has(reasonForPatient)) continue
    notes.set(reasonForPatient, { text: reasonForPatient, sources, unreviewed })
  }
  return [...notes.values()]
}

/** What the screening makes part of the text without asking: who is or may be pregnant reads what follows from it. */
export function extrasFrom({ result }: Pick<StoredScreening, 'result'>): readonly ConsentExtra[] {
  const asksPregnancy = result.findings.some(({ questions }) => questions.some((question) => /pregnan/.test(question)))
  return asksPregnancy ? ['pregnancy'] : []
}

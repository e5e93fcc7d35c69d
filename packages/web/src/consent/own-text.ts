/** The clinic's own text while it is edited: what must be told stands line by line, the rest of a part as lines of one field. */
import type { OwnDraft, OwnPart } from '@unknot/care/consent'

type Sentence = OwnPart['sentences'][number]

export type EditedPart = Omit<OwnPart, 'sentences'> & {
  /** What every consent must tell, each in a field of its own. */
  readonly told: readonly Sentence[]
  /** Everything else, a sentence a line; a rate stands before a bar: `About 8 in 100 | a bruise.` */
  readonly more: string
  /** Sentences that are there only when the rules of a place ask for them. They keep their words. */
  readonly kept: readonly Sentence[]
}

export function editedOf(parts: readonly OwnPart[]): readonly EditedPart[] {
  return parts.map(({ sentences, ...part }) => ({
    ...part,
    told: sentences.filter(({ tells }) => tells !== null),
    more: sentences.filter(isFree).map(lineOf).join('\n'),
    kept: sentences.filter((sentence) => sentence.tells === null && sentence.when !== 'always'),
  }))
}

const isFree = ({ tells, when }: Sentence) => tells === null && when === 'always'
const lineOf = ({ figure, text }: Sentence) => (figure === null ? text : `${figure} | ${text}`)

/** Empty lines say nothing and are left out; so is what must be told while it is empty, which publishing then names. */
export function partsOf(edited: readonly EditedPart[]): OwnDraft['parts'] {
  return edited.map(({ told, more, kept, ...part }) => ({
    ...part,
    sentences: [
      ...told.filter(({ text }) => text.trim() !== ''),
      ...more
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map(sentenceOf),
      ...kept,
    ],
  }))
}

function sentenceOf(line: string): Sentence {
  const at = line.indexOf(' | ')
  const [figure, text] = at < 0 ? [null, line] : [line.slice(0, at).trim(), line.slice(at + 3).trim()]
  return { figure, text, tells: null, when: 'always' }
}

/** Words that contradict a tick: shown where both stand, and settled there in words. */
import type { Contradiction as Found } from '@unknot/care/screening'
import { TriangleAlert } from 'lucide-react'
import { TextArea } from '../design/index.ts'
import { CONTRADICTION_WORDS as W } from './screening.words.ts'

type Props = {
  readonly found: Pick<Found, 'countsAs' | 'isAgainstNo' | 'mentions'>
  readonly settled: string
  readonly onSettled: (words: string) => void
}

export function Contradiction({ found, settled, onSettled }: Props) {
  const names = [...new Set(found.mentions.map(({ written, medicine }) => W.name(written, medicine)))]
  return (
    <div className="contradiction">
      <p>
        <TriangleAlert className="i" aria-hidden="true" /> <b>{W.says(names, found.countsAs)}</b>{' '}
        {found.isAgainstNo ? W.againstNo : W.unticked} {found.countsAs === 'yes' ? W.countsAsYes : W.countsAsUnknown}
      </p>
      {found.isAgainstNo ? (
        <TextArea label={W.settle} rows={2} maxLength={1000} value={settled} onValue={onSettled} />
      ) : null}
    </div>
  )
}

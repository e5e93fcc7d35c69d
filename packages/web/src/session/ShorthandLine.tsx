/** Joins the command line with care's shorthand: what is read, what it would place, and why it can't. */
import { type NeedleDetail, readShorthand, type SessionFact, suggestShorthand } from '@unknot/care/session'
import { type RefObject, useState } from 'react'
import { CommandLine, type Echo } from './CommandLine.tsx'
import type { Room } from './room-view.ts'
import { countWords, sizeWords, TECHNIQUE_WORDS } from './session.words.ts'

type Props = {
  readonly room: Room
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly act: (...facts: SessionFact[]) => Promise<boolean>
  /** Enter on an empty line: places the site that is chosen on the map. */
  readonly onEmptyEnter: () => void
}

export function ShorthandLine({ room, inputRef, act, onEmptyEnter }: Props) {
  const [line, setLine] = useState('')
  const isEmpty = line.trim() === ''
  const reading = readShorthand(line, room.carriedOver)
  const facts = reading.needles.map(({ site, detail }) => room.insert(site, detail, room.planFor(site)))
  const why = isEmpty ? null : (reading.problems[0]?.words ?? room.whyNotAll(facts))

  async function submit(): Promise<void> {
    if (isEmpty) onEmptyEnter()
    else if (why === null && (await act(...facts))) setLine('')
  }

  return (
    <CommandLine
      value={line}
      onChange={setLine}
      echo={isEmpty ? [] : echoOf()}
      why={why}
      suggestions={isEmpty ? [] : suggestShorthand(line, line.length)}
      action={facts.length > 1 ? `Place ${countWords(facts.length, 'needle')}` : `Place needle ${room.nextNumber}`}
      onSubmit={() => void submit()}
      inputRef={inputRef}
    />
  )

  function echoOf(): readonly Echo[] {
    const read = reading.tokens
      .filter((token) => token.meaning !== 'separator')
      .map(
        (token): Echo => ({
          text: token.text,
          words: token.words,
          tone: token.meaning === 'not-understood' ? 'bad' : 'read',
        }),
      )
    const next: Echo = { text: 'next', words: nextWords(room.nextNumber, facts.length), tone: 'next' }
    return [
      next,
      ...read,
      ...keptOf(
        reading.needles[0]?.detail,
        reading.tokens.map((token) => token.meaning),
      ),
    ]
  }
}

function nextWords(from: number, count: number): string {
  return count > 1 ? `${from} to ${from + count - 1}` : String(from)
}

/** Settings that the line doesn't say and the last needle's carry over. */
function keptOf(detail: NeedleDetail | undefined, said: readonly string[]): readonly Echo[] {
  if (!detail) return []
  const kept: string[] = []
  if (!said.includes('size') && (detail.gaugeMm !== null || detail.lengthMm !== null)) kept.push(sizeWords(detail))
  if (!said.includes('technique') && detail.technique !== 'unknown') kept.push(TECHNIQUE_WORDS[detail.technique])
  return kept.map((words) => ({ text: 'kept', words, tone: 'kept' }))
}

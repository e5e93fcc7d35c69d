/** Reads the text aloud where the browser has a voice, part by part, until it is stopped or the page is left. */
import type { ConsentTextView } from '@unknot/wire/consent'
import { CircleStop, Volume2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { CONSENT_WORDS as W } from './consent.words.ts'

type Props = { readonly text: Pick<ConsentTextView, 'title' | 'parts' | 'language' | 'hash'> }

/** Keyed by the hash of its text, so that other words than those on the screen are never read on. */
export function ReadAloud({ text }: Props) {
  const [isReading, setReading] = useState(false)
  const canSpeak = 'speechSynthesis' in window

  useEffect(() => {
    return () => {
      if (canSpeak) window.speechSynthesis.cancel()
    }
  }, [canSpeak])

  if (!canSpeak) return null
  const read = () => {
    window.speechSynthesis.cancel()
    const pieces = [text.title, ...text.parts.map((part) => `${part.title}. ${spoken(part.sentences)}`)]
    for (const [index, piece] of pieces.entries()) {
      const words = new SpeechSynthesisUtterance(piece)
      words.lang = text.language
      words.rate = 0.9
      words.addEventListener('error', () => setReading(false))
      if (index === pieces.length - 1) words.addEventListener('end', () => setReading(false))
      window.speechSynthesis.speak(words)
    }
    setReading(true)
  }
  const stop = () => {
    window.speechSynthesis.cancel()
    setReading(false)
  }
  return (
    <button type="button" className="btn" aria-pressed={isReading} onClick={isReading ? stop : read}>
      {isReading ? <CircleStop className="i" aria-hidden="true" /> : <Volume2 className="i" aria-hidden="true" />}
      {isReading ? W.stopReading : W.readAloud}
    </button>
  )
}

function spoken(sentences: ConsentTextView['parts'][number]['sentences']): string {
  return sentences.map(({ figure, text }) => (figure ? `${figure}: ${text}` : text)).join(' ')
}

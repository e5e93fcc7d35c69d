/** The words of a letter, all of them editable. */
import { checkLetter, LETTERS, type LetterWords, URGENCIES } from '@unknot/care/screening'
import { Segment, TextArea, TextField } from '../design/index.ts'
import { HOW_SOON_WORDS, LETTER_WORDS as W, RECIPIENT_WORDS } from './letter.words.ts'

type Props = { readonly words: LetterWords; readonly onWords: (words: LetterWords) => void }

export function LetterForm({ words, onWords }: Props) {
  const change = (part: Partial<LetterWords>) => onWords({ ...words, ...part })
  return (
    <div className="stack5">
      <div className="letter-two">
        <Segment
          label={W.to}
          value={words.recipient}
          options={LETTERS.map((value) => ({ value, words: RECIPIENT_WORDS[value] }))}
          onValue={(recipient) => change({ recipient })}
        />
        <Segment
          label={W.howSoon}
          value={words.urgency}
          options={URGENCIES.toReversed().map((value) => ({ value, words: HOW_SOON_WORDS[value] }))}
          onValue={(urgency) => change({ urgency })}
        />
      </div>
      <div className="letter-two">
        <TextField
          label={W.name}
          isOptional={words.recipient === 'emergency-department'}
          value={words.recipientName}
          onValue={(recipientName) => change({ recipientName })}
          maxLength={200}
          autoComplete="off"
        />
        <TextArea
          label={W.address}
          isOptional
          value={words.recipientAddress}
          onValue={(recipientAddress) => change({ recipientAddress })}
          maxLength={500}
          rows={2}
        />
      </div>
      <TextField
        label={W.subject}
        value={words.subject}
        onValue={(subject) => change({ subject })}
        maxLength={300}
        autoComplete="off"
      />
      <TextArea label={W.body} value={words.body} onValue={(body) => change({ body })} maxLength={10_000} rows={18} />
    </div>
  )
}

/** Why it can't be kept so, by care's own rule. */
export function whyNotKept(words: LetterWords): string | null {
  const problem = checkLetter(words)
  return problem && W.problems[problem.code]
}

/** What is sent of a letter: its words and nothing else of it. */
export function wordsOf({
  recipient,
  recipientName,
  recipientAddress,
  urgency,
  subject,
  body,
}: LetterWords): LetterWords {
  return { recipient, recipientName, recipientAddress, urgency, subject, body }
}

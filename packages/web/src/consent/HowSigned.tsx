/** The signature itself: drawn, typed, or said before a witness. */
import { Segment, TextArea, TextField } from '../design/index.ts'
import { CONSENT_WORDS as W } from './consent.words.ts'
import { SignaturePad } from './SignaturePad.tsx'
import type { Signing } from './signing.ts'

type Props = {
  readonly signing: Signing
  readonly onSigning: (signing: Signing) => void
  readonly signer: string
  /** The law asks for writing. */
  readonly mustBeWritten: boolean
}

export function HowSigned({ signing, onSigning, signer, mustBeWritten }: Props) {
  const change = (part: Partial<Signing>) => onSigning({ ...signing, ...part })
  return (
    <>
      <Segment
        label={W.how}
        value={signing.how}
        options={[
          { value: 'draw', words: W.draw },
          { value: 'type', words: W.type },
          { value: 'say', words: W.say, ...(mustBeWritten ? { unavailable: W.writingNeeded } : {}) },
        ]}
        onValue={(how) => change({ how })}
      />
      {mustBeWritten ? <p className="hint">{W.writingNeeded}</p> : null}
      {signing.how === 'draw' ? (
        <SignaturePad drawing={signing.drawing} onDrawing={(drawing) => change({ drawing })} caption={signer} />
      ) : null}
      {signing.how === 'type' ? (
        <TextField
          label={W.typed}
          hint={W.typedHint}
          value={signing.typed}
          onValue={(typed) => change({ typed })}
          maxLength={200}
          autoComplete="off"
        />
      ) : null}
      {signing.how === 'say' ? (
        <>
          <TextArea
            label={W.spokenWords}
            hint={W.spokenHint}
            value={signing.words}
            onValue={(words) => change({ words })}
            maxLength={1000}
          />
          <TextField
            label={W.witness}
            value={signing.witness}
            onValue={(witness) => change({ witness })}
            maxLength={200}
            autoComplete="off"
          />
        </>
      ) : null}
    </>
  )
}

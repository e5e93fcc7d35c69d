/** Who signs: the patient, or somebody who may and with whom the patient agrees; and who interprets. */
import { Banner, Choice, Segment, TextField } from '../design/index.ts'
import { CONSENT_WORDS as W } from './consent.words.ts'
import { nobody, type Signing } from './signing.ts'

type Props = {
  readonly signing: Signing
  readonly onSigning: (signing: Signing) => void
  readonly patientName: string
  /** Set for a patient who is too young to sign alone. */
  readonly underAge: number | null
}

export function WhoSigns({ signing, onSigning, patientName, underAge }: Props) {
  const { other, interpreter } = signing
  const change = (part: Partial<Signing>) => onSigning({ ...signing, ...part })
  return (
    <div className="who-signs">
      <div className="who-ticks">
        {underAge === null ? (
          <Choice
            type="checkbox"
            isChosen={other !== null}
            onChosen={(isOther) => change({ other: isOther ? nobody(false) : null })}
            words={W.other}
            hint={W.otherHint}
          />
        ) : (
          <Banner>{W.otherNeeded(underAge)}</Banner>
        )}
        <Choice
          type="checkbox"
          isChosen={interpreter !== null}
          onChosen={(isOn) => change({ interpreter: isOn ? { name: '', language: '' } : null })}
          words={W.interpreter}
        />
      </div>
      {other ? (
        <div className="who-other">
          <div className="form-two">
            <TextField
              label={W.otherName}
              value={other.name}
              onValue={(name) => change({ other: { ...other, name } })}
              maxLength={200}
              autoComplete="off"
            />
            <TextField
              label={W.otherRelation}
              value={other.relation}
              onValue={(relation) => change({ other: { ...other, relation } })}
              maxLength={100}
              autoComplete="off"
            />
          </div>
          {other.because === 'lacks-capacity' ? (
            <TextField
              label={W.authority}
              hint={W.authorityHint}
              value={other.authority}
              onValue={(authority) => change({ other: { ...other, authority } })}
              maxLength={500}
              autoComplete="off"
            />
          ) : null}
          <Segment
            label={W.assent(patientName)}
            value={other.assent === 'not-asked' ? null : other.assent}
            options={[
              { value: 'yes', words: W.assentYes },
              { value: 'no', words: W.assentNo },
            ]}
            onValue={(assent) => change({ other: { ...other, assent } })}
          />
        </div>
      ) : null}
      {interpreter ? (
        <div className="form-two">
          <TextField
            label={W.interpreterName}
            value={interpreter.name}
            onValue={(name) => change({ interpreter: { ...interpreter, name } })}
            maxLength={200}
            autoComplete="off"
          />
          <TextField
            label={W.interpreterLanguage}
            value={interpreter.language}
            onValue={(language) => change({ interpreter: { ...interpreter, language } })}
            maxLength={60}
            autoComplete="off"
          />
        </div>
      ) : null}
    </div>
  )
}

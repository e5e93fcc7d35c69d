/** What is agreed to, each by itself: the regions, the current, a student, pictures. */
import { REGIONS } from '@unknot/care/atlas'
import { Choice } from '../design/index.ts'
import { REGION_WORDS } from '../screening/index.ts'
import { CONSENT_WORDS as W } from './consent.words.ts'
import { type ConsentChoice, withExtra, withRegion } from './consent-choice.ts'

type Props = { readonly choice: ConsentChoice; readonly onChoice: (choice: ConsentChoice) => void }

export function AgreeTo({ choice, onChoice }: Props) {
  return (
    <fieldset className="sign-group">
      <legend className="lbl">{W.agreeTo}</legend>
      <div className="regs">
        {REGIONS.map((region) => (
          <Choice
            key={region}
            type="checkbox"
            isChosen={choice.regions.includes(region)}
            onChosen={(isChosen) => onChoice(withRegion(choice, region, isChosen))}
            words={REGION_WORDS[region]}
          />
        ))}
      </div>
      <Choice
        type="checkbox"
        isChosen={choice.electrical}
        onChosen={(electrical) => onChoice({ ...choice, electrical })}
        words={W.electrical}
        hint={W.electricalHint}
      />
      <div className="regs">
        {(['student', 'photographs'] as const).map((extra) => (
          <Choice
            key={extra}
            type="checkbox"
            isChosen={choice.extras.includes(extra)}
            onChosen={(isChosen) => onChoice(withExtra(choice, extra, isChosen))}
            words={W.extras[extra]}
          />
        ))}
      </div>
    </fieldset>
  )
}

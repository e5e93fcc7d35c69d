/** The text of a consent, part by part; what no source supports yet is marked. Rates stand in a column of their own. */
import type { ConsentTextView } from '@unknot/wire/consent'
import {
  Activity,
  Baby,
  CalendarClock,
  Camera,
  CircleDot,
  FileText,
  Footprints,
  GraduationCap,
  HandHelping,
  type LucideIcon,
  SquareCheck,
  TriangleAlert,
  UserRound,
  Zap,
} from 'lucide-react'
import { SourcesOf, Unreviewed } from '../design/index.ts'
import { CONSENT_WORDS as W } from './consent.words.ts'

type Part = ConsentTextView['parts'][number]

const ICONS: Readonly<Record<string, LucideIcon>> = {
  agreement: SquareCheck,
  'for-you': UserRound,
  'what-happens': CircleDot,
  'what-you-may-gain': Activity,
  electrical: Zap,
  pregnancy: Baby,
  student: GraduationCap,
  photographs: Camera,
  alternatives: Footprints,
  'your-rights': HandHelping,
  afterwards: CalendarClock,
  data: FileText,
}

export function ConsentParts({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <div className="pts">
      {parts.map((part) => {
        // What has no icon of its own is about a place, and what may go wrong there.
        const Icon = ICONS[part.id] ?? TriangleAlert
        return (
          <section key={part.id} aria-labelledby={`part-${part.id}`}>
            <Icon className="i" aria-hidden="true" />
            <div>
              <h2 id={`part-${part.id}`}>{part.title}</h2>
              <ul>
                {part.sentences.map((sentence) => (
                  <li key={sentence.text} className={sentence.figure === null ? undefined : 'rate'}>
                    {sentence.figure === null ? null : <b className="num">{sentence.figure}</b>}
                    <span>
                      {sentence.text} {sentence.unreviewed ? <Unreviewed /> : null}
                    </span>
                  </li>
                ))}
              </ul>
              <SourcesOf words={W.sources} ids={[...new Set(part.sentences.flatMap((sentence) => sentence.sources))]} />
            </div>
          </section>
        )
      })}
    </div>
  )
}

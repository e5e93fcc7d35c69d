/** What a citation says about a source, and what Unknot knows about the source itself. */
import type { CalendarDay } from '../kernel/index.ts'

export const SOURCE_KINDS = [
  'study',
  'review',
  'case-report',
  'guideline',
  'care-pathway',
  'regulation',
  'textbook',
  'training-body',
  'clinic-page',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** `weak`: a clinic's page, a blog, an unnamed extract; a pointer, no proof. `not-graded`: nobody graded it for this use. */
export type Certainty = 'weak' | 'not-graded'

export type Citation = {
  /** Such as `S41`; never given to another source. */
  readonly id: string
  readonly title: string
  /** Authors, or the body that published it. */
  readonly authors: string
  readonly year: number | null
  /** DOI, PubMed number or address; null where none is known. */
  readonly link: string | null
  readonly saysWhat: string
  readonly certainty: Certainty
  /** The day on which a clinician checked the source against our sentence; null = nobody has. */
  readonly reviewedOn: CalendarDay | null
  /** Who checked it, with their profession; null = nobody has. */
  readonly reviewedBy: string | null
  readonly kind: SourceKind
}

/** A citation as the register lists it. */
export type Line = readonly [
  id: string,
  kind: SourceKind,
  authors: string,
  year: number | null,
  title: string,
  link: string | null,
  saysWhat: string,
]

/**
 * What the sources found, in figures, with how many bodies stand behind each. Where two sources don't agree, both are kept
 * side by side: nobody here decides which is right.
 */
import { must } from '../../kernel/index.ts'

export type Figure = {
  readonly id: string
  /** In one sentence, with its numbers. */
  readonly says: string
  /** Bodies, people or hips; null when the part that we could read doesn't say. */
  readonly n: number | null
  readonly of: string
  /** Key of `atlasSource`. */
  readonly source: string
}

export type Conflict = {
  readonly id: string
  readonly about: string
  readonly sides: readonly Figure[]
  /** What follows for the table, as long as nobody knows better. */
  readonly soWhat: string
}

const line = <Id extends string>(id: Id, source: string, n: number | null, of: string, says: string) => ({
  id,
  says,
  n,
  of,
  source,
})

const FIGURES = [
  line(
    'canal-50',
    'W23',
    1,
    'body donor',
    'A 50 mm needle 1.0 cm from the midline, 22° to the midline, entered the canal at T12/L1.',
  ),
  line(
    'canal-40',
    'W24',
    1,
    'body donor',
    'A 40 mm needle 1.9 cm from the midline, 33° to the midline and 18° down, entered the canal at T12/L1.',
  ),
  line(
    'lamina-L4',
    'H16',
    8,
    'needles in body donors',
    'At L4, straight and inferomedial needles 1 to 1.5 cm from the midline ended on the lamina in 8 of 8.',
  ),
  line(
    'sa-multifidus',
    'SABN',
    null,
    'guideline',
    'Asks for side-lying, a 25 mm needle, down and to the midline onto the lamina below.',
  ),
  line(
    'kidney-L1',
    'M20',
    10,
    'body donors screened, a pilot',
    'At L1 a 75 mm needle met no bone in 44 % at 2.5 cm from the midline, and in 22 % at 1.5 and 2.0 cm.',
  ),
  line(
    'kidney-place',
    'EGO',
    null,
    'surface anatomy notes',
    'The kidney lies between the spines of T11 and L3, 2.5 to 9.5 cm from the midline.',
  ),
  line('scoliosis-bone', 'SF21', 1, 'body donor with scoliosis', 'No needle met bone at any position that was tried.'),
  line(
    'lamina-bmi',
    'WP22',
    null,
    'people with a body mass index over 25',
    'A 100 mm needle at L4 and L5 reached the lamina in only 70 to 75 %, though it met bone in 85 to 100 %.',
  ),
  line(
    'ql-rib-12',
    'SABN',
    null,
    'guideline',
    'Quadratus lumborum is not to be needled at its attachment to the twelfth rib.',
  ),
  line('sa-both-sides', 'SABN51', null, 'guideline', 'Both sides of the chest are not to be needled in one session.'),
  line('sa-25-mm', 'SABN51', null, 'guideline', 'Gives 25 mm needles for the chest wall, aimed at a rib.'),
  line('sa-bracket', 'SABN51', null, 'guideline', 'Advises to hold a rib between two fingers and to aim at it.'),
  line(
    'bracket-failed',
    'MINT25',
    1,
    'patient',
    'A lung collapsed after 20 mm needles between the shoulder blades although a rib was held between two fingers.',
  ),
  line(
    'palpation',
    'PTX25',
    null,
    'summary of the case',
    'Ribs between shoulder blade and spine are felt rightly in only about 66 to 73 %.',
  ),
  line(
    'rhomboid-19',
    'VCR',
    59,
    'healthy adults, ultrasound, preprint',
    'Proposes no more than 19 mm to reach the deep border of rhomboid major.',
  ),
  line(
    'rhomboid-rib',
    'SEOL',
    null,
    'adults, ultrasound',
    'Skin to rib is 2.1 ± 0.4 cm in normal weight, 2.4 ± 0.9 in overweight, 2.7 ± 0.5 in obesity; no margin could be computed for overweight.',
  ),
  line(
    'bolster',
    'MIT18',
    60,
    'adults, ultrasound',
    'A bolster under the shoulder put 0.7 cm (95 % interval 0.4 to 1.0) more between skin and lung.',
  ),
  line(
    'trapezius-lengths',
    'KUT',
    15,
    'body donors, prone, straight needles',
    'The pleural space could be reached by 30 mm in 0, by 40 mm in 1, by 50 mm in 4 and by 60 mm in 6 of 15.',
  ),
  line(
    'paraspinal-strip',
    'GEMT',
    null,
    'training body',
    'Stay within half to one finger’s breadth of the spinous process and aim at the lamina; with a turned or curved spine take care or choose another way.',
  ),
  line('pleura-edge', 'EGO', null, 'surface anatomy notes', 'At T12 the pleura begins 2 cm from the midline.'),
  line(
    'lung-odds',
    'LIN19',
    411734,
    'patients after acupuncture',
    'Odds of a collapsed lung were 7.9 times as high after chest surgery, 4.9 with emphysema, 3.9 with lung cancer, 3.7 with tuberculosis, 2.6 with chronic bronchitis.',
  ),
  line(
    'piriformis-medial-nerve',
    'HPIR',
    14,
    'hips of body donors',
    'In the medial third the needle pierced the sciatic nerve in 11 of 14, in the middle in 3 of 14, at the trochanter in 0 of 14.',
  ),
  line(
    'piriformis-medial-none',
    'KPIR',
    19,
    'hips of body donors',
    'In the medial third the needle reached the muscle in 16 of 19 and the sciatic nerve in 0 of 19.',
  ),
  line(
    'piriformis-lateral',
    'HPIR',
    14,
    'hips of body donors',
    'At the trochanter the needle reached the muscle in only 3 of 14.',
  ),
  line(
    'cord-each',
    'OCI',
    null,
    'operators, body donors',
    'Every operator, the expert too, hit the cord at least once at obliquus capitis inferior.',
  ),
  line(
    'rectus-40',
    'RCP',
    null,
    'body donors',
    'For rectus capitis posterior major: shorter than 40 mm, and at most 45° up.',
  ),
  line(
    'neck-canal',
    'C5P',
    1,
    'body donor, preprint',
    'At C5 a 60 mm needle down and to the midline entered the canal in 2 of 10 with the neck straight and in 0 of 10 slightly extended.',
  ),
  line(
    'neck-bleeding',
    'EDH11',
    1,
    'patient',
    'Bleeding in the canal from C2 to T2 with weakness of all limbs after dry needling of the neck.',
  ),
  line(
    'scapula-floor',
    'AAP',
    null,
    'teaching text',
    'The floor of the infraspinous fossa is thin or open in about 8 % of people.',
  ),
  line(
    'abdomen-grip',
    'SABN',
    null,
    'guideline',
    'Belly muscles only lifted between the fingers, away from the cavity; over the ribs with 13 mm needles.',
  ),
  line(
    'psoas-belly',
    'HALLE2',
    null,
    'review, quoted by a training body',
    'From the front, above the groin, a needle to psoas passes the belly cavity.',
  ),
  line(
    'pregnancy-first',
    'GEMTP',
    null,
    'training body',
    'Not in the first trimester; never for the first time in pregnancy; not at belly, lumbar spine, sacrum and coccyx.',
  ),
  line(
    'pregnancy-apta',
    'APTA13',
    null,
    'professional body, quoted by another',
    'Asks for care in the first trimester, because a pregnancy is often lost then in any case.',
  ),
  line(
    'hardware-infection',
    'CALLAN16',
    1,
    'patient',
    'A deep infection of the spine after acupuncture where there was hardware.',
  ),
] as const satisfies readonly Figure[]

export type FigureId = (typeof FIGURES)[number]['id']

const byId: ReadonlyMap<string, Figure> = new Map(FIGURES.map((each) => [each.id, each]))

export function figure(id: FigureId): Figure {
  return must(byId.get(id), `figure ${id}`)
}

const CONFLICTS = {
  piriformis: {
    about: 'Whether a needle in the medial third of piriformis meets the sciatic nerve',
    sides: ['piriformis-medial-nerve', 'piriformis-medial-none'],
    soWhat: 'Middle or lateral, felt for or seen by ultrasound, and out at once when pain shoots down the leg.',
  },
  bracketing: {
    about: 'Whether holding a rib between two fingers keeps a needle out of the chest',
    sides: ['sa-bracket', 'bracket-failed', 'palpation'],
    soWhat: 'Held or not, this place stays in the highest tier.',
  },
  'first-trimester': {
    about: 'Whether needling is barred in the first trimester',
    sides: ['pregnancy-first', 'pregnancy-apta'],
    soWhat: 'The stricter one counts until the clinic decides otherwise.',
  },
  'lumbar-multifidus-aim': {
    about: 'Whether a needle to multifidus may aim at the midline at T12 to L2',
    sides: ['sa-multifidus', 'canal-50', 'canal-40'],
    soWhat: 'No strong aim to the midline at these levels; a shorter needle, or ultrasound.',
  },
} as const satisfies Readonly<
  Record<string, { readonly about: string; readonly sides: readonly FigureId[]; readonly soWhat: string }>
>
export type ConflictId = keyof typeof CONFLICTS

export function conflict(id: ConflictId): Conflict {
  const { about, sides, soWhat } = CONFLICTS[id]
  return { id, about, sides: sides.map(figure), soWhat }
}

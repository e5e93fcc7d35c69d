/** Each rule of danger on both sides of its boundary. The citations stand in the name. */
import { expect, test } from 'vitest'
import type { SiteAsked } from './answers.ts'
import { asked, assess, at, holds, NO_FACTORS } from './danger.fixture.ts'
import { RULES } from './rules.ts'

const needle = asked(at('piriformis', null)).needle
const mm = (lengthMm: number, direction: SiteAsked['needle']['direction'] = 'caudal') => ({
  needle: { ...needle, lengthMm, direction },
})
const is = (factors: Partial<typeof NO_FACTORS>) => ({ factors: { ...NO_FACTORS, ...factors } })
const multifidus = (level: 'L1' | 'L2' | 'L3' | 'L4', offset: number) => at('lumbar-multifidus', level, offset)

const quadratusAt = (y: number) => ({ ...at('quadratus-lumborum', 'L2'), point: { x: 46, y } })

type Case = readonly [rule: string, citations: string, where: string, not: SiteAsked, yes: SiteAsked]
const CASES: readonly Case[] = [
  [
    'DNG-1',
    'W23 W24',
    'medial at L3 and at L2',
    asked(multifidus('L3', 10), mm(30, 'medial')),
    asked(multifidus('L2', 10), mm(30, 'medial')),
  ],
  [
    'DNG-1',
    'W23 W24',
    'medial at T11 and at T12',
    asked(at('thoracic-multifidus', 'T11', 10), mm(25, 'medial')),
    asked(at('thoracic-multifidus', 'T12', 10), mm(25, 'medial')),
  ],
  [
    'DNG-1',
    'W23 W24',
    'straight and inferomedial at L1',
    asked(multifidus('L1', 10), mm(30, 'straight')),
    asked(multifidus('L1', 10), mm(30, 'inferomedial')),
  ],
  [
    'DNG-2',
    'W23 W24',
    '39 and 40 mm',
    asked(multifidus('L1', 19), mm(39, 'medial')),
    asked(multifidus('L1', 19), mm(40, 'medial')),
  ],
  [
    'DNG-3',
    'M20',
    '24.9 and 25 mm out at L2',
    asked(at('longissimus-lumborum', 'L2', 24.9)),
    asked(at('longissimus-lumborum', 'L2', 25)),
  ],
  [
    'DNG-3',
    'M20',
    '30 mm out at L4 and at L3',
    asked(at('longissimus-lumborum', 'L4', 30)),
    asked(at('longissimus-lumborum', 'L3', 30)),
  ],
  [
    'DNG-4',
    'M20 ICL',
    'straight at 24 and 25 mm',
    asked(at('longissimus-lumborum', 'L1', 24), mm(40, 'straight')),
    asked(at('longissimus-lumborum', 'L1', 25), mm(40, 'straight')),
  ],
  [
    'DNG-4',
    'M20 ICL',
    'down and outward near the midline',
    asked(multifidus('L2', 12), mm(40, 'caudal')),
    asked(multifidus('L2', 12), mm(40, 'lateral')),
  ],
  [
    'DNG-5',
    'EGO',
    'far below and inside the field of the kidney',
    asked(at('iliocostalis-lumborum', 'L5', 58)),
    asked(at('iliocostalis-lumborum', 'L2', 60)),
  ],
  [
    'DNG-6',
    'SABN',
    'quadratus at L3 and at L1',
    asked(at('quadratus-lumborum', 'L3', 60)),
    asked(at('quadratus-lumborum', 'L1', 60)),
  ],
  ['DNG-6', 'SABN', 'quadratus at L2, low and just below the rib', asked(quadratusAt(356)), asked(quadratusAt(341))],
  [
    'DNG-7',
    'SLB',
    'quadratus, tip down and tip up',
    asked(at('quadratus-lumborum', 'L3', 60)),
    asked(at('quadratus-lumborum', 'L3', 60), mm(50, 'cranial')),
  ],
  [
    'DNG-8',
    'WP22',
    'normal weight and overweight',
    asked(multifidus('L4', 13)),
    asked(multifidus('L4', 13), is({ bmiClass: 'over' })),
  ],
  [
    'DNG-9',
    'SF21 GEMT',
    'straight spine and scoliosis',
    asked(multifidus('L4', 13)),
    asked(multifidus('L4', 13), is({ scoliosis: 'yes' })),
  ],
  [
    'DNG-20',
    'SABN51 GEMT',
    'iliocostalis at L2 and at L1',
    asked(at('iliocostalis-lumborum', 'L2', 60)),
    asked(at('iliocostalis-lumborum', 'L1', 60)),
  ],
  [
    'DNG-21',
    'SABN51',
    'same side and other side of the chest',
    asked(at('rhomboid-major', 'T4'), { alsoNeedled: [at('lower-trapezius', 'T6')] }),
    asked(at('rhomboid-major', 'T4'), { alsoNeedled: [at('lower-trapezius', 'T6', null, 'left')] }),
  ],
  [
    'DNG-21',
    'SABN51',
    'other side, at L4 and at the chest',
    asked(at('rhomboid-major', 'T4'), { alsoNeedled: [at('lumbar-multifidus', 'L4', null, 'left')] }),
    asked(at('rhomboid-major', 'T4'), { alsoNeedled: [at('upper-trapezius', 'C7', null, 'left')] }),
  ],
  [
    'DNG-22',
    'LIN19',
    'no lung disease and lung disease',
    asked(at('rhomboid-major', 'T4')),
    asked(at('rhomboid-major', 'T4'), is({ lungDisease: 'yes' })),
  ],
  [
    'DNG-22',
    'LIN19',
    'lung disease at L4 and at T4',
    asked(multifidus('L4', 13), is({ lungDisease: 'yes' })),
    asked(at('thoracic-multifidus', 'T4', 10), is({ lungDisease: 'yes' })),
  ],
  [
    'DNG-23',
    'unreviewed',
    'a lung that never collapsed and one that did',
    asked(at('scalenes', 'C5')),
    asked(at('scalenes', 'C5'), is({ previousPneumothorax: 'yes' })),
  ],
  [
    'DNG-24',
    'SABN51 MINT25 PTX25',
    'over the shoulder blade and over ribs',
    asked(at('supraspinatus', null)),
    asked(at('rhomboid-major', 'T4')),
  ],
  [
    'DNG-25',
    'VCR SEOL MIT18',
    '19 and 20 mm',
    asked(at('rhomboid-major', 'T4'), mm(19)),
    asked(at('rhomboid-major', 'T4'), mm(20)),
  ],
  [
    'DNG-26',
    'VCR SEOL',
    '20 mm, down and straight',
    asked(at('rhomboid-minor', 'T2'), mm(20)),
    asked(at('rhomboid-minor', 'T2'), mm(20, 'straight')),
  ],
  [
    'DNG-27',
    'SEOL GEMT',
    'normal weight and overweight',
    asked(at('rhomboid-major', 'T4')),
    asked(at('rhomboid-major', 'T4'), is({ bmiClass: 'over' })),
  ],
  [
    'DNG-28',
    'SABN51 SABN',
    '25 and 26 mm',
    asked(at('longissimus-thoracis', 'T8'), mm(25)),
    asked(at('longissimus-thoracis', 'T8'), mm(26)),
  ],
  [
    'DNG-29',
    'KUT',
    '30 and 31 mm',
    asked(at('upper-trapezius', 'C7'), mm(30)),
    asked(at('upper-trapezius', 'C7'), mm(31)),
  ],
  [
    'DNG-30',
    'KUT',
    '39 and 40 mm',
    asked(at('upper-trapezius', 'C7'), mm(39)),
    asked(at('upper-trapezius', 'C7'), mm(40)),
  ],
  [
    'DNG-31',
    'KUT',
    'prone and side-lying',
    asked(at('upper-trapezius', 'C7')),
    asked(at('upper-trapezius', 'C7'), { position: 'side-lying-left' }),
  ],
  [
    'DNG-31',
    'KUT',
    'straight and rounded upper back',
    asked(at('upper-trapezius', 'C7')),
    asked(at('upper-trapezius', 'C7'), is({ kyphosis: 'yes' })),
  ],
  [
    'DNG-32',
    'SABN51 GEMT',
    'lifted and not lifted',
    asked(at('latissimus-dorsi', 'T9')),
    asked(at('latissimus-dorsi', 'T9'), { needle: { ...needle, grip: 'flat' } }),
  ],
  [
    'DNG-33',
    'GEMT EGO SPID',
    '19 and 20 mm from the midline',
    asked(at('thoracic-multifidus', 'T6', 19)),
    asked(at('thoracic-multifidus', 'T6', 20)),
  ],
  ['DNG-34', 'AAP', 'teres minor and infraspinatus', asked(at('teres-minor', null)), asked(at('infraspinatus', null))],
  [
    'DNG-35',
    'EGO KUT',
    'far from and at the edge of the pleura',
    asked(at('longissimus-lumborum', 'L4', 40)),
    asked(at('longissimus-lumborum', 'L1', 45)),
  ],
  [
    'DNG-40',
    'OCI RCP',
    'the neck and below the skull',
    asked(at('cervical-multifidus', 'C4', 10)),
    asked(at('suboccipitals', 'C2')),
  ],
  ['DNG-41', 'RCP', '39 and 40 mm', asked(at('suboccipitals', 'C2'), mm(39)), asked(at('suboccipitals', 'C2'), mm(40))],
  [
    'DNG-42',
    'SABN54 RCP',
    'down and up',
    asked(at('suboccipitals', 'C2')),
    asked(at('suboccipitals', 'C2'), mm(30, 'cranial')),
  ],
  [
    'DNG-43',
    'C5P EDH11',
    'straight and inferomedial',
    asked(at('cervical-multifidus', 'C5', 10), mm(30, 'straight')),
    asked(at('cervical-multifidus', 'C5', 10), mm(30, 'inferomedial')),
  ],
  [
    'DNG-44',
    'OCI RCP SHN',
    'C7 and C1',
    asked(at('cervical-multifidus', 'C7', 10)),
    asked(at('suboccipitals', 'C1', 30)),
  ],
  [
    'DNG-50',
    'HPIR KPIR',
    'gluteus medius and piriformis',
    asked(at('gluteus-medius', null)),
    asked(at('piriformis', null)),
  ],
  [
    'DNG-51',
    'HPIR KPIR',
    'middle and medial third',
    asked(at('piriformis', null)),
    asked(at('piriformis', null), { needle: { ...needle, third: 'medial' } }),
  ],
  [
    'DNG-52',
    'KPIR HPIR',
    'the iliac crest and the thigh',
    asked(at('quadratus-lumborum', 'L4')),
    asked(at('biceps-femoris', null)),
  ],
  [
    'DNG-53',
    'SABN',
    'lifted and not lifted',
    asked(at('rectus-abdominis', null)),
    asked(at('rectus-abdominis', null), { needle: { ...needle, grip: 'flat' } }),
  ],
  [
    'DNG-54',
    'SABN',
    '13 and 14 mm',
    asked(at('external-oblique', null), mm(13)),
    asked(at('external-oblique', null), mm(14)),
  ],
  [
    'DNG-55',
    'HALLE2 MSDN',
    'from behind and from the front',
    asked(at('psoas-major', 'L4')),
    asked(at('psoas-major', 'L4'), { position: 'supine' }),
  ],
  [
    'DNG-60',
    'GEMTP APTA13',
    'later and first trimester',
    asked(at('upper-trapezius', 'C7'), is({ pregnancy: 'later' })),
    asked(at('upper-trapezius', 'C7'), is({ pregnancy: 'first-trimester' })),
  ],
  [
    'DNG-61',
    'GEMTP ICEP',
    'T9 and T10',
    asked(at('thoracic-multifidus', 'T9', 10), is({ pregnancy: 'later' })),
    asked(at('thoracic-multifidus', 'T10', 10), is({ pregnancy: 'later' })),
  ],
  [
    'DNG-62',
    'CALLAN16',
    'hardware, buttock and back',
    asked(at('gluteus-medius', null), is({ spinalHardware: 'yes' })),
    asked(multifidus('L4', 13), is({ spinalHardware: 'yes' })),
  ],
  [
    'DNG-63',
    'ICTM',
    'device, without and with current',
    asked(multifidus('L4', 13), is({ implantedDevice: 'yes' })),
    asked(multifidus('L4', 13), { ...is({ implantedDevice: 'yes' }), technique: 'electrical' }),
  ],
  [
    'DNG-64',
    'ABEL',
    'current at L4 and at T6',
    asked(multifidus('L4', 13), { technique: 'electrical' }),
    asked(at('thoracic-multifidus', 'T6', 10), { technique: 'electrical' }),
  ],
]

test.each(CASES)('%s [%s] begins between: %s', (rule, citations, _where, not, yes) => {
  expect(holds(assess(not), rule)).toBe('no')
  expect(holds(assess(yes), rule)).toBe('yes')
  const { sources } = RULES.find(({ id }) => id === rule) ?? { sources: [] }
  expect(sources).toEqual(citations === 'unreviewed' ? [] : citations.split(' '))
})

test('every rule has a case on both sides of its boundary', () => {
  expect([...new Set(CASES.map(([rule]) => rule))].sort()).toEqual(RULES.map(({ id }) => id).sort())
})

import { expect, test } from 'vitest'
import { atlasSource, MUSCLES } from '../muscles.ts'
import { type SiteAnswer, checkPlacing, checkSiteAnswer, withSiteAnswers } from './answers.ts'
import { plateOf } from '../plates.ts'
import { asked, assess, at, holds, NO_FACTORS } from './danger.fixture.ts'
import { RULES } from './rules.ts'
import { QUESTION_IDS, QUESTIONS } from './questions.ts'

const needle = asked(at('piriformis', null)).needle

test('every rule has an id of its own, and a source that the atlas has or the mark unreviewed', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
  for (const { id, sources, isUnreviewed } of RULES) {
    expect(sources.length > 0 || isUnreviewed, id).toBe(true)
    for (const key of sources) expect(atlasSource(key).url, id).toMatch(/^https?:/)
  }
})

test('every figure names a source that the atlas has, and every conflict has at least two sides', () => {
  for (const muscle of MUSCLES) {
    const { figures, conflicts } = assess({ ...asked(at(muscle.id, null)), factors: {}, alsoNeedled: 'unknown' })
    for (const figure of figures) expect(atlasSource(figure.source).title).not.toBe('')
    for (const { sides } of conflicts) expect(new Set(sides.map(({ source }) => source)).size).toBeGreaterThan(1)
  }
})

test('DNG-51 [HPIR KPIR] the medial third of piriformis shows 11 of 14 against 0 of 19 as a conflict, and decides nothing', () => {
  const found = assess(asked(at('piriformis', null), { needle: { ...needle, third: 'medial' } }))
  const conflict = found.conflicts.find(({ id }) => id === 'piriformis')
  expect(conflict?.sides.map(({ says, n }) => [says, n])).toEqual([
    [expect.stringContaining('11 of 14'), 14],
    [expect.stringContaining('0 of 19'), 19],
  ])
  expect(found.tier).toBe('high')
  expect(found.blocks.map(({ rule, kind }) => [rule, kind])).toEqual([['DNG-51', 'reason-first']])
})

test('DNG-51 [HPIR KPIR] a point tells the third, and nobody can call a point in the medial third lateral', () => {
  const medial = { ...at('piriformis', null), point: { x: 24, y: 462 } }
  expect(holds(assess(asked(medial, { needle: { ...needle, third: 'lateral' } })), 'DNG-51')).toBe('yes')
})

test('DNG-24 [MINT25] holding a rib between two fingers never makes the tier milder', () => {
  for (const bracketing of ['yes', 'no', 'unknown'] as const) {
    const found = assess(asked(at('rhomboid-major', 'T4'), { needle: { ...needle, bracketing } }))
    expect(found.tier).toBe('high')
    expect(found.conflicts.map(({ id }) => id)).toContain('bracketing')
  }
})

test('DNG-29 [KUT] upper trapezius shows 0, 1, 4 and 6 of 15 by length', () => {
  const { figures } = assess(asked(at('upper-trapezius', 'C7'), { needle: { ...needle, lengthMm: 50 } }))
  expect(figures.find(({ source }) => source === 'KUT')).toMatchObject({
    n: 15,
    says: expect.stringMatching(/30 mm in 0, by 40 mm in 1, by 50 mm in 4 and by 60 mm in 6 of 15/),
  })
})

test('DNG-63 [ICTM] current with an implanted device is barred, and no reason lifts it', () => {
  const found = assess(
    asked(at('lumbar-multifidus', 'L4', 13), {
      technique: 'electrical',
      factors: { ...NO_FACTORS, implantedDevice: 'yes' },
    }),
  )
  expect(checkPlacing(found, QUESTION_IDS, true)).toMatchObject({ problem: { code: 'site-barred', rules: ['DNG-63'] } })
})

test('a site asks, takes the answers, then wants a reason where a rule stops it', () => {
  const bare = { lengthMm: null, direction: 'not-recorded' } as const
  const first = asked(at('lumbar-multifidus', 'L1', 12), { needle: bare })
  expect(assess(first).questions.map(({ id }) => id)).toEqual(['length', 'direction'])
  expect(assess(first).blocks.map(({ kind }) => kind)).toContain('answer-first')
  const answers: readonly SiteAnswer[] = [
    { question: 'length', answer: 50 },
    { question: 'direction', answer: 'medial' },
  ]
  const then = assess(withSiteAnswers(first, answers))
  const answered = answers.map(({ question }) => question)
  expect(then.questions).toEqual([])
  expect(checkPlacing(assess(first), [], true)).toMatchObject({ problem: { code: 'site-questions-open' } })
  expect(checkPlacing(then, answered, false)).toEqual({
    ok: false,
    problem: { code: 'site-needs-reason', rules: ['DNG-2'] },
  })
  expect(checkPlacing(then, answered, true)).toEqual({ ok: true, value: null })
})

test('an answer of unknown is kept as an answer, and what it leaves open wants a reason', () => {
  const first = asked(at('rhomboid-major', 'T4'), { factors: { ...NO_FACTORS, lungDisease: 'unknown' } })
  const then = assess(withSiteAnswers(first, [{ question: 'lung-disease', answer: 'unknown' }]))
  expect(checkPlacing(then, ['lung-disease'], false)).toMatchObject({ problem: { code: 'site-needs-reason' } })
})

test('an answer that was not offered is refused', () => {
  expect(checkSiteAnswer({ question: 'grip', answer: 'pincer' }).ok).toBe(true)
  expect(checkSiteAnswer({ question: 'grip', answer: 'perhaps' }).ok).toBe(false)
  expect(checkSiteAnswer({ question: 'length', answer: 40 }).ok).toBe(true)
  expect(checkSiteAnswer({ question: 'length', answer: -1 }).ok).toBe(false)
  expect(checkSiteAnswer({ question: 'length', answer: Number.NaN }).ok).toBe(false)
  for (const id of QUESTION_IDS) {
    for (const option of QUESTIONS[id].options ?? []) {
      expect(checkSiteAnswer({ question: id, answer: option.value }).ok).toBe(true)
    }
  }
})

test('below the kidney and the canal, beside L4, lumbar multifidus has no block once everything is known', () => {
  const found = assess(
    asked(at('lumbar-multifidus', 'L4', 13), { needle: { ...needle, lengthMm: 50, direction: 'straight' } }),
  )
  expect(found).toMatchObject({ tier: 'caution', blocks: [], questions: [] })
})

test('a point on the plate from the side says nothing of the midline, and is never looked up among the dangers drawn from behind', () => {
  const scalenes = { ...at('scalenes', 'C5'), point: { x: 12, y: 330 } }
  const found = assess(asked(scalenes))
  expect(found.tier).toBe('high')
  for (const rule of ['DNG-5', 'DNG-35', 'DNG-44']) expect(holds(found, rule)).toBe('no')
})

test('every drawn danger has a name, and a source that the atlas has or the mark unreviewed, on every plate', () => {
  for (const view of ['posterior', 'anterior', 'lateral'] as const) {
    for (const { id, structure, sources, unreviewed } of plateOf(view).hazards) {
      expect(structure, id).not.toBe('')
      expect(sources.length > 0 || unreviewed !== null, id).toBe(true)
      for (const key of sources) expect(atlasSource(key).url, id).toMatch(/^https?:/)
    }
  }
})

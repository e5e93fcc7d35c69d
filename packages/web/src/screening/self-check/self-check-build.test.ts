/** The screening that a stranger's browser gets judges as the clinic's does, though it is a third of its size. */
import { fileURLToPath } from 'node:url'
import { answerSelfCheck, judgeSelfCheck, type SelfCheck, SELF_CHECK_STEPS } from '@unknot/care/screening'
import { readingGrade } from '@unknot/care/kernel'
import { checkClaims } from '@unknot/care/education'
import fc from 'fast-check'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { forStrangers } from '../../../vite-for-strangers.ts'
import { WORDS } from './self-check.words.ts'

const door = fileURLToPath(new URL('../../../../care/src/screening/self-check.ts', import.meta.url))

type Judge = { readonly judgeSelfCheck: typeof judgeSelfCheck }

async function builtForStrangers(): Promise<{ readonly code: string; readonly judge: Judge }> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [forStrangers()],
    build: { write: false, minify: false, lib: { entry: door, formats: ['es'], fileName: 'judge' } },
  })
  const [output] = Array.isArray(built) ? built : []
  const code = output?.output[0].code ?? ''
  const judge = (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)) as Judge
  return { code, judge }
}

test('the self-check’s screening finds the same rules as the clinic’s, and holds no word for clinicians', async () => {
  const { code, judge } = await builtForStrangers()
  expect(code).not.toContain('Emergency department with MRI')
  expect(code).not.toContain('rivaroxaban')
  const id = fc.constantFrom(...SELF_CHECK_STEPS.filter((step) => step !== 'age'))
  const answers = fc.array(fc.tuple(id, fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)), {
    maxLength: 60,
  })
  let ended = 0
  fc.assert(
    fc.property(answers, fc.option(fc.integer({ min: 0, max: 100 })), (given, ageYears) => {
      const check = given.reduce<SelfCheck>((so, [each, answer]) => answerSelfCheck(so, each, answer), {
        answers: Object.fromEntries(SELF_CHECK_STEPS.filter((s) => s !== 'age').map((s) => [s, { answer: 'no' }])),
        ageYears,
      })
      const ours = judgeSelfCheck(check)
      expect(essence(judge.judgeSelfCheck(check))).toEqual(essence(ours))
      if (ours.kind !== 'ask') ended += 1
    }),
    { numRuns: 150 },
  )
  expect(ended).toBeGreaterThan(50)
})

function essence(verdict: ReturnType<typeof judgeSelfCheck>): unknown {
  if (verdict.kind === 'ask') return verdict
  const findings = verdict.findings.map(({ rule, disposition, urgency, reasonForPatient, sources, unreviewed }) => {
    return { rule, disposition, urgency, reasonForPatient, sources, unreviewed }
  })
  return { ...verdict, findings }
}

test('its buttons and lines claim nothing that isn’t known, and read at about age twelve', () => {
  const lines = Object.values(WORDS).filter((words) => typeof words === 'string')
  expect(checkClaims(lines.join('\n'))).toEqual([])
  expect(readingGrade(lines.join('\n'))).toBeLessThan(6.5)
})

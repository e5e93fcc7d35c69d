/**
 * The mixed model against R: the same answers, and how much sooner. Simulated sets of 60, 1,000 and 10,000 patients,
 * balanced and ragged, and one whose patients hardly differ in their change (G nearly singular).
 *
 * Where R with lme4 and nlme is on the machine it is asked; elsewhere its stored answers stand in, and no time is compared.
 *
 *     npm run bench:r              compare
 *     node_modules/node/bin/node bench/r-mixed-model.bench.ts --store   keep R's answers
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Course, fit, NPRS_SCALE, PLAIN_SHAPE, type Population, type Spread } from '@unknot/care/outcomes'
import { simulate } from '../packages/care/src/outcomes/forecast/simulate.fixture.ts'

type Answer = {
  readonly fixed: readonly number[]
  readonly spread: readonly number[]
  readonly residualVariance: readonly number[]
  readonly logLik: readonly number[]
  readonly nlme: readonly number[] | null
  readonly seconds: readonly number[]
}
type Set = { readonly name: string; readonly courses: readonly Course[] }

const STORED = new URL('./r-mixed-model.data.json', import.meta.url)
const SCRIPT = new URL('./mixed-model.R', import.meta.url).pathname
const WEEKS = [0, 1, 2, 3, 4, 6, 8]

function truth(spread: Spread): Population {
  return { shape: PLAIN_SHAPE, fixed: [6, -1.8], fixedCovariance: [], spread, residualVariance: 1.21, people: 0 }
}

function setOf(patients: number, kind: 'balanced' | 'ragged' | 'near-singular'): Set {
  const spread: Spread = kind === 'near-singular' ? [2.2, -0.06, 0.002] : [2.2, -0.62, 1.1]
  const courses = simulate(truth(spread), { patients, seed: patients + kind.length, weeks: WEEKS }).map(
    ({ course }, i) =>
      kind === 'balanced'
        ? course
        : { scores: course.scores.filter((_, j) => j === 0 || (i * 7 + j * 5) % 3 !== 0).slice(0, 2 + (i % 6)) },
  )
  return { name: `${patients} ${kind}`, courses }
}

const sets = [60, 1_000, 10_000].flatMap((patients) => [
  setOf(patients, 'balanced'),
  setOf(patients, 'ragged'),
  setOf(patients, 'near-singular'),
])

function csvOf({ courses }: Set): string {
  const rows = courses.flatMap(({ scores }, i) => scores.map(({ week, score }) => `${i},${week},${score}`))
  return `patient,week,score\n${rows.join('\n')}\n`
}

function askR(): readonly Answer[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'unknot-r-'))
  try {
    const files = sets.map((set, i) => {
      const file = join(folder, `${i}.csv`)
      writeFileSync(file, csvOf(set))
      return file
    })
    const ran = spawnSync('Rscript', [SCRIPT, ...files], { encoding: 'utf8', maxBuffer: 1 << 24 })
    return ran.status === 0 ? (JSON.parse(ran.stdout) as Answer[]) : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function storedAnswers(): readonly Answer[] {
  if (!existsSync(STORED)) throw new Error('Neither R with lme4 and nlme, nor stored answers of it')
  return JSON.parse(readFileSync(STORED, 'utf8')) as Answer[]
}

/** Other work shares the machine, so the processor's time is compared, ours and R's, each the least of a few runs. */
function timed(courses: readonly Course[]) {
  const started = process.cpuUsage()
  const fitted = fit(courses, { shape: PLAIN_SHAPE, scale: NPRS_SCALE, method: 'ml' })
  const { user, system } = process.cpuUsage(started)
  return { fitted, seconds: (user + system) / 1e6 }
}

const fromR = askR()
if (fromR && process.argv.includes('--store')) writeFileSync(STORED, `${JSON.stringify(fromR, null, 1)}\n`)
const answers = fromR ?? storedAnswers()
console.log(fromR ? 'R was asked.' : 'R isn’t on this machine: its stored answers are compared, and no times.')
let failures = 0
for (const [i, { name, courses }] of sets.entries()) {
  const answer = answers[i]
  if (!answer) throw new Error(`no answer of R for ${name}`)
  const runs = [1, 2, 3, 4, 5].map(() => timed(courses))
  const seconds = Math.min(...runs.map((run) => run.seconds))
  const [{ fitted }] = runs as [(typeof runs)[number]]
  if (!fitted.ok) throw new Error(`${name}: ${fitted.problem.code}`)
  const { population, logLik } = fitted.value
  const offs = {
    fixed: Math.max(...population.fixed.map((b, j) => Math.abs(b - (answer.fixed[j] ?? 0)))),
    noise: Math.abs(population.residualVariance / (answer.residualVariance[0] ?? 1) - 1),
    logLik: Math.abs(logLik / (answer.logLik[0] ?? 1) - 1),
  }
  // Where R gave up early ours is higher; that is no fault.
  const isSame = offs.fixed < 1e-3 && offs.noise < 0.02 && (offs.logLik < 1e-4 || logLik > (answer.logLik[0] ?? 0))
  if (!isSame) failures += 1
  const ratio = fromR
    ? `${((answer.seconds[0] ?? 0) / seconds).toFixed(0)} times as fast as lme4 (${(answer.seconds[0] ?? 0).toFixed(2)} s)`
    : ''
  console.log(
    `${isSame ? 'same ' : 'OFF  '} ${name.padEnd(22)} logLik ${logLik.toFixed(3)}, R ${(answer.logLik[0] ?? 0).toFixed(3)}; fixed effects within ${offs.fixed.toExponential(0)}; ${(seconds * 1000).toFixed(0)} ms ${ratio}`,
  )
}
process.exit(failures === 0 ? 0 : 1)

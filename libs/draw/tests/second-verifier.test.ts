import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../src/canonical.ts'
import { runDraw } from '../src/draw.ts'
import { freezeRound } from '../src/entry-list.ts'
import { testBeacon } from '../src/test-beacon.ts'
import { verifyBundle } from '../src/verify.ts'
import { anyDraw, entry, FALLBACK, FROZEN_AT, OPEN_ROUND, ROUND_1000 } from './rounds.ts'
import { changesAt, pathsOf } from './tamper.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const PYTHON = [path.join(ROOT, 'services/lottery/verifier/verify_draw.py')]
const TYPESCRIPT = [path.join(ROOT, 'libs/draw/src/main.ts')]

beforeAll(() => {
  const found = spawnSync('python3', ['--version'], { encoding: 'utf8' })
  if (found.status !== 0)
    throw new Error('python3 is needed: the second verifier (services/lottery/verifier) is written in Python')
})

type Answer = {
  readonly checks: Readonly<Record<string, string>>
  readonly words: readonly string[]
  readonly results?: string
  readonly digest?: string
}

/** One Python process for all bundles. */
function askPython(bundles: readonly unknown[]): readonly Answer[] {
  const input = bundles.map(bundle => JSON.stringify(bundle)).join('\n')
  const options = { input, encoding: 'utf8', maxBuffer: 2 ** 28, timeout: 60_000 } as const
  const { status, stdout, stderr } = spawnSync('python3', [...PYTHON, '--lines'], options)
  if (status !== 0) throw new Error(`the second verifier ended with ${status}: ${stderr}`)
  return stdout
    .trim()
    .split('\n')
    .map((line): Answer => JSON.parse(line))
}

describe('Q6: both implementations agree', () => {
  test('on the results of 1,000 rounds, byte for byte', { timeout: 60_000 }, () => {
    const bundles = fc.sample(anyDraw, { numRuns: 1000, seed: 20_241_103 }).map(({ frozen, chance }) => {
      const outcome = runDraw(frozen, chance)
      if (!outcome.ok) throw new Error('an honest round is drawn')
      return outcome.value
    })
    const answers = askPython(bundles)
    expect(answers.map(({ results, digest }) => ({ results, digest }))).toEqual(
      bundles.map(({ results, resultDigest }) => ({ results: canonical(results), digest: resultDigest })),
    )
    expect(answers.filter(({ checks }) => Object.values(checks).includes('failed'))).toEqual([])
  })

  test('on every verdict about changed bundles', { timeout: 60_000 }, () => {
    const sample = fc.sample(anyDraw, { numRuns: 20, seed: 7 }).flatMap(({ frozen, chance }, index) => {
      const beacon = index === 0 ? ROUND_1000 : FALLBACK
      const outcome = runDraw(frozen, { ...chance, beacon })
      return outcome.ok ? [outcome.value] : []
    })
    const changed = sample.flatMap((bundle, index) =>
      pathsOf(bundle).flatMap((at, place) => (place % 6 === index % 6 ? changesAt(bundle, at) : [])),
    )
    expect(changed.length).toBeGreaterThan(1000)
    const answers = askPython(changed)
    expect(answers.map(({ checks }) => checks)).toEqual(changed.map(bundle => statusesOf(bundle)))
    for (const [index, { checks, words }] of answers.entries())
      if (checks.shape === 'ok') expect(words).toEqual(verifyBundle(changed[index]).map(check => check.words))
  })
})

describe('V1: the two programs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'draw-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const frozen = freezeRound(OPEN_ROUND, [entry(1), entry(2)], FROZEN_AT)
  const drawn = runDraw(frozen, { beacon: ROUND_1000, exclusions: [] })
  const bySecret = runDraw(frozen, { beacon: FALLBACK, exclusions: [] })
  const beacon = testBeacon('forged', { genesis: OPEN_ROUND.commitment.chain.genesis, period: 3 })

  test.each<[string, unknown, number, RegExp]>([
    ['pass an honest draw', drawn.ok && drawn.value, 0, /^ok +beacon /m],
    ['show a claimed outage', bySecret.ok && bySecret.value, 0, /^flagged beacon /m],
    [
      'fail a forged signature',
      { ...(drawn.ok && drawn.value), beacon: beacon.sign(1000) },
      1,
      /^failed +beacon /m,
    ],
    ['fail what is no bundle', { draw: 1 }, 1, /^failed +shape /m],
    ['read only JSON', undefined, 2, /^$/],
  ])('%s', (_name, bundle, code, line) => {
    const file = path.join(folder, 'bundle.json')
    writeFileSync(file, JSON.stringify(bundle) ?? 'NaN')
    const python = run('python3', [...PYTHON, file])
    const typescript = run(process.execPath, [...TYPESCRIPT, file])
    expect([python.status, typescript.status]).toEqual([code, code])
    expect(typescript.stdout).toMatch(line)
    if (!/^failed +shape /m.test(typescript.stdout)) expect(python.stdout).toBe(typescript.stdout)
  })

  test('compare with what was noted at the freeze and at the announcement', () => {
    const file = path.join(folder, 'noted.json')
    writeFileSync(file, JSON.stringify(drawn.ok && drawn.value))
    const noted = ['--root', frozen.freeze.root, '--digest', 'ab'.repeat(32)]
    const python = run('python3', [...PYTHON, file, ...noted])
    const typescript = run(process.execPath, [...TYPESCRIPT, file, ...noted])
    expect(typescript.stdout).toMatch(/^ok +noted-root .*\nfailed +noted-digest /m)
    expect(python).toEqual(typescript)
    expect(python.status).toBe(1)
  })
})

function run(program: string, args: readonly string[]) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', timeout: 30_000 })
  return { status, stdout }
}

function statusesOf(bundle: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(verifyBundle(bundle).map(({ id, status }) => [id, status]))
}

// npm run bench -- [--json FILE] [--only NAME] [--rounds N] [--doc FILE] [--profile | --against COMMIT]
// --doc writes what was printed into a document, between its marks `bench`, `profile` or `against`.
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { playAgainst } from './against/play-against.ts'
import { openBench } from './bench.ts'
import { RAISED_LIMITS } from './bench-town.ts'
import { profilePath } from './profile/profile-path.ts'
import { withBlock } from './report/document.ts'
import { FIGURES, type Figure, type Result, type Round, resultOf } from './report/figures.ts'
import { median, spread } from './report/statistics.ts'
import { shown, textTable } from './report/table.ts'
import { playRounds } from './rounds.ts'

const ROUNDS = 3
// The share of the machine that others may have before a figure is theirs.
const QUIET = 0.1

const { values: asked } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string' },
    doc: { type: 'string' },
    profile: { type: 'boolean', default: false },
    against: { type: 'string' },
  },
})

// The servers are killed when this process exits, but a signal's default is to end without an exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
// Every server waits for that exit.
process.setMaxListeners(32)
process.exitCode = await (asked.profile
  ? profile()
  : asked.against === undefined
    ? main()
    : compared(asked.against))

async function main(): Promise<0 | 1> {
  const figures = asked.only === undefined ? FIGURES : FIGURES.filter(({ name }) => name === asked.only)
  if (figures.length === 0) {
    print(`No figure is named ${asked.only}: one of ${FIGURES.map(({ name }) => name).join(', ')}`)
    return 1
  }
  const begun = performance.now()
  print(`Raised for the bench, because a whole city comes from one address: ${settings()}`)
  const { rounds, broken, runs } = await measure(figures)
  const results = figures.map(figure => resultOf(figure, rounds))
  const report = [
    figureTable(results),
    '',
    numbersOf(rounds),
    '',
    noiseOf(rounds),
    `${runs} runs checked, ${broken.length} promises broken, ${minutes(performance.now() - begun)} in all.`,
  ].join('\n')
  print(`\n${report}`)
  await putIntoDocument('bench', report)
  if (asked.json !== undefined)
    await writeFile(asked.json, `${JSON.stringify(results.map(asJson), undefined, 2)}\n`)
  return told(broken)
}

async function measure(figures: readonly Figure[]) {
  await using bench = await openBench()
  const rounds = await playRounds(bench, {
    scenarios: new Set(figures.flatMap(figure => figure.needs)),
    rounds: Number(asked.rounds ?? ROUNDS),
    log: print,
  })
  await bench.aftermath.finish()
  return { rounds, broken: [...bench.aftermath.broken], runs: bench.aftermath.runs() }
}

async function profile(): Promise<0 | 1> {
  const { report, broken } = await profilePath()
  print(report)
  await putIntoDocument('profile', report)
  return told(broken)
}

async function compared(commit: string): Promise<0 | 1> {
  const rounds = Number(asked.rounds ?? ROUNDS)
  const report = await playAgainst(commit, { only: asked.only, rounds, log: print })
  print(`\n${report}`)
  await putIntoDocument('against', report)
  return 0
}

async function putIntoDocument(mark: string, report: string): Promise<void> {
  if (asked.doc === undefined) return
  await writeFile(asked.doc, withBlock(await readFile(asked.doc, 'utf8'), mark, report))
}

/** Says what was broken; the exit code. A figure that was missed breaks nothing, because machines differ. */
function told(broken: readonly string[]): 0 | 1 {
  for (const promise of broken) print(`BROKEN: ${promise}`)
  return broken.length > 0 ? 1 : 0
}

function figureTable(results: readonly Result[]): string {
  const rows = results.map(({ figure, value, must, reach, pass, least, most }) => [
    figure,
    shown(value),
    `${shown(least)}–${shown(most)}`,
    must === null ? '' : String(must),
    reach === null ? '' : String(reach),
    must === null ? '' : pass ? 'yes' : 'NO',
  ])
  return textTable(['figure', 'value', 'least–most', 'must', 'reach', 'pass'], rows)
}

/** The absolute numbers behind the ratios, medians of the rounds; never promised, because machines differ. */
function numbersOf(rounds: readonly Round[]): string {
  return textTable(
    ['run', 'number', 'median'],
    (Object.keys(rounds[0] ?? {}) as (keyof Round)[]).flatMap(scenario =>
      Object.keys(rounds[0]?.[scenario] ?? {}).map(number => [
        scenario,
        number,
        shown(median(rounds.flatMap(round => round[scenario]?.[number] ?? []))),
      ]),
    ),
  )
}

/** What else ran meanwhile: with more than a tenth of the machine gone, figures tell of the neighbours. */
function noiseOf(rounds: readonly Round[]): string {
  const shares = rounds.flatMap(round => Object.values(round).flatMap(sample => sample['foreign'] ?? []))
  if (shares.length === 0) return 'What other programs used was not measured.'
  const { least, most } = spread(shares)
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const middle = median(shares)
  const verdict = middle <= QUIET ? 'quiet enough' : 'TOO NOISY: measure again when the machine is idle'
  return `Other programs used ${percent(middle)} of the machine (${percent(least)}–${percent(most)}): ${verdict}.`
}

function asJson({ figure, value, must, reach, pass }: Result) {
  return { figure, value, must, reach, pass }
}

function settings(): string {
  return Object.entries(RAISED_LIMITS)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
}

function minutes(ms: number): string {
  return `${(ms / 60_000).toFixed(1)} min`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

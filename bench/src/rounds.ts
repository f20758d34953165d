import type { Bench } from './bench.ts'
import type { Round, ScenarioName } from './report/figures.ts'
import { availability } from './scenarios/availability.ts'
import { burst } from './scenarios/burst.ts'
import { bare, naive } from './scenarios/comparison.ts'
import { desk, growth, path, replicas } from './scenarios/rush.ts'
import type { Sample, Scenario } from './scenarios/scenario.ts'
import { openModelled } from './scenarios/steady.ts'
import { venues } from './scenarios/venues.ts'
import { winners } from './scenarios/winners.ts'

// In the order they run: what is compared stands side by side, and what fills the tables comes last.
const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = {
  naive,
  bare,
  path,
  desk,
  replicas,
  residents: growth,
  availability,
  burst,
  openModel: openModelled,
  venues,
  winners,
}
// Ten thousand bookings are heard of for many seconds, and nothing is compared with them.
const AFTERWARDS: ReadonlySet<ScenarioName> = new Set(['winners'])
const NAMES = Object.keys(SCENARIOS) as readonly ScenarioName[]

/** A rehearsal that is thrown away, then rounds in which every scenario runs once, so that noise meets them all alike. */
export async function playRounds(
  bench: Bench,
  plan: {
    readonly scenarios: ReadonlySet<ScenarioName>
    readonly rounds: number
    readonly log: (line: string) => void
  },
): Promise<readonly Round[]> {
  const compared = await playAll(bench, { ...plan, scenarios: plan.scenarios.difference(AFTERWARDS) })
  const single = await playAll(bench, { ...plan, scenarios: plan.scenarios.intersection(AFTERWARDS) })
  return compared.map((round, nr) => ({ ...round, ...single[nr] }))
}

async function playAll(bench: Bench, plan: Parameters<typeof playRounds>[1]): Promise<readonly Round[]> {
  const played: Round[] = []
  for (let nr = 0; nr <= plan.rounds; nr++) {
    const round = await playRound(bench, { ...plan, nr })
    if (nr > 0) played.push(round)
  }
  return played
}

async function playRound(
  bench: Bench,
  { scenarios, nr, log }: Parameters<typeof playRounds>[1] & { readonly nr: number },
): Promise<Round> {
  const round: Partial<Record<ScenarioName, Sample>> = {}
  for (const name of NAMES.filter(each => scenarios.has(each))) {
    const begun = performance.now()
    const sample = await orBroken(bench, name, () => SCENARIOS[name](bench, { nr, rehearsal: nr === 0 }))
    round[name] = sample
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
    log(`  ${nr === 0 ? 'rehearsal' : `round ${nr}`} ${name} (${seconds} s): ${inWords(sample)}`)
  }
  return round
}

/** A run that could not end is a broken promise, and takes no other figure with it. */
async function orBroken(bench: Bench, name: string, run: () => Promise<Sample>): Promise<Sample> {
  try {
    return await run()
  } catch (error) {
    bench.aftermath.note(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    return {}
  }
}

function inWords(sample: Sample): string {
  return Object.entries(sample)
    .map(([name, value]) => `${name} ${Number(value.toPrecision(3))}`)
    .join(', ')
}

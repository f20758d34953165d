import type { DrawEntry, DrawWish } from '@asaichi/contract/lottery/draw-bundle.ts'
import { runDraw } from '../src/draw.ts'
import { freezeRound, type OpenRound } from '../src/entry-list.ts'
import { explainer } from '../src/explain.ts'
import { digestOf } from '../src/hash.ts'
import { verifyBundle } from '../src/verify.ts'
import { FROZEN_AT, OPEN_ROUND, ROUND_1000, wish } from '../tests/rounds.ts'

// Q5: 300 slots, 20,000 entries and a tenth and ten times of it; 20,000 in at most 5 s, growing no faster than n log n.
const [ROOMS, HOURS, LIMIT_SECONDS] = [25, 12, 5]
const SIZES = [2_000, 20_000, 200_000]
const NORMAL = 20_000
// A quarter more than n log n is the noise of a busy machine; n² would be ten times as much.
const GROWTH_LIMIT = 1.25

const round: OpenRound = {
  ...OPEN_ROUND,
  listings: Array.from({ length: ROOMS }, (_, room) => ({
    listingId: `room-${room}`,
    spaceIds: [`room-${room}`],
  })),
}

process.exitCode = main()

function main(): 0 | 1 {
  run(SIZES[0] ?? 1) // so that the first measured run does not pay for the compiler
  const runs = SIZES.map(run)
  const normal = runs.find(({ size }) => size === NORMAL)
  const growthOf = ({ size, draw }: (typeof runs)[number]) =>
    normal ? draw / normal.draw / (work(size) / work(NORMAL)) : Number.NaN
  for (const one of runs) {
    const { size, draw, verify, explain, megabytes } = one
    print(
      `${String(size).padStart(7)} entries: draw ${seconds(draw)}, verify ${seconds(verify)}, first explanation ${seconds(explain)}, ` +
        `peak memory ${megabytes} MB, draw ÷ n log n = ${growthOf(one).toFixed(2)} of ${NORMAL}'s`,
    )
  }
  const isFast = normal !== undefined && normal.draw <= LIMIT_SECONDS
  const isSteady = runs.filter(({ size }) => size > NORMAL).every(one => growthOf(one) <= GROWTH_LIMIT)
  print(`${NORMAL} entries in at most ${LIMIT_SECONDS} s: ${isFast ? 'yes' : 'NO'}`)
  print(`no faster growth than n log n: ${isSteady ? 'yes' : 'NO'}`)
  return isFast && isSteady ? 0 : 1
}

function run(size: number) {
  const entries = Array.from({ length: size }, (_, index) => entryOf(index))
  const [draw, outcome] = timed(() =>
    runDraw(freezeRound(round, entries, FROZEN_AT), { beacon: ROUND_1000, exclusions: [] }),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal.detail))
  const [verify, checks] = timed(() => verifyBundle(outcome.value))
  if (checks.some(({ status }) => status !== 'ok')) throw new Error(JSON.stringify(checks))
  const [explain] = timed(() => explainer(outcome.value)(outcome.value.entries[0]?.entryId ?? ''))
  return { size, draw, verify, explain, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }
}

/** Rush as in life: everyone wants something, most want the same rooms, and half have a second entry. */
function entryOf(index: number): DrawEntry {
  const dice = digestOf(['entry', index])
  const entryId = `${dice.slice(0, 8)}-${dice.slice(8, 12)}-4${dice.slice(12, 15)}-8${dice.slice(15, 18)}-${dice.slice(18, 30)}`
  const wishes = [30, 36, 42].slice(0, 1 + (index % 3)).map(at => wishOf(dice.slice(at, at + 6)))
  return { entryId, entrant: digestOf(['person', Math.floor(index / 1.5)]), priorWins: 0, wishes }
}

function wishOf(dice: string): DrawWish {
  const [first, second, third] = [0, 2, 4].map(at => Number.parseInt(dice.slice(at, at + 2), 16))
  const room = Math.min(first ?? 0, second ?? 0) % ROOMS
  const hour = 9 + ((third ?? 0) % HOURS)
  return wish(`room-${room}`, clock(hour), clock(hour + 1))
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

function timed<Value>(act: () => Value): readonly [number, Value] {
  const start = performance.now()
  const value = act()
  return [(performance.now() - start) / 1000, value]
}

function work(size: number): number {
  return size * Math.log2(size)
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

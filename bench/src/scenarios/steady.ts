import type { Slot } from '../ground.ts'
import { openModel } from '../load/open-model.ts'
import { pressesOf } from '../load/presses.ts'
import { measured } from '../measure.ts'
import { percentile } from '../report/statistics.ts'
import type { Resident } from '../residents.ts'
import { exchange, openLines, prepared } from './burst.ts'
import { cpuRows, type Scenario, secondsOf } from './scenario.ts'
import { toldOverHttp } from './told.ts'

const PER_SECOND = 1_000
const SECONDS = 8
// The generator's own compiler and the first connections show in the beginning.
const DISCARDED_SECONDS = 2
const PRESSES_A_SLOT = 20

/** A thousand presses arrive every second, whoever else still waits; one in twenty wins, all the time. */
export const openModelled: Scenario = async (bench, turn) => {
  const residents = bench.nextCrowd()
  const seconds = secondsOf(turn, SECONDS)
  const arrivals = PER_SECOND * seconds
  const venueDays = Array.from(
    { length: Math.ceil(arrivals / PRESSES_A_SLOT / 100) },
    () => bench.ground.venueDay().slots,
  )
  const slots = venueDays.flat().slice(0, arrivals / PRESSES_A_SLOT)
  const presses = prepared(pressesOf(plan({ residents, slots, arrivals })))
  await using lines = await openLines(bench, residents)
  const { result, spent } = await measured(bench.town.processes(), () =>
    openModel({ arrivals, perSecond: PER_SECOND }, nr => {
      const press = presses[nr]
      if (!press) throw new Error('More arrivals than presses')
      return exchange(lines, press)
    }),
  )
  const told = toldOverHttp(
    'open-model',
    slots,
    result.map(each => each.result),
  )
  await bench.aftermath.settled(slots, told.accepted + told.refused)
  await bench.aftermath.check(told)
  if (told.shed > 0) bench.aftermath.note(`open-model: ${told.shed} of ${arrivals} had to come again`)
  const discarded = turn.rehearsal ? 0 : DISCARDED_SECONDS * PER_SECOND
  const latencies = result.slice(discarded).map(each => each.latencyMs)
  return {
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    // Near a full machine a latency says little without whose time it is.
    ...cpuRows(spent.byProcess, arrivals),
    foreign: spent.foreign,
  }
}

/** Twenty residents in a row on each slot. */
function plan(of: {
  readonly residents: readonly Resident[]
  readonly slots: readonly Slot[]
  readonly arrivals: number
}): readonly { readonly resident: Resident; readonly slot: Slot }[] {
  return Array.from({ length: of.arrivals }, (_, nr) => {
    const resident = of.residents[nr % of.residents.length]
    const slot = of.slots[Math.floor(nr / PRESSES_A_SLOT)]
    if (!resident || !slot) throw new Error('A crowd needs residents and slots')
    return { resident, slot }
  })
}

import type { Bench } from '../bench.ts'
import type { Slot, VenueDay } from '../ground.ts'
import { pressesOf } from '../load/presses.ts'
import { measured } from '../measure.ts'
import type { Resident } from '../residents.ts'
import { exchange, openLines, prepared } from './burst.ts'
import type { Scenario } from './scenario.ts'
import { toldOverHttp } from './told.ts'

/**
 * The same presses twice: ten days of one venue one after the other, then ten venues on one day at once. Only the number of
 * desks that work at the same time differs; slots, winners and presses are the same.
 */
export const venues: Scenario = async (bench, { rehearsal }) => {
  const days = bench.ground.daysOfOneVenue(rehearsal ? 1 : 10)
  let one = 0
  for (const day of days) one += await costOf(bench, [day])
  const many = bench.ground.everyVenue()
  const ten = await costOf(bench, many)
  const oneUs = one / (days.length * PRESSES)
  const tenUs = ten / (many.length * PRESSES)
  return { oneUs, tenUs, ratio: tenUs / oneUs }
}

const PRESSES = 1_000

/** CPU µs of a thousand residents pressing once at each venue: ten of them for a slot. */
async function costOf(bench: Bench, days: readonly VenueDay[]): Promise<number> {
  const slots = days.flatMap(day => day.slots)
  const residents = bench.nextCrowd().slice(0, PRESSES)
  const presses = prepared(pressesOf(everyoneEverywhere(residents, days)))
  await using lines = await openLines(bench, residents)
  const { result, spent } = await measured(bench.town.processes(), async () => {
    const exchanges = await Promise.all(presses.map(each => exchange(lines, each)))
    const told = toldOverHttp('venues', slots, exchanges)
    await bench.aftermath.settled(slots, told.accepted + told.refused)
    return told
  })
  await bench.aftermath.check(result)
  return spent.total
}

/** Neighbours in the order go to different venues, and a resident is never at two of them at the same moment. */
function everyoneEverywhere(
  residents: readonly Resident[],
  days: readonly VenueDay[],
): readonly { readonly resident: Resident; readonly slot: Slot }[] {
  const apart = Math.floor(residents.length / days.length)
  return Array.from({ length: residents.length * days.length }, (_, nr) => {
    const venue = nr % days.length
    const turn = Math.floor(nr / days.length)
    const resident = residents[(turn + venue * apart) % residents.length]
    const slots = days[venue]?.slots ?? []
    const slot = slots[turn % slots.length]
    if (!resident || !slot) throw new Error('A crowd needs residents and slots')
    return { resident, slot }
  })
}

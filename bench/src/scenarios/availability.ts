import type { Bench } from '../bench.ts'
import { askAgain } from '../load/wrk.ts'
import { measured } from '../measure.ts'
import { type Sample, type Scenario, secondsOf } from './scenario.ts'

const SECONDS = 3

/** A room's month through the gateway, and the same bytes from a server that does nothing else. */
export const availability: Scenario = async (bench, turn) => {
  const { bare, town, ground } = bench
  const slot = ground.example.slots[0]
  const month = ground.openDates[0]?.slice(0, 7) ?? ''
  const url = `${town.gateways()[0]?.url}/api/listings/${slot?.listingId}/availability?month=${month}`
  const page = await (await fetch(url)).text()
  await fetch(`${bare.url}/page`, { method: 'PUT', body: page })
  const seconds = secondsOf(turn, SECONDS)
  const baseline = await rate(bench, { url: `${bare.url}/page`, seconds })
  const gateway = await rate(bench, { url, seconds })
  return {
    barePerSecond: baseline['perSecond'] ?? Number.NaN,
    gatewayPerSecond: gateway['perSecond'] ?? Number.NaN,
    bytes: Buffer.byteLength(page),
    foreign: gateway['foreign'] ?? Number.NaN,
  }
}

async function rate(
  { bare, town, aftermath }: Bench,
  load: { readonly url: string; readonly seconds: number },
): Promise<Sample> {
  const { result, spent } = await measured([bare, ...town.processes()], () => askAgain(load))
  const bad = (result.answers['bad'] ?? 0) + result.lost
  if (bad > 0) aftermath.note(`availability: ${bad} of the GETs of ${load.url} were not answered 200`)
  return { perSecond: (result.answers['200'] ?? 0) / result.seconds, foreign: spent.foreign }
}

import type { Bench } from '../bench.ts'
import { type HttpLines, openHttpLines } from '../load/http-lines.ts'
import { crowd, httpRequestOf, type Press, pressesOf } from '../load/presses.ts'
import { CONNECTIONS } from '../load/wrk.ts'
import { measured } from '../measure.ts'
import { percentile } from '../report/statistics.ts'
import type { Resident } from '../residents.ts'
import { logIn } from './rush.ts'
import type { Scenario } from './scenario.ts'
import { type Exchange, toldOverHttp } from './told.ts'

/** 2,000 residents press at the same instant for a hundred slots; how long the last of them waits. */
export const burst: Scenario = async bench => {
  const { slots } = bench.ground.venueDay()
  const residents = bench.nextCrowd()
  const pick = crowd(residents, slots)
  const presses = prepared(pressesOf(residents.map((_, nr) => pick(nr))))
  await using lines = await openLines(bench, residents)
  const { result, spent } = await measured(bench.town.processes(), async () => {
    const begun = performance.now()
    const exchanges = await Promise.all(presses.map(each => exchange(lines, each)))
    return { exchanges, begun }
  })
  const told = toldOverHttp('burst', slots, result.exchanges)
  await bench.aftermath.settled(slots, told.accepted + told.refused)
  await bench.aftermath.check(told)
  if (told.shed > 0) bench.aftermath.note(`burst: ${told.shed} of ${presses.length} had to come again`)
  const waits = result.exchanges.map(each => each.answeredMs - result.begun)
  return { lastMs: Math.max(...waits), p50Ms: percentile(waits, 0.5), foreign: spent.foreign }
}

export type Prepared = { readonly press: Press; readonly request: Buffer }

export function prepared(presses: readonly Press[]): readonly Prepared[] {
  return presses.map(press => ({ press, request: httpRequestOf(press) }))
}

/** Connections to the gateway, these residents' sessions known to it. */
export async function openLines({ town }: Bench, residents: readonly Resident[]): Promise<HttpLines> {
  const url = town.gateways()[0]?.url ?? ''
  await logIn(url, residents)
  return openHttpLines(url, CONNECTIONS)
}

export async function exchange(
  lines: HttpLines,
  { press, request }: Prepared,
): Promise<Exchange & { readonly answeredMs: number }> {
  const sentMs = performance.now()
  const answer = await lines.send(request)
  return { press, sentMs, answer, answeredMs: performance.now() }
}

import { applicationOf } from '../load/presses.ts'
import { askAgain, pressFor } from '../load/wrk.ts'
import { measured } from '../measure.ts'
import { type Scenario, secondsOf } from './scenario.ts'

const SECONDS = 4

/** H and C: a POST of the very JSON a resident sends, parsed and echoed. */
export const bare: Scenario = async ({ bare: server, ground }, turn) => {
  const [slot] = ground.example.slots
  if (!slot) throw new Error('A venue-day without slots')
  const body = JSON.stringify(applicationOf(slot))
  const { result, spent } = await measured([server], () =>
    askAgain({ url: `${server.url}/echo`, seconds: secondsOf(turn, SECONDS), body }),
  )
  const answered = result.answers['200'] ?? 0
  return {
    perSecond: answered / result.seconds,
    cpuUs: spent.total / answered,
    foreign: spent.foreign,
  }
}

/** The same crowd on the same hundred slots, by a server that knows no better. Its deadlocks are its own. */
export const naive: Scenario = async ({ naive: server, ...bench }, turn) => {
  await bench.pool.query('truncate naive.naive_occupancies')
  const postgres = bench.town.processes().filter(({ name }) => name === 'postgres')
  let sample = {}
  const deadlocks = await bench.aftermath.deadlocksIn(async () => {
    const { result, spent } = await measured([server, ...postgres], () =>
      pressFor({
        url: server.url,
        seconds: secondsOf(turn, SECONDS),
        residents: bench.residents,
        slots: bench.ground.example.slots,
      }),
    )
    const answered = (result.answers['201'] ?? 0) + (result.answers['409'] ?? 0)
    sample = {
      perSecond: answered / result.seconds,
      cpuUs: spent.total / answered,
      foreign: spent.foreign,
      faults: result.answers['other'] ?? 0,
    }
  })
  return { ...sample, deadlocks }
}

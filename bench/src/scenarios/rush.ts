import type { Bench } from '../bench.ts'
import { pressAtDesk } from '../load/desk-driver.ts'
import { openHttpLines } from '../load/http-lines.ts'
import { crowd, pressesOf } from '../load/presses.ts'
import { CONNECTIONS, pressFor } from '../load/wrk.ts'
import { measured } from '../measure.ts'
import type { Resident } from '../residents.ts'
import { cpuRows, type Sample, type Scenario, secondsOf } from './scenario.ts'
import { toldAtDesk } from './told.ts'

const SECONDS = 4
const GROWTH_SECONDS = 3
// More than two cores decide in a second; the driver stops at the end of its time.
const PRESSES_PER_SECOND = 30_000

/** The whole path: 256 connections, every resident's press over HTTP, NATS and the desk into PostgreSQL. */
export const path: Scenario = (bench, turn) => rush(bench, { seconds: secondsOf(turn, SECONDS) })

/** The same, shared by two gateways and two reservation services. */
export const replicas: Scenario = async (bench, turn) => {
  await using _ = await bench.town.addReplicas()
  // What has only just started has compiled nothing yet.
  await rush(bench, { seconds: 2 })
  return await rush(bench, { seconds: secondsOf(turn, SECONDS) })
}

/** Two hundred residents who press again and again, then two thousand; on so few connections that nobody presses twice at once. */
export const growth: Scenario = async (bench, turn) => {
  const of = { seconds: secondsOf(turn, GROWTH_SECONDS), connections: 64 }
  const few = await rush(bench, { ...of, residents: bench.residents.length / 10 })
  const many = await rush(bench, { ...of, residents: bench.residents.length })
  return { fewUs: few['cpuUs'] ?? Number.NaN, manyUs: many['cpuUs'] ?? Number.NaN }
}

type Rush = { readonly seconds: number; readonly residents?: number; readonly connections?: number }

/** A crowd on one venue's hundred slots, split evenly over the gateways that run. */
export async function rush(
  bench: Bench,
  { seconds, residents = bench.residents.length, connections = CONNECTIONS }: Rush,
): Promise<Sample> {
  const { slots } = bench.ground.venueDay()
  const gateways = bench.town.gateways()
  const everyone = bench.nextCrowd().slice(0, residents)
  const crowds = gateways.map((gateway, nr) => ({
    url: gateway.url,
    residents: everyone.filter((_, index) => index % gateways.length === nr),
  }))
  await Promise.all(crowds.map(each => logIn(each.url, each.residents)))
  let drainMs = 0
  const { result, spent } = await measured(bench.town.processes(), async () => {
    const runs = await Promise.all(
      crowds.map(each => pressFor({ ...each, slots, seconds, connections: connections / crowds.length })),
    )
    const count = (status: string) => runs.reduce((sum, run) => sum + (run.answers[status] ?? 0), 0)
    const totals = {
      accepted: count('201'),
      refused: count('409'),
      shed: count('503'),
      other: count('other'),
    }
    drainMs = await bench.aftermath.settled(slots, totals.accepted + totals.refused)
    const lost = runs.reduce((sum, run) => sum + run.lost, 0)
    return { ...totals, lost, seconds: runs[0]?.seconds ?? Number.NaN, example: runs[0]?.example }
  })
  const { seconds: took, lost, ...totals } = result
  await bench.aftermath.check({ name: 'path', slots, cutOff: connections + lost, ...totals })
  const answered = totals.accepted + totals.refused
  return {
    perSecond: answered / took,
    cpuUs: spent.total / answered,
    ...cpuRows(spent.byProcess, answered),
    shed: totals.shed,
    drainMs,
    foreign: spent.foreign,
  }
}

/** Every resident looks once, as they do before seven, so that the gateway knows their sessions. */
export async function logIn(url: string, residents: readonly Resident[]): Promise<void> {
  await using lines = await openHttpLines(url, 64)
  const answers = await Promise.all(
    residents.map(({ token }) =>
      lines.send(Buffer.from(`GET /api/me HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: session=${token}\r\n\r\n`)),
    ),
  )
  const refused = answers.find(answer => answer.status !== 200)
  if (refused) throw new Error(`A resident is not logged in: ${refused.status} ${refused.body.toString()}`)
}

/** The reservation service and PostgreSQL alone, asked over NATS by its contract. */
export const desk: Scenario = async (bench, turn) => {
  const { slots } = bench.ground.venueDay()
  const seconds = secondsOf(turn, SECONDS)
  const pick = crowd(bench.residents, slots)
  const plan = Array.from({ length: seconds * PRESSES_PER_SECOND }, (_, nr) => pick(nr))
  const presses = pressesOf(plan)
  const processes = bench.town.processes().filter(({ name }) => /^(reservation|postgres|nats)/.test(name))
  const { result, spent } = await measured(processes, async () => {
    const run = await pressAtDesk(bench.raw, bench.wire, { presses, seconds })
    const told = toldAtDesk(slots, run.answers)
    return { ...run, told, drainMs: await bench.aftermath.settled(slots, told.accepted + told.refused) }
  })
  const { told } = result
  await bench.aftermath.check(told)
  const answered = told.accepted + told.refused
  return {
    perSecond: answered / result.seconds,
    cpuUs: spent.total / answered,
    ...cpuRows(spent.byProcess, answered),
    pressesAMessage: bench.wire.most,
    shed: told.shed,
    drainMs: result.drainMs,
    foreign: spent.foreign,
  }
}

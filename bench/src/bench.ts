import path from 'node:path'
import { connectAsking } from '@asaichi/bus/bus.ts'
import type { Call } from '@asaichi/bus/call.ts'
import { emit } from '@asaichi/bus/emit.ts'
import { roundClosedEmpty } from '@asaichi/contract/lottery/rounds.ts'
import type { OutboxService } from '@asaichi/contract/town/town.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { createClock } from '@asaichi/service/clock.ts'
import type { ServiceEnv } from '@asaichi/service/env.ts'
import { createLog } from '@asaichi/service/log.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { type Producer, startProducer } from '@asaichi/testkit/producer.ts'
import { openRawCaller, type RawCaller } from '@asaichi/testkit/raw-caller.ts'
import pg from 'pg'
import { type Aftermath, createAftermath } from './aftermath.ts'
import { type BenchProcess, type BenchTown, type InspectPorts, openBenchTown } from './bench-town.ts'
import { buildCity, CITY, createGround, type Ground } from './ground.ts'
import { findWire, type Wire } from './load/desk-driver.ts'
import { type Rounds, serveRounds } from './lottery-stand-in.ts'
import { createCrowds, type Resident } from './residents.ts'

/** What the runs stand on: a town with a city, its residents logged in, and two servers to compare with. */
export type Bench = {
  readonly town: BenchTown
  readonly pool: pg.Pool
  readonly ground: Ground
  readonly residents: readonly Resident[]
  /**
   * The residents on a device they have not used for a while: the gateway keeps a session ten seconds without renewing it, so
   * one that was looked up for the run before could run out in the middle of this one.
   */
  readonly nextCrowd: () => readonly Resident[]
  readonly aftermath: Aftermath
  readonly call: Call
  readonly lottery: Producer
  readonly rounds: Rounds
  readonly raw: RawCaller
  readonly wire: Wire
  readonly bare: BenchProcess
  readonly naive: BenchProcess
} & AsyncDisposable

const RESIDENTS = 2_000
const DEVICES = 10
const COPIES_WITHIN_MS = 60_000

export async function openBench(options: { readonly inspect?: InspectPorts } = {}): Promise<Bench> {
  await using opened = new AsyncDisposableStack()
  const town = opened.use(await openBenchTown(options))
  const { adminUrl, tester } = town
  const pool = new pg.Pool({ connectionString: adminUrl, max: 2 })
  opened.defer(() => pool.end())
  const ours = { clock: createClock('real'), log: createLog('bench', 'silent') }
  const bus = opened.use(await connectAsking({ nats: tester, party: 'tester', ...ours }))
  const lottery = opened.use(await startProducer({ config: configOf(town) }, 'lottery'))
  const raw = opened.use(await openRawCaller(tester))
  const ground = createGround(Temporal.Now.plainDateISO('Asia/Tokyo').toString())
  await buildCity(bus.call)
  await openDates(lottery, ground.openDates)
  const crowds = await createCrowds(town.databases['identity'] ?? '', { people: RESIDENTS, devices: DEVICES })
  let turn = 0
  await pool.query('create schema naive')
  await pool.query('create table naive.naive_occupancies (like reservation.occupancies including all)')
  const bare = opened.use(await serverOf(town, 'bare'))
  const naive = opened.use(await serverOf(town, 'naive'))
  await copiesAreComplete(pool, { dates: ground.openDates.length, residents: RESIDENTS })
  const held = opened.move()
  return {
    town,
    pool,
    ground,
    residents: crowds[0] ?? [],
    nextCrowd: () => crowds[turn++ % crowds.length] ?? [],
    aftermath: createAftermath(pool, bus.call, town.postgresLog),
    call: bus.call,
    lottery,
    rounds: serveRounds(bus.serve),
    raw,
    wire: await findWire(raw),
    bare,
    naive,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
}

/** Nothing was entered for these dates, so first-come has them. */
async function openDates(lottery: Producer, dates: readonly string[]): Promise<void> {
  await lottery.publish(async tx => {
    for (const date of dates) {
      const roundId = crypto.randomUUID()
      const data = { roundId, cityId: CITY, date }
      await emit(tx, roundClosedEmpty, { aggregateId: roundId, version: 1, data })
    }
  })
}

/** The reservation service knows its neighbours' facts from events, and a press before that would be refused. */
async function copiesAreComplete(
  pool: pg.Pool,
  expected: { readonly dates: number; readonly residents: number },
): Promise<void> {
  await eventually(async () => {
    const { rows } = await pool.query<{ dates: number; residents: number }>(
      `select (select count(*)::int from reservation.opened_dates where city_id = $1) as dates,
       (select count(*)::int from reservation.permissions where city_id = $1) as residents`,
      [CITY],
    )
    const known = rows[0] ?? { dates: 0, residents: 0 }
    if (known.dates < expected.dates || known.residents < expected.residents)
      throw new Error(`The reservation service knows only ${known.residents} residents, ${known.dates} dates`)
  }, COPIES_WITHIN_MS)
}

async function serverOf(town: BenchTown, name: 'bare' | 'naive'): Promise<BenchProcess> {
  const port = await freePort()
  return town.launch({
    name: `server-${name}`,
    command: process.execPath,
    args: [path.join(import.meta.dirname, 'servers', `${name}.ts`), String(port)],
    env: { DATABASE_URL: town.adminUrl },
    url: `http://127.0.0.1:${port}`,
    ready: { kind: 'line', pattern: /^ready$/m },
  })
}

function configOf({ databases, bus }: BenchTown): (service: OutboxService) => ServiceEnv {
  return service => ({
    HEALTH_HOST: '127.0.0.1',
    HEALTH_PORT: 0,
    LOG_LEVEL: 'silent',
    TOWN_CLOCK: 'real',
    EXIT_WITH_PARENT: '0',
    NODE_ENV: 'development',
    OTEL_TRACES_SAMPLER_ARG: 0,
    PUBLIC_URL: 'http://localhost:8080',
    DATABASE_URL: databases[service] ?? '',
    ...bus[service],
  })
}

import { chmod, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { startKeeper } from '@asaichi/bus/keeper.ts'
import { natsUsers } from '@asaichi/bus/nats-users.ts'
import { newSeed } from '@asaichi/bus/nkeys.ts'
import { TOWN_PARTIES } from '@asaichi/bus/parties.ts'
import { migrateAll } from '@asaichi/city/migrate-all.ts'
import { type TownBus, townBus } from '@asaichi/city/town-bus.ts'
import { townKeys } from '@asaichi/city/town-keys.ts'
import { defaultTownFolder, repositoryRoot } from '@asaichi/servers/folders.ts'
import { natsProgram } from '@asaichi/servers/nats-server.ts'
import { postgresProgram } from '@asaichi/servers/postgres/embedded-postgres.ts'
import { ownProcess } from '@asaichi/servers/processes/owned-process.ts'
import type { Program } from '@asaichi/servers/processes/program.ts'
import type { Ready } from '@asaichi/servers/processes/ready.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import type { BusEnv } from '@asaichi/service/env.ts'
import { bootstrap } from '@asaichi/store/bootstrap.ts'
import { servingParts } from '@asaichi/town/parts.ts'
import { claimFolder } from '@asaichi/town/processes/folder-lock.ts'
import { removeTownData } from '@asaichi/town/town-data.ts'
import { townPorts } from '@asaichi/town/town-ports.ts'

/** A process of ours that runs now. */
export type BenchProcess = {
  readonly name: string
  readonly pid: number
  readonly url: string
} & AsyncDisposable

/** The part of the town that 07:00 meets, every process its own as in `npm start`, on the real clock and a durable PostgreSQL. */
export type BenchTown = {
  readonly adminUrl: string
  readonly bus: TownBus
  /** For what plays several parts of a town: it may do anything on the bus. */
  readonly tester: BusEnv
  /** URLs of the services' own roles, by service. */
  readonly databases: Readonly<Record<string, string>>
  readonly postgresLog: string
  /** Those that take part in a press. */
  readonly processes: () => readonly BenchProcess[]
  readonly gateways: () => readonly BenchProcess[]
  /** One more gateway and one more reservation service; disposing ends them. */
  readonly addReplicas: () => Promise<AsyncDisposable>
  /** Ends a process that belongs to nobody's path before the town ends. */
  readonly launch: (program: Launch) => Promise<BenchProcess>
} & AsyncDisposable

export type Launch = Program & { readonly name: string; readonly url: string; readonly ready: Ready }

/** Limits of the gateway that would otherwise measure themselves: the whole city comes from one loopback address. */
export const RAISED_LIMITS = { RATE_REQUESTS: '1000000', RATE_WRITES: '1000000', IN_FLIGHT_MAX: '10000' }

const SERVICES = ['identity', 'catalog', 'reservation']
const dir = path.join(defaultTownFolder, 'bench')

/** Ports of V8's inspector, by process, for those that are to be profiled. */
export type InspectPorts = Readonly<Record<string, number>>

export async function openBenchTown({
  inspect = {},
}: {
  readonly inspect?: InspectPorts
} = {}): Promise<BenchTown> {
  await using opened = new AsyncDisposableStack()
  await prepareFolder(opened)
  const running = new Map<string, BenchProcess>()
  const launch = launcher(running)
  const servers = await serverPrograms()
  for (const server of [servers.postgres, servers.nats]) opened.use(await launch(server))
  opened.use(await startKeeper({ nats: servers.bus.keeper }))
  const { programOf, databases } = await ourPrograms(servers, inspect)
  for (const process of await Promise.all(SERVICES.map(name => launch(programOf(name))))) opened.use(process)
  opened.use(await launch(programOf('gateway-api')))
  const processes = () => [...running.values()].filter(({ name }) => ON_PATH.test(name))
  const held = opened.move()
  return {
    adminUrl: servers.postgres.url,
    bus: servers.bus,
    tester: servers.tester,
    databases,
    postgresLog: logOf('postgres'),
    processes,
    gateways: () => processes().filter(({ name }) => name.startsWith('gateway-api')),
    async addReplicas() {
      const replicas = new AsyncDisposableStack()
      for (const name of ['reservation', 'gateway-api'])
        replicas.use(await launch(programOf(name, await replicaOf())))
      return replicas
    },
    launch,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
}

async function serverPrograms() {
  const ports = await townPorts('free')
  const url = `nats://127.0.0.1:${ports.NATS.port}`
  const bus = await townBus(dir, { NATS_URL: url })
  const tester = { NATS_URL: url, NATS_SEED: newSeed() }
  const seeds = TOWN_PARTIES.map(party => [party, bus[party].NATS_SEED] as const)
  const users = natsUsers([...seeds, ['tester', tester.NATS_SEED]])
  const [keys, postgres, nats] = await Promise.all([
    townKeys(dir),
    postgresProgram({ dir: path.join(dir, 'postgres'), port: ports.POSTGRES.port, durable: true }),
    natsProgram({ dir: path.join(dir, 'nats'), port: ports.NATS.port, users }),
  ])
  return {
    ports,
    keys,
    bus,
    tester,
    postgres: { ...postgres, name: 'postgres' },
    nats: { ...nats, name: 'nats' },
  }
}

/** Our processes as the town runs them, on the real clock as in production; the database is prepared for that here. */
async function ourPrograms(
  { ports, keys, bus, postgres }: Awaited<ReturnType<typeof serverPrograms>>,
  inspect: InspectPorts,
) {
  const { passwords } = keys
  const databases = await bootstrap({ url: postgres.url, passwords, movableClock: false })
  await migrateAll(postgres.url)
  const absent = { smtpUrl: 'smtp://127.0.0.1:1', mqttUrl: 'mqtt://127.0.0.1:1' }
  const setting = { dir, ports, keys, bus, locks: 'virtual', ...absent } as const
  const parts = servingParts(setting, databases)
  const programOf = (name: string, replica?: Replica): Launch => {
    const part = parts.find(each => each.name === name)
    if (!part) throw new Error(`The town has no ${name}`)
    const port = replica?.port ?? ports.API.port
    const inspectPort = inspect[name]
    return {
      ...part,
      name: replica ? `${name}-2` : name,
      args: inspectPort === undefined ? part.args : [`--inspect=127.0.0.1:${inspectPort}`, ...part.args],
      env: { ...part.env, ...RAISED_LIMITS, TOWN_CLOCK: 'real', PORT: String(port), ...replica?.env },
      url: `http://127.0.0.1:${port}`,
      ready: replica?.ready ?? part.ready,
    }
  }
  return { programOf, databases }
}

const ON_PATH = /^(postgres|nats|identity|catalog|reservation|gateway-api)(-2)?$/

type Replica = {
  readonly port: number
  readonly env: Readonly<Record<string, string>>
  readonly ready: Ready
}

async function replicaOf(): Promise<Replica> {
  const [port, healthPort] = [await freePort(), await freePort()]
  return {
    port,
    env: { HEALTH_PORT: String(healthPort) },
    ready: { kind: 'http', url: `http://127.0.0.1:${healthPort}/readyz` },
  }
}

/** Begins with no data; a second benchmark at once would measure the first. */
async function prepareFolder(opened: AsyncDisposableStack): Promise<void> {
  await mkdir(dir, { recursive: true })
  await chmod(dir, 0o711)
  const claim = await claimFolder(dir)
  if (!claim) throw new Error('Another benchmark is running: wait for its end.')
  opened.use(claim)
  await removeTownData(dir)
  await mkdir(path.join(dir, 'logs'), { recursive: true })
}

function launcher(running: Map<string, BenchProcess>): BenchTown['launch'] {
  return async program => {
    const { name } = program
    const owned = await ownProcess({ cwd: repositoryRoot, ...program }, logOf(name))
    const process: BenchProcess = {
      name,
      pid: owned.pid,
      url: owned.url,
      async [Symbol.asyncDispose]() {
        running.delete(name)
        await owned.stop()
      },
    }
    running.set(name, process)
    return process
  }
}

function logOf(name: string): string {
  return path.join(dir, 'logs', `${name}.log`)
}

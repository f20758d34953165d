import { chmod, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { connectAsking } from '@asaichi/bus/bus.ts'
import { startKeeper } from '@asaichi/bus/keeper.ts'
import { natsUsers } from '@asaichi/bus/nats-users.ts'
import { TOWN_PARTIES } from '@asaichi/bus/parties.ts'
import { migrateAll } from '@asaichi/city/migrate-all.ts'
import { busServers, townBus } from '@asaichi/city/town-bus.ts'
import { townKeys } from '@asaichi/city/town-keys.ts'
import { writeAtomically } from '@asaichi/lock-protocol/atomic-file.ts'
import { type NatsOptions, natsProgram, writeNatsConfig } from '@asaichi/servers/nats-server.ts'
import { postgresProgram } from '@asaichi/servers/postgres/embedded-postgres.ts'
import { createClock } from '@asaichi/service/clock.ts'
import type { BusEnv } from '@asaichi/service/env.ts'
import { createLog } from '@asaichi/service/log.ts'
import { bootstrap, type ClockStart } from '@asaichi/store/bootstrap.ts'
import { loadDemo } from './demo/load.ts'
import { DEMO_LOCKS, gatewayCredentials, writeBridgeLocks } from './demo-locks.ts'
import { type PartsSetting, peripheralParts, type Replicas, servingParts } from './parts.ts'
import { claimFolder } from './processes/folder-lock.ts'
import type { Part } from './processes/supervised.ts'
import { createSupervisor, type Supervisor } from './processes/supervisor.ts'
import { type LockFamily, mustBeInstalled } from './simulated-locks/families.ts'
import { removeTownData } from './town-data.ts'
import { townPorts } from './town-ports.ts'
import type { TownRecord } from './town-record.ts'
import { buildWebApp } from './web-build.ts'

export const OUTSIDE = [
  'DATABASE_URL',
  'NATS_URL',
  'NATS_TLS_CA',
  'NATS_TLS_CERT',
  'NATS_TLS_KEY',
  'SMTP_URL',
  'MQTT_URL',
] as const

/** Servers that replace an embedded part, and how the bus outside is reached. */
export type External = Readonly<Partial<Record<(typeof OUTSIDE)[number], string | undefined>>>

export type TownOptions = {
  /** Everything the town keeps lies in this folder. */
  readonly dir: string
  readonly ports: 'fixed' | 'free'
  /** Begins with no data. */
  readonly fresh?: boolean
  /** Brings in the demo's cities, venues and people. */
  readonly demo?: boolean
  /** Builds the web app where its sources changed, and serves it at `/`. */
  readonly web?: boolean
  /** Where the clock of a town without data begins; without it at the real time. */
  readonly clock?: ClockStart
  readonly external?: External
  /** false: a test's database, which forgets what it had when the power fails. */
  readonly durable?: boolean
  /** Only these parts, for a test that needs no more. */
  readonly only?: readonly string[]
  readonly replicas?: Replicas
  /** What the demo's doors have; virtual locks where nothing is said. */
  readonly locks?: LockFamily
  /** Further variables of a part, by its name: a load test's gateway stands behind a proxy, for one. */
  readonly env?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly log?: (line: string) => void
  /** Gives the start up and stops what was started. */
  readonly signal?: AbortSignal
}

export type Town = {
  readonly urls: TownRecord['urls']
  /** The owner's own way in, for those who look at the truth behind the services. */
  readonly databaseUrl: string
  /** The way onto the bus of somebody at the machine. */
  readonly operator: BusEnv
  readonly supervisor: Supervisor
  readonly stop: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** The whole town, every part a process of its own; resolves when all of them are ready. */
export async function startTown(options: TownOptions): Promise<Town> {
  const { dir, log = () => undefined, signal } = options
  mustBeInstalled(options.locks ?? 'virtual')
  await mkdir(dir, { recursive: true })
  // PostgreSQL passes through it under its own account; what is secret in it has a mode of its own.
  await chmod(dir, 0o711)
  await using opened = new AsyncDisposableStack()
  const claim = await claimFolder(dir)
  if (claim === undefined)
    throw new Error(
      `A town already runs on ${dir}: use that one, or stop it with Ctrl-C where it was started.`,
    )
  opened.use(claim)
  if (options.fresh) await removeTownData(dir)
  const setting = await settingOf(options)
  const supervisor = opened.use(await createSupervisor({ dir, log }))
  signal?.addEventListener('abort', () => void supervisor.stopAll(), { once: true })
  signal?.throwIfAborted()
  const { databaseUrl, keeper } = await launchAll(supervisor, setting, options)
  if (keeper) opened.use(keeper)
  if (options.demo) await fill(setting)
  const urls = urlsOf(setting)
  const record = path.join(dir, 'town.json')
  await writeAtomically(record, JSON.stringify({ pid: process.pid, urls } satisfies TownRecord, undefined, 2))
  opened.defer(() => rm(record, { force: true }))
  const held = opened.move()
  const stop = () => held.disposeAsync()
  return { urls, databaseUrl, operator: setting.bus.operator, supervisor, stop, [Symbol.asyncDispose]: stop }
}

async function settingOf({
  dir,
  ports: kind,
  external = {},
  locks = 'virtual',
}: TownOptions): Promise<PartsSetting> {
  const ports = await townPorts(kind)
  return {
    dir,
    ports,
    locks,
    keys: await townKeys(dir),
    bus: await townBus(
      dir,
      busServers({ ...external, NATS_URL: external.NATS_URL ?? `nats://127.0.0.1:${ports.NATS.port}` }),
    ),
    smtpUrl: external.SMTP_URL ?? `smtp://127.0.0.1:${ports.SMTP.port}`,
    mqttUrl: external.MQTT_URL ?? `mqtt://127.0.0.1:${ports.MQTT.port}`,
  }
}

type Launched = {
  /** Of the embedded database or of the one outside. */
  readonly databaseUrl: string
  readonly keeper: AsyncDisposable | undefined
}

async function launchAll(
  supervisor: Supervisor,
  setting: PartsSetting,
  options: TownOptions,
): Promise<Launched> {
  const chosen = choice(options)
  const { dir, keys, locks } = setting
  const beside = [...peripheralParts(setting, await gatewayCredentials(dir, keys.lockMaster))]
  await writeBridgeLocks(dir, keys.lockMaster, locks)
  const webApp = options.web ? buildWebApp(options) : undefined
  const serve = async () => {
    const adminUrl = options.external?.DATABASE_URL ?? (await launchPostgres(supervisor, setting, options))
    const databases = await bootstrap({
      url: adminUrl,
      passwords: setting.keys.passwords,
      movableClock: true,
      clockStart: options.clock,
    })
    const withWeb = { ...setting, webDir: await webApp }
    await Promise.all([
      migrateAll(adminUrl),
      supervisor.launch(chosen(servingParts(withWeb, databases, options.replicas))),
    ])
    return adminUrl
  }
  const giveUp = new AbortController()
  const bus = launchBus(supervisor, setting, { ...options, signal: giveUp.signal })
  const serving = serve()
  try {
    const [databaseUrl, keeper] = await Promise.all([serving, bus, supervisor.launch(chosen(beside)), webApp])
    return { databaseUrl, keeper }
  } catch (error) {
    // Whoever keeps the streams asks for the bus for ever, and a town that could not start would never end.
    giveUp.abort()
    const keeper = await bus.catch(() => undefined)
    await keeper?.[Symbol.asyncDispose]()
    await supervisor.stopAll()
    // A database that is being made is no part yet, and writes on in the folder of a town that has ended.
    await serving.catch(() => undefined)
    throw error
  }
}

/** Answers whoever keeps the streams, where there is a bus at all. */
async function launchBus(
  supervisor: Supervisor,
  setting: PartsSetting,
  options: TownOptions,
): Promise<AsyncDisposable | undefined> {
  const nats = natsOptions(setting)
  if (options.external?.NATS_URL) return await keeperElsewhere(setting, await writeNatsConfig(nats))
  const parts = choice(options)([{ ...(await natsProgram(nats)), name: 'nats', ports: [setting.ports.NATS] }])
  if (parts.length === 0) return undefined
  await supervisor.launch(parts)
  return await startKeeper({
    nats: setting.bus.keeper,
    absent: 'fail',
    ...(options.signal && { signal: options.signal }),
  })
}

async function keeperElsewhere({ bus: { keeper } }: PartsSetting, config: string): Promise<AsyncDisposable> {
  try {
    return await startKeeper({ nats: keeper, absent: 'fail' })
  } catch {
    throw new Error(
      `No way onto the bus at ${keeper.NATS_URL}: is it there, and has it the block "authorization" of ${config}?`,
    )
  }
}

function natsOptions({ dir, ports, bus }: PartsSetting): NatsOptions {
  const users = natsUsers(TOWN_PARTIES.map(party => [party, bus[party].NATS_SEED] as const))
  return { dir: path.join(dir, 'nats'), port: ports.NATS.port, users }
}

async function launchPostgres(
  supervisor: Supervisor,
  { dir, ports }: PartsSetting,
  { durable = true }: TownOptions,
): Promise<string> {
  const program = await postgresProgram({
    dir: path.join(dir, 'postgres'),
    port: ports.POSTGRES.port,
    durable,
  })
  await supervisor.launch([{ ...program, name: 'postgres', ports: [ports.POSTGRES] }])
  return program.url
}

async function fill({ bus: { operator } }: PartsSetting): Promise<void> {
  await using bus = await connectAsking({
    nats: operator,
    party: 'operator',
    clock: createClock('movable'),
    log: createLog('town', 'silent'),
  })
  await loadDemo(bus)
}

/** Leaves out what an outside server replaces and what was not asked for, also where others depend on it. */
function choice({ external = {}, only, env = {} }: TownOptions): (parts: readonly Part[]) => readonly Part[] {
  const replaced = [
    external.DATABASE_URL && 'postgres',
    external.NATS_URL && 'nats',
    external.SMTP_URL && 'mail',
    external.MQTT_URL && 'gateway-lock',
  ]
  const isWanted = (name: string) => !replaced.includes(name) && (only?.includes(name) ?? true)
  return parts =>
    parts
      .filter(({ name }) => isWanted(name))
      .map(part => ({
        ...part,
        env: { ...part.env, ...env[part.name] },
        dependsOn: (part.dependsOn ?? []).filter(isWanted),
      }))
}

function urlsOf({ ports, bus, smtpUrl, mqttUrl }: PartsSetting): TownRecord['urls'] {
  const web = (port: number) => `http://localhost:${port}`
  return {
    app: web(ports.API.port),
    docs: `${web(ports.API.port)}/docs`,
    mail: web(ports.MAIL.port),
    keypads: DEMO_LOCKS.map(({ lockId, name, port }) => ({ lockId, name, url: web(ports[port].port) })),
    nats: bus.operator.NATS_URL,
    smtp: smtpUrl,
    mqtt: mqttUrl,
  }
}

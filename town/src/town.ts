import { chmod, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { connectAsking } from '@asaichi/bus/bus.ts'
import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { writeAtomically } from '@asaichi/lock-protocol/atomic-file.ts'
import { natsProgram } from '@asaichi/servers/nats-server.ts'
import { postgresProgram } from '@asaichi/servers/postgres/embedded-postgres.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import { bootstrap, type ClockStart } from '@asaichi/store/bootstrap.ts'
import { loadDemo } from './demo/load.ts'
import { DEMO_LOCKS, gatewayCredentials } from './demo-locks.ts'
import { type PartsSetting, peripheralParts, type Replicas, servingParts } from './parts.ts'
import { claimFolder } from './processes/folder-lock.ts'
import type { Part } from './processes/supervised.ts'
import { createSupervisor, type Supervisor } from './processes/supervisor.ts'
import { removeTownData } from './town-data.ts'
import { townPorts } from './town-ports.ts'
import type { TownRecord } from './town-record.ts'
import { townSecret } from './town-secret.ts'
import { buildWebApp } from './web-build.ts'

/** Servers that replace an embedded part. */
export type External = Readonly<
  Partial<Record<'DATABASE_URL' | 'NATS_URL' | 'SMTP_URL' | 'MQTT_URL', string | undefined>>
>

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
  readonly supervisor: Supervisor
  readonly stop: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** The whole town, every part a process of its own; resolves when all of them are ready. */
export async function startTown(options: TownOptions): Promise<Town> {
  const { dir, log = () => undefined, signal } = options
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
  const databaseUrl = await launchAll(supervisor, setting, options)
  if (options.demo) await fill(setting)
  const urls = urlsOf(setting)
  const record = path.join(dir, 'town.json')
  await writeAtomically(record, JSON.stringify({ pid: process.pid, urls } satisfies TownRecord, undefined, 2))
  opened.defer(() => rm(record, { force: true }))
  const held = opened.move()
  const stop = () => held.disposeAsync()
  return { urls, databaseUrl, supervisor, stop, [Symbol.asyncDispose]: stop }
}

async function settingOf({ dir, ports: kind, external = {} }: TownOptions): Promise<PartsSetting> {
  const ports = await townPorts(kind)
  return {
    dir,
    ports,
    secretKey: await townSecret(dir),
    natsUrl: external.NATS_URL ?? `nats://127.0.0.1:${ports.NATS.port}`,
    smtpUrl: external.SMTP_URL ?? `smtp://127.0.0.1:${ports.SMTP.port}`,
    mqttUrl: external.MQTT_URL ?? `mqtt://127.0.0.1:${ports.MQTT.port}`,
  }
}

/** Answers the database's URL, of the embedded one or of the one outside. */
async function launchAll(
  supervisor: Supervisor,
  setting: PartsSetting,
  options: TownOptions,
): Promise<string> {
  const chosen = choice(options)
  const beside = [await natsPart(setting), ...peripheralParts(setting, await gatewayCredentials(setting))]
  const webApp = options.web ? buildWebApp(options) : undefined
  const serve = async () => {
    const adminUrl = options.external?.DATABASE_URL ?? (await launchPostgres(supervisor, setting, options))
    const services = await bootstrap({
      url: adminUrl,
      services: ALL_SERVICES,
      secret: setting.secretKey,
      movableClock: true,
      clockStart: options.clock,
    })
    const databases = { admin: adminUrl, services }
    const withWeb = { ...setting, webDir: await webApp }
    await supervisor.launch(chosen(servingParts(withWeb, databases, options.replicas)))
    return adminUrl
  }
  const [databaseUrl] = await Promise.all([serve(), supervisor.launch(chosen(beside)), webApp])
  return databaseUrl
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

async function natsPart({ dir, ports }: PartsSetting): Promise<Part> {
  const program = await natsProgram({ dir: path.join(dir, 'nats'), port: ports.NATS.port })
  return { ...program, name: 'nats', ports: [ports.NATS] }
}

async function fill({ natsUrl }: PartsSetting): Promise<void> {
  await using bus = await connectAsking({
    url: natsUrl,
    name: 'town',
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

function urlsOf({ ports, natsUrl, smtpUrl, mqttUrl }: PartsSetting): TownRecord['urls'] {
  const web = (port: number) => `http://localhost:${port}`
  return {
    app: web(ports.API.port),
    docs: `${web(ports.API.port)}/docs`,
    mail: web(ports.MAIL.port),
    keypads: DEMO_LOCKS.map(({ lockId, name, port }) => ({ lockId, name, url: web(ports[port].port) })),
    nats: natsUrl,
    smtp: smtpUrl,
    mqtt: mqttUrl,
  }
}

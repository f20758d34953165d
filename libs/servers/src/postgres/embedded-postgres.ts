import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { type OwnedProcess, ownProcess } from '../processes/owned-process.ts'
import type { Program } from '../processes/program.ts'
import type { Ready } from '../processes/ready.ts'
import { requireFreePort } from '../tcp-port.ts'
import { nobodyCanEnter, postgresAccount, rootsFolder, runsAsRoot } from './postgres-account.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { clearAwayRemains } from './postgres-remains.ts'

const run = promisify(execFile)

export type PostgresOptions = {
  readonly dir: string
  readonly port: number
  /** true: survives a power cut and asks for a password; false: for tests, neither; both survive a kill -9. */
  readonly durable: boolean
}

export type PostgresProgram = Program & { readonly url: string; readonly ready: Ready }

const INITDB_WITHIN_MS = 60_000
// Commits still reach the operating system one by one, so a test that kills the server loses none.
const NOT_DURABLE = ['fsync=off', 'full_page_writes=off']

/** A PostgreSQL of one's own: a second start on the same folder finds what the first one left. */
export async function startPostgres(options: PostgresOptions): Promise<OwnedProcess> {
  await requireFreePort('PostgreSQL', { port: options.port })
  return await ownProcess(await postgresProgram(options), path.join(options.dir, 'postgres.log'))
}

/** Makes the data folder ready, creating it the first time, and says how to run PostgreSQL on it. */
export async function postgresProgram({ dir, port, durable }: PostgresOptions): Promise<PostgresProgram> {
  const binaries = await postgresBinaries()
  const home = await homeOf(dir)
  const data = path.join(home, 'data')
  const password = await passwordIn(home)
  if (!existsSync(data)) await createData({ binaries, home, durable })
  const settings = [
    'listen_addresses=127.0.0.1',
    // A socket's path has a limit of 107 bytes that a folder's name can break, and nothing needs one.
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    // Statements and their details hold names and addresses of people.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    ...(durable ? [] : NOT_DURABLE),
  ]
  return {
    command: path.join(binaries, 'postgres'),
    args: ['-D', data, '-p', String(port), ...settings.flatMap(setting => ['-c', setting])],
    ...howToRun(home),
    prepare: () => clearAwayRemains(data),
    stopSignal: 'SIGINT',
    ready: { kind: 'line', pattern: /database system is ready to accept connections/ },
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
  }
}

/** Removes the data of `dir`, wherever it had to be put. */
export async function removePostgresData(dir: string): Promise<void> {
  if (runsAsRoot()) await rm(await refugeOf(dir), { recursive: true, force: true })
  await rm(dir, { recursive: true, force: true })
}

/** The folder PostgreSQL owns: `dir`, or for root, when `nobody` cannot reach that, a refuge that `dir` names. */
async function homeOf(dir: string): Promise<string> {
  await mkdir(dir, { recursive: true, mode: 0o755 })
  const account = postgresAccount()
  if (account === undefined) return dir
  const reachable = await nobodyCanEnter(path.dirname(dir))
  const home = reachable ? dir : await refugeOf(dir)
  if (!reachable) await writeFile(path.join(dir, 'MOVED-TO'), `${home}\n`)
  await mkdir(home, { recursive: true })
  await chown(home, account.uid, account.gid)
  await chmod(home, 0o700)
  return home
}

async function refugeOf(dir: string): Promise<string> {
  const real = await realpath(dir).catch(() => path.resolve(dir))
  return path.join(
    await rootsFolder(),
    `data-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`,
  )
}

async function passwordIn(home: string): Promise<string> {
  const file = path.join(home, 'password')
  if (!existsSync(file)) {
    await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600 })
    const account = postgresAccount()
    if (account !== undefined) await chown(file, account.uid, account.gid)
  }
  return await readFile(file, 'utf8')
}

type NewData = { readonly binaries: string; readonly home: string; readonly durable: boolean }

/** Built beside and renamed, so that one cut short half-way is never mistaken for data. */
async function createData({ binaries, home, durable }: NewData): Promise<void> {
  const half = path.join(home, 'data.new')
  await rm(half, { recursive: true, force: true })
  const options = {
    pgdata: half,
    username: 'postgres',
    encoding: 'UTF8',
    'locale-provider': 'builtin',
    'builtin-locale': 'C.UTF-8',
    auth: durable ? 'scram-sha-256' : 'trust',
    pwfile: path.join(home, 'password'),
  }
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`)
  const { runAs, ...settings } = howToRun(home)
  await run(path.join(binaries, 'initdb'), durable ? args : [...args, '--no-sync'], {
    ...settings,
    ...runAs,
    timeout: INITDB_WITHIN_MS,
  })
  await rename(half, path.join(home, 'data'))
}

function howToRun(home: string) {
  const runAs = postgresAccount()
  return {
    // The folder we were started in may be closed to the account PostgreSQL runs as.
    cwd: home,
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
    ...(runAs && { runAs }),
  }
}

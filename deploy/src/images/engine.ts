import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { access, mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runCommand } from './run-command.ts'

/** A Docker engine of our own, with its data in a folder, in a network namespace of its own so that the machine's rules stay as they are. */
export type Engine = {
  readonly docker: (...args: readonly string[]) => Promise<string>
  /** What a container wrote, to either side. */
  readonly logs: (name: string) => Promise<string>
  /** Runs a program in the engine's network, what it says to our own output; throws where it fails. */
  readonly inside: (
    command: readonly [string, ...string[]],
    env: Readonly<Record<string, string>>,
  ) => Promise<void>
} & AsyncDisposable

const READY_MS = 30_000
const STOP_MS = 20_000
/** The package's own client: another one that was put on the PATH may lack what its engine has. */
const CLIENT = '/usr/bin/docker'

export async function startEngine(dir: string): Promise<Engine> {
  if (process.getuid?.() !== 0)
    throw new Error('Images are built by a Docker engine of our own, which needs root.')
  await access(CLIENT).catch(() => {
    throw new Error('No Docker engine: apt-get install -y --no-install-recommends docker.io')
  })
  await mkdir(dir, { recursive: true })
  const socket = path.join(dir, 'engine.sock')
  const log = openSync(path.join(dir, 'engine.log'), 'w')
  const daemon = spawn(
    'unshare',
    ['--net', 'sh', '-c', `ip link set lo up; exec dockerd "$@"`, 'sh', ...settings(dir)],
    {
      stdio: ['ignore', log, log],
    },
  )
  const env = { DOCKER_HOST: `unix://${socket}`, DOCKER_BUILDKIT: '0' }
  const docker = (...args: readonly string[]) => runCommand([CLIENT, ...args], { env })
  const engine = {
    docker,
    logs: (name: string) => runCommand(['sh', '-c', 'exec "$0" logs "$1" 2>&1', CLIENT, name], { env }),
    inside: (command: readonly string[], more: Readonly<Record<string, string>>) =>
      runInside(daemon, command, { ...env, ...more }),
    [Symbol.asyncDispose]: () => stopEngine(daemon, dir),
  }
  try {
    await untilAnswers(docker, daemon)
    return engine
  } catch (error) {
    await engine[Symbol.asyncDispose]()
    throw error
  }
}

function settings(dir: string): readonly string[] {
  const own = (name: string) => path.join(dir, name)
  return [
    '--storage-driver=overlay2',
    `--data-root=${own('data')}`,
    `--exec-root=${own('exec')}`,
    `--pidfile=${own('pid')}`,
    `--host=unix://${own('engine.sock')}`,
  ]
}

async function untilAnswers(docker: Engine['docker'], daemon: ChildProcess): Promise<void> {
  for (const until = performance.now() + READY_MS; ; ) {
    if (daemon.exitCode !== null)
      throw new Error('The Docker engine ended at its start: read engine.log in its folder.')
    const answers = await docker('version').then(
      () => true,
      () => false,
    )
    if (answers) return
    if (performance.now() > until)
      throw new Error('The Docker engine does not answer: read engine.log in its folder.')
    await pause(200)
  }
}

async function runInside(
  { pid }: ChildProcess,
  command: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const entered = spawn('nsenter', [`--net=/proc/${pid}/ns/net`, ...command], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const code = await new Promise<number | null>(resolve => void entered.once('exit', resolve))
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}.`)
}

async function stopEngine(daemon: ChildProcess, dir: string): Promise<void> {
  if (daemon.exitCode === null && daemon.signalCode === null) {
    const ended = new Promise<void>(resolve => void daemon.once('exit', () => resolve()))
    daemon.kill('SIGTERM')
    await Promise.race([ended, pause(STOP_MS, undefined, { ref: false })])
    daemon.kill('SIGKILL')
  }
  // The engine leaves the namespaces of its networks mounted.
  const namespaces = path.join(dir, 'exec', 'netns')
  for (const name of await readdir(namespaces).catch(() => []))
    await runCommand(['umount', path.join(namespaces, name)]).catch(() => undefined)
  await rm(path.join(dir, 'exec'), { recursive: true, force: true }).catch(() => undefined)
}

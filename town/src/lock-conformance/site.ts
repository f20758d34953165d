import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cloudPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'
import { repositoryRoot } from '@asaichi/servers/folders.ts'

export type SiteOptions = {
  readonly host: string
  readonly port: number
  readonly site: string
  readonly lock: string
  readonly password: string
  readonly master: Uint8Array
}
/** A hall's gateway with one lock, in a process and a folder of its own. */
export type Site = {
  readonly stop: () => Promise<void>
  /** `forgets`: with an empty disk, as after a change of the machine. */
  readonly start: (how?: { readonly forgets: boolean }) => Promise<void>
} & AsyncDisposable

export async function openSite(options: SiteOptions): Promise<Site> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lock-conformance-'))
  const { lock, site, password } = options
  await writeFile(
    path.join(folder, 'devices.json'),
    JSON.stringify([{ lockId: lock, site, passwordHash: passwordHash(password) }]),
  )
  let running: ChildProcess | undefined
  const stop = async () => {
    if (!running) return
    const ended = once(running, 'exit')
    running.kill('SIGTERM')
    await ended
    running = undefined
  }
  const opened: Site = {
    stop,
    async start({ forgets } = { forgets: false }) {
      if (forgets) await rm(path.join(folder, 'data'), { recursive: true, force: true })
      running = spawn(process.execPath, [path.join(repositoryRoot, 'gateway/lock/src/main.ts')], {
        env: environment(options, folder),
        stdio: ['pipe', 'ignore', 'ignore'],
      })
    },
    async [Symbol.asyncDispose]() {
      await stop()
      await rm(folder, { recursive: true })
    },
  }
  await opened.start()
  return opened
}

function environment({ host, port, master }: SiteOptions, folder: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    MQTT_HOST: host,
    MQTT_PORT: String(port),
    DEVICES_FILE: path.join(folder, 'devices.json'),
    DATA_DIR: path.join(folder, 'data'),
    CLOUD_PASSWORD_HASH: passwordHash(cloudPassword(master)),
    HEALTH_PORT: '0',
    LOG_LEVEL: 'silent',
    // The gateway ends with us, however we end.
    EXIT_WITH_PARENT: '1',
  }
}

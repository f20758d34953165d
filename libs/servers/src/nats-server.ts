import { access, chmod, constants, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { authorizationBlock, type NatsUser } from '@asaichi/bus/nats-users.ts'
import { defaultTownFolder } from './folders.ts'
import { type OwnedProcess, ownProcess } from './processes/owned-process.ts'
import type { Program } from './processes/program.ts'
import type { Ready } from './processes/ready.ts'
import { requireFreePort } from './tcp-port.ts'

export type NatsOptions = {
  readonly dir: string
  readonly port: number
  /** Nobody else gets in. */
  readonly users: readonly NatsUser[]
}

export type NatsProgram = Program & { readonly url: string; readonly ready: Ready }

/** A nats-server with JetStream of one's own; its streams stay in `dir`. */
export async function startNats(options: NatsOptions): Promise<OwnedProcess> {
  await requireFreePort('NATS', { port: options.port })
  return await ownProcess(await natsProgram(options), path.join(options.dir, 'nats.log'))
}

export async function natsProgram(options: NatsOptions): Promise<NatsProgram> {
  return {
    args: ['--config', await writeNatsConfig(options)],
    command: await natsServerPath(),
    ready: { kind: 'line', pattern: /Server is ready/ },
    url: `nats://127.0.0.1:${options.port}`,
  }
}

/** Answers the file, which also tells who runs a server elsewhere what users it must know. */
export async function writeNatsConfig(options: NatsOptions): Promise<string> {
  await mkdir(options.dir, { recursive: true })
  const config = path.join(options.dir, 'nats.conf')
  await writeFile(config, configuration(options), { mode: 0o600 })
  await chmod(config, 0o600)
  return config
}

/** The server on the PATH, else the one that town/setup.mjs obtained. */
async function natsServerPath(): Promise<string> {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), path.join(defaultTownFolder, 'bin')]
  for (const folder of folders) {
    const file = path.join(folder, 'nats-server')
    if (path.isAbsolute(folder) && (await isExecutable(file))) return file
  }
  throw new Error('No nats-server: run node town/setup.mjs, which obtains it or says how to.')
}

/** Only what 2.9, the version in Debian 12, knows: it refuses to start over a field it does not know. */
function configuration({ dir, port, users }: NatsOptions): string {
  const store = path.join(dir, 'jetstream')
  return [
    `listen: "127.0.0.1:${port}"`,
    'server_name: "town"',
    'max_payload: 1MB',
    `jetstream { store_dir: ${JSON.stringify(store)}, max_memory_store: 256MB, max_file_store: 4GB }`,
    authorizationBlock(users),
    '',
  ].join('\n')
}

async function isExecutable(file: string): Promise<boolean> {
  return await access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}

import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { natsUsers } from '@asaichi/bus/nats-users.ts'
import { newSeed } from '@asaichi/bus/nkeys.ts'
import { ALL_PARTIES, type Party } from '@asaichi/bus/parties.ts'
import { type NatsOptions, startNats, writeNatsConfig } from '@asaichi/servers/nats-server.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import type { BusEnv } from '@asaichi/service/env.ts'
import type { Contained } from './containers/containers.ts'
import { usesContainers } from './containers/uses-containers.ts'

/**
 * A nats-server with one address for its whole life, however often it ends. It knows every party of a town with its true
 * permissions, and a tester who may do anything.
 */
export class RestartableNats implements AsyncDisposable {
  readonly #dir: string
  readonly #port: number
  readonly #seeds: ReadonlyMap<Party, string>
  #server: Contained

  private constructor(
    server: Contained,
    own: { readonly dir: string; readonly port: number; readonly seeds: ReadonlyMap<Party, string> },
  ) {
    this.#server = server
    this.#dir = own.dir
    this.#port = own.port
    this.#seeds = own.seeds
  }

  static async open(): Promise<RestartableNats> {
    const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-nats-'))
    const port = await freePort()
    const seeds = new Map(ALL_PARTIES.map(party => [party, newSeed()]))
    return new RestartableNats(await serverOf({ dir, port, users: natsUsers(seeds) }), { dir, port, seeds })
  }

  /** How this party connects. */
  envOf(party: Party): BusEnv {
    return { NATS_URL: `nats://127.0.0.1:${this.#port}`, NATS_SEED: this.#seeds.get(party) ?? '' }
  }

  /** `kill` gives no time to end; `wipe` starts with an empty store. */
  async restart(options: { readonly wipe?: boolean; readonly kill?: boolean } = {}): Promise<void> {
    await this.stop(options)
    await this.start()
  }

  async stop({ wipe = false, kill = false } = {}): Promise<void> {
    if (kill) await this.#server.kill()
    else await this.#server.stop()
    if (wipe) await rm(this.#dir, { recursive: true, force: true })
  }

  async start(): Promise<void> {
    this.#server = await serverOf({ dir: this.#dir, port: this.#port, users: natsUsers(this.#seeds) })
  }

  /** Keeps the store as it is now. The answer stops the server and puts the store back, as a lost disk cache would. */
  async snapshot(): Promise<() => Promise<void>> {
    const kept = `${this.#dir}-kept`
    await this.stop()
    await cp(this.#dir, kept, { recursive: true })
    await this.start()
    return async () => {
      await this.stop({ wipe: true })
      await cp(kept, this.#dir, { recursive: true })
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.stop()
    await rm(this.#dir, { recursive: true, force: true })
    await rm(`${this.#dir}-kept`, { recursive: true, force: true })
  }
}

async function serverOf(options: NatsOptions): Promise<Contained> {
  if (usesContainers) {
    const { containNats } = await import('./containers/containers.ts')
    return await containNats(options.dir, await writeNatsConfig(options))
  }
  const server = await startNats(options)
  return {
    stop: server.stop,
    async kill() {
      process.kill(server.pid, 'SIGKILL')
      await server.stop()
    },
  }
}

import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startNats } from '@asaichi/servers/nats-server.ts'
import type { OwnedProcess } from '@asaichi/servers/processes/owned-process.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'

/** A nats-server with one address for its whole life, however often it ends. */
export class RestartableNats implements AsyncDisposable {
  readonly #dir: string
  readonly #port: number
  #server: OwnedProcess

  private constructor(server: OwnedProcess, where: { readonly dir: string; readonly port: number }) {
    this.#server = server
    this.#dir = where.dir
    this.#port = where.port
  }

  static async open(): Promise<RestartableNats> {
    const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-nats-'))
    const port = await freePort()
    return new RestartableNats(await startNats({ dir, port }), { dir, port })
  }

  get url(): string {
    return `nats://127.0.0.1:${this.#port}`
  }

  /** `kill` gives no time to end; `wipe` starts with an empty store. */
  async restart(options: { readonly wipe?: boolean; readonly kill?: boolean } = {}): Promise<void> {
    await this.stop(options)
    await this.start()
  }

  async stop({ wipe = false, kill = false } = {}): Promise<void> {
    if (kill) process.kill(this.#server.pid, 'SIGKILL')
    await this.#server.stop()
    if (wipe) await rm(this.#dir, { recursive: true, force: true })
  }

  async start(): Promise<void> {
    this.#server = await startNats({ dir: this.#dir, port: this.#port })
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

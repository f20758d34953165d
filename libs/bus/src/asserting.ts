import { setTimeout as pause } from 'node:timers/promises'

const FINE_MS = 5_000
const AGAIN_MS = 250

/** Streams can be wiped under us and nothing recreates them by itself, so each producer asserts its own again and again (E8). */
export class Asserting implements AsyncDisposable {
  #stopped = false
  #waiting = new AbortController()
  readonly #loop: Promise<void>

  constructor(assert: () => Promise<void>) {
    this.#loop = this.#run(assert)
  }

  now(): void {
    this.#waiting.abort()
  }

  async #run(assert: () => Promise<void>): Promise<void> {
    while (!this.#stopped) {
      this.#waiting = new AbortController()
      const fine = await assert().then(
        () => true,
        () => false,
      )
      await pause(fine ? FINE_MS : AGAIN_MS, undefined, { signal: this.#waiting.signal }).catch(
        () => undefined,
      )
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopped = true
    this.now()
    await this.#loop
  }
}

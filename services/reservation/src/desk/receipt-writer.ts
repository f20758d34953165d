import { setImmediate as turn } from 'node:timers/promises'
import type { StoredReceipt } from '../store/receipts.ts'
import { apart } from './apart.ts'

export const MOST_WAITING = 20_000
const MOST_AT_ONCE = 1_000
export type ReceiptWriterSetting = {
  readonly insert: (receipts: readonly StoredReceipt[]) => Promise<void>
  readonly onError: (error: unknown) => void
}

type Waiting = {
  readonly receipt: StoredReceipt
  readonly written: () => void
  readonly fail: (error: unknown) => void
}

/**
 * Writes receipts of presses that memory refused, many at once, before the answers leave: a receipt that somebody was told of
 * is in the database, whatever dies next (V2). What cannot be written is not answered. Full means that memory refuses nobody.
 */
export class ReceiptWriter implements AsyncDisposable {
  readonly #setting: ReceiptWriterSetting
  #waiting: Waiting[] = []
  #underWay = 0
  #writing: Promise<void> | undefined
  #stopping = false

  constructor(setting: ReceiptWriterSetting) {
    this.#setting = setting
  }

  get isFull(): boolean {
    return this.#stopping || this.size >= MOST_WAITING
  }

  get size(): number {
    return this.#waiting.length + this.#underWay
  }

  /** Settles when the receipt is committed, or could not be. */
  write(receipt: StoredReceipt): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#waiting.push({ receipt, written: resolve, fail: reject })
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined
    })
    return promise
  }

  /** Takes no more and writes what is left. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping = true
    await this.#writing
  }

  /** What comes while one statement is under way is the next; the first waits for the rest of its message. */
  async #writeAll(): Promise<void> {
    await turn()
    while (this.#waiting.length > 0) {
      const some = this.#waiting.slice(0, MOST_AT_ONCE)
      this.#waiting = this.#waiting.slice(MOST_AT_ONCE)
      this.#underWay = some.length
      await apart(
        some,
        together => this.#writeTogether(together),
        (one, error) => one.fail(error),
      )
      this.#underWay = 0
    }
  }

  async #writeTogether(some: readonly Waiting[]): Promise<void> {
    const { insert, onError } = this.#setting
    try {
      await insert(some.map(({ receipt }) => receipt))
    } catch (error) {
      onError(error)
      throw error
    }
    for (const { written } of some) written()
  }
}

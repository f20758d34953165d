import { setTimeout as pause } from 'node:timers/promises'
import type { StoredReceipt } from '../store/receipts.ts'

export const MOST_WAITING = 20_000
export const MOST_AT_ONCE = 1_000
const GATHER_MS = 20
const RETRY_MS = 500
const LAST_TRIES = 4

/**
 * Receipts of presses that memory refused, written behind the answer, many at once. Full means that nothing is refused from
 * memory any more. A killed process loses what waits here, a few tens of milliseconds of refusals, never an acceptance.
 */
export class ReceiptBacklog implements AsyncDisposable {
  readonly #write: (receipts: readonly StoredReceipt[]) => Promise<void>
  readonly #onError: (error: unknown) => void
  #waiting: StoredReceipt[] = []
  #underWay: readonly StoredReceipt[] = []
  #writing: Promise<void> | undefined
  #stopping = false

  constructor(options: {
    readonly write: (receipts: readonly StoredReceipt[]) => Promise<void>
    readonly onError: (error: unknown) => void
  }) {
    this.#write = options.write
    this.#onError = options.onError
  }

  get isFull(): boolean {
    return this.#stopping || this.#waiting.length >= MOST_WAITING
  }

  get size(): number {
    return this.#waiting.length + this.#underWay.length
  }

  add(receipt: StoredReceipt): void {
    this.#waiting.push(receipt)
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined
    })
  }

  /** A receipt that was given but is not written yet. */
  find(receiptId: string): StoredReceipt | undefined {
    const isIt = (receipt: StoredReceipt) => receipt.receiptId === receiptId
    return this.#underWay.find(isIt) ?? this.#waiting.find(isIt)
  }

  /** Writes what is left, for as long as it takes to try a few times. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping = true
    await this.#writing
  }

  async #writeAll(): Promise<void> {
    let triesLeft = LAST_TRIES
    await pause(GATHER_MS)
    while (this.#waiting.length > 0 && triesLeft > 0) {
      this.#underWay = this.#waiting.slice(0, MOST_AT_ONCE)
      this.#waiting = this.#waiting.slice(MOST_AT_ONCE)
      try {
        await this.#write(this.#underWay)
      } catch (error) {
        this.#onError(error)
        this.#waiting = [...this.#underWay, ...this.#waiting]
        if (this.#stopping) triesLeft -= 1
        await pause(RETRY_MS)
      }
      this.#underWay = []
      // What fills up meanwhile makes the next statement a large one.
      if (!this.#stopping && this.#waiting.length < MOST_AT_ONCE) await pause(GATHER_MS)
    }
  }
}

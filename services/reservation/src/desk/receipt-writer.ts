import { setImmediate as turn } from 'node:timers/promises'
import type { Day } from '../store/days.ts'
import { newBatchId, type RefusedPress, receiptIdIn, type StoredBatch } from '../store/receipt-batches.ts'

export const MOST_WAITING = 20_000
/** Far below the 65,536 that the ids of a batch can tell apart. */
const MOST_IN_BATCH = 1_000

export type ReceiptWriterSetting = {
  readonly insert: (batches: readonly StoredBatch[]) => Promise<void>
  readonly onError: (error: unknown) => void
}

/** Receipts that are written together, all or none: nothing in them is the database's to judge. */
export type ReceiptBatch = {
  /** Settles when it is known whether they were written. Never rejects. */
  readonly settled: Promise<void>
  readonly state: () => BatchState
}
export type BatchState =
  | { readonly status: 'waiting' | 'written' }
  | { readonly status: 'failed'; readonly error: unknown }

type Open = StoredBatch & {
  readonly presses: RefusedPress[]
  readonly batch: ReceiptBatch
  readonly settle: (state: BatchState) => void
}

/**
 * Writes receipts of presses that memory refused, a row for the many of one day, before their answers leave: a receipt that
 * somebody was told of is in the database, whatever dies next (V2). Full means that memory refuses nobody.
 */
export class ReceiptWriter implements AsyncDisposable {
  readonly #setting: ReceiptWriterSetting
  readonly #filling = new Map<string, Open>()
  #full: Open[] = []
  #size = 0
  #writing: Promise<void> | undefined
  #stopping = false

  constructor(setting: ReceiptWriterSetting) {
    this.#setting = setting
  }

  get isFull(): boolean {
    return this.#stopping || this.#size >= MOST_WAITING
  }

  /** Receipts that are not written yet. */
  get size(): number {
    return this.#size
  }

  /** The receipt's id, and the batch it is written with. */
  add(day: Day, press: RefusedPress): { readonly receiptId: string; readonly batch: ReceiptBatch } {
    const name = `${day.venueId} ${day.date}`
    const open = this.#filling.get(name) ?? this.#open(name, day)
    const nr = open.presses.push(press) - 1
    this.#size += 1
    if (open.presses.length === MOST_IN_BATCH) {
      this.#full.push(open)
      this.#filling.delete(name)
    }
    this.#writing ??= this.#writeAll()
    return { receiptId: receiptIdIn(open.batchId, nr), batch: open.batch }
  }

  /** Takes no more and writes what is left. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping = true
    await this.#writing
  }

  #open(name: string, day: Day): Open {
    let state: BatchState = { status: 'waiting' }
    const { promise, resolve } = Promise.withResolvers<void>()
    const settle = (settled: BatchState) => {
      state = settled
      resolve()
    }
    const open: Open = {
      batchId: newBatchId(),
      day,
      presses: [],
      batch: { settled: promise, state: () => state },
      settle,
    }
    this.#filling.set(name, open)
    return open
  }

  /** What comes while one statement is under way is the next; the first waits for the rest of its message. */
  async #writeAll(): Promise<void> {
    await turn()
    while (this.#size > 0) {
      const batches = [...this.#full, ...this.#filling.values()]
      this.#full = []
      this.#filling.clear()
      const state = await this.#write(batches)
      for (const { presses, settle } of batches) {
        this.#size -= presses.length
        settle(state)
      }
    }
    // At once, or who comes before a later turn would wait for nobody.
    this.#writing = undefined
  }

  async #write(batches: readonly StoredBatch[]): Promise<BatchState> {
    const { insert, onError } = this.#setting
    try {
      await insert(batches)
      return { status: 'written' }
    } catch (error) {
      onError(error)
      return { status: 'failed', error }
    }
  }
}

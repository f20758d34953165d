import { Worker } from 'node:worker_threads'
import { done, type Outcome, refuse } from '@asaichi/contract/define.ts'
import { monotonicMs } from '@asaichi/service/clock.ts'
import { Result, type Work } from './work.ts'

export type PoolSize = {
  /** Threads, so hashes at once. */
  readonly slots: number
  /** Callers that may wait. */
  readonly queue: number
  /** How long one may wait for a slot, and how long one hash may take. */
  readonly waitMs: number
  readonly workMs: number
}
// A new password is anybody's wish; whoever is known goes before.
const ANYBODY = 1

/** D23. `waitMs` is below a bus call's deadline: nobody would hear the answer to a later hash. */
export const PASSWORD_WORK: PoolSize = { slots: 2, queue: 200, waitMs: 4_000, workMs: 10_000 }

export type WorkFull = {
  readonly code: 'password-work-full'
  readonly detail: { readonly retryAfterSeconds: number }
}

type Job = {
  readonly work: Work
  readonly rank: number
  readonly askedAtMs: number
  readonly settle: (outcome: Outcome<Result, WorkFull>) => void
  readonly fail: (error: Error) => void
}
type Slot = { worker: Worker | undefined; job: Job | undefined; timer: NodeJS.Timeout | undefined }

/**
 * Argon2id on threads of its own: on the event loop it would stop every answer for 35 ms a hash, and on libuv's pool it would
 * starve DNS and files. The lowest rank is served first, and of a full queue the highest is refused, so that whoever fails much
 * waits for whoever does not (V3). A thread that dies or hangs is replaced and fails its one caller.
 */
export class PasswordPool implements AsyncDisposable {
  readonly #size: PoolSize
  readonly #slots: readonly Slot[]
  readonly #waiting: Job[] = []
  #closed = false

  constructor(size: PoolSize = PASSWORD_WORK) {
    this.#size = size
    this.#slots = Array.from({ length: size.slots }, () => ({
      worker: undefined,
      job: undefined,
      timer: undefined,
    }))
  }

  async hash(password: string): Promise<Outcome<string, WorkFull>> {
    const outcome = await this.#ask({ kind: 'hash', password }, ANYBODY)
    if (!outcome.ok) return outcome
    if (outcome.value.kind !== 'hashed') throw new Error('password could not be hashed')
    return done(outcome.value.phc)
  }

  async verify(password: string, phc: string, rank = 0): Promise<Outcome<boolean, WorkFull>> {
    const outcome = await this.#ask({ kind: 'verify', password, phc }, rank)
    if (!outcome.ok) return outcome
    if (outcome.value.kind !== 'verified') throw new Error('password could not be verified')
    return done(outcome.value.matches)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true
    for (const job of this.#waiting.splice(0)) job.fail(new Error('password work closed'))
    for (const slot of this.#slots) this.#finish(slot)?.fail(new Error('password work closed'))
    await Promise.all(this.#slots.map(async slot => slot.worker?.terminate()))
  }

  #ask(work: Work, rank = 0): Promise<Outcome<Result, WorkFull>> {
    if (this.#closed) return Promise.reject(new Error('password work closed'))
    return new Promise((settle, fail) => {
      const job: Job = { work, rank, askedAtMs: monotonicMs(), settle, fail }
      const free = this.#slots.find(slot => slot.job === undefined)
      if (free) this.#start(free, job)
      else this.#wait(job)
    })
  }

  // In the order they will be served: by rank, and of one rank as they came.
  #wait(job: Job): void {
    const behind = this.#waiting.findIndex(({ rank }) => rank > job.rank)
    this.#waiting.splice(behind === -1 ? this.#waiting.length : behind, 0, job)
    if (this.#waiting.length > this.#size.queue) this.#waiting.pop()?.settle(full(this.#size))
  }

  #start(slot: Slot, job: Job): void {
    slot.job = job
    slot.timer = setTimeout(
      () => this.#replace(slot, new Error('password work took too long')),
      this.#size.workMs,
    )
    slot.worker ??= this.#spawn(slot)
    slot.worker.postMessage(job.work)
  }

  #spawn(slot: Slot): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url))
    const isCurrent = () => slot.worker === worker
    worker.on('message', message => {
      if (!isCurrent()) return
      this.#finish(slot)?.settle(done(Result.parse(message)))
      this.#next(slot)
    })
    worker.on(
      'error',
      cause => isCurrent() && this.#replace(slot, new Error('password worker failed', { cause })),
    )
    worker.on('exit', () => isCurrent() && this.#replace(slot, new Error('password worker ended')))
    worker.unref()
    return worker
  }

  #replace(slot: Slot, error: Error): void {
    const worker = slot.worker
    slot.worker = undefined
    void worker?.terminate()
    this.#finish(slot)?.fail(error)
    this.#next(slot)
  }

  #finish(slot: Slot): Job | undefined {
    const { job } = slot
    clearTimeout(slot.timer)
    slot.job = undefined
    return job
  }

  #next(slot: Slot): void {
    if (this.#closed) return
    for (const late of this.#waiting.filter(job => monotonicMs() - job.askedAtMs > this.#size.waitMs)) {
      this.#waiting.splice(this.#waiting.indexOf(late), 1)
      late.settle(full(this.#size))
    }
    const job = this.#waiting.shift()
    if (job) this.#start(slot, job)
  }
}

function full(size: PoolSize): { readonly ok: false; readonly refusal: WorkFull } {
  return refuse('password-work-full', { retryAfterSeconds: Math.ceil(size.waitMs / 1_000) })
}

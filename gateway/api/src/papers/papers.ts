import { Worker } from 'node:worker_threads'
import { done, type Outcome, refuse } from '@asaichi/contract/define.ts'
import { z } from 'zod'
import type { Paper } from './paper.ts'

export const papersBusy = { 'papers-busy': z.object({ retryAfterSeconds: z.int() }) }
type Busy = { readonly code: 'papers-busy'; readonly detail: { readonly retryAfterSeconds: number } }
type Bytes = Uint8Array<ArrayBuffer>

export type Papers = AsyncDisposable & {
  /** For whoever asks: one person's papers are no line that everybody else stands in. */
  readonly write: (paper: Paper, personId: string) => Promise<Outcome<Bytes, Busy>>
}

/** A paper takes about half a second on two cores, its thread's start with it. */
const MOST_WAITING = 20
const MOST_OF_ONE = 2
const RETRY_SECONDS = 5
const WORK_MS = 20_000
/** Two fonts of 5 MB each, taken apart, and a day's list of many pages. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }
const WORKER = new URL('worker.ts', import.meta.url)

/**
 * PDFs, one at a time, each on a thread of its own that ends with it: the event loop answers meanwhile, and a process that
 * drew one keeps nothing of fonts and library. Beyond a short line one is told to come again.
 */
export function createPapers(mostWaiting = MOST_WAITING): Papers {
  const waiting: string[] = []
  let last: Promise<unknown> = Promise.resolve()
  return {
    async write(paper, personId) {
      const own = waiting.filter(each => each === personId).length
      if (waiting.length >= mostWaiting || own >= MOST_OF_ONE)
        return refuse('papers-busy', { retryAfterSeconds: RETRY_SECONDS })
      waiting.push(personId)
      const drawn = last.then(() => drawApart(paper))
      last = drawn.catch(() => undefined)
      try {
        return done(await drawn)
      } finally {
        waiting.splice(waiting.indexOf(personId), 1)
      }
    },
    async [Symbol.asyncDispose]() {
      await last
    },
  }
}

async function drawApart(paper: Paper): Promise<Bytes> {
  const worker = new Worker(WORKER, { workerData: paper, resourceLimits: LIMITS })
  const { promise, resolve, reject } = Promise.withResolvers<Bytes>()
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('the thread of a paper ended without it')))
  const timer = setTimeout(() => reject(new Error('a paper took too long')), WORK_MS)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

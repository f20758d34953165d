import type { Log } from '@asaichi/service/log.ts'
import { gauge } from '@asaichi/service/metrics.ts'
import { startWorkLoop } from '@asaichi/service/work-loop.ts'
import { z } from 'zod'
import { type Head, type Heads, headsInFile, headsInLog } from './heads.ts'

/** What is read of a log that is anchored. */
export type Anchored = {
  readonly head: () => Promise<Head | undefined>
  readonly hashOf: (seq: number) => Promise<string | undefined>
}

export const anchorFile = z
  .string()
  .min(1)
  .optional()
  .describe(
    'A file outside the database’s reach, to which the head of the audit log is appended; not told, it is said once a minute in what the process logs.',
  )

const POLL_MS = 1_000
const LOGGED_MS = 60_000

/**
 * Copies the head of the audit log to where the database does not reach, each time it has moved. Nothing is added once the log no
 * longer agrees with what was copied.
 */
export function startAuditAnchor(
  anchored: Anchored,
  log: Log,
  { file, everyMs = POLL_MS }: { readonly file: string | undefined; readonly everyMs?: number },
): AsyncDisposable {
  const heads = file === undefined ? headsInLog(log) : headsInFile(file)
  const pauseMs = file === undefined ? LOGGED_MS : everyMs
  let failing = false
  gauge('audit_copying_failing', () => Number(failing))
  const copy = async () => {
    await copyHead(anchored, heads)
    failing = false
  }
  const failed = (err: unknown) => {
    if (!failing) log.error({ err }, 'audit head not copied out')
    failing = true
  }
  const loop = startWorkLoop({ work: () => copy().then(() => false), waitMs: () => pauseMs, onError: failed })
  return {
    async [Symbol.asyncDispose]() {
      await loop[Symbol.asyncDispose]()
      await copy().catch(failed)
    },
  }
}

async function copyHead(anchored: Anchored, heads: Heads): Promise<void> {
  const last = await heads.last()
  const head = await anchored.head()
  if (last && (await anchored.hashOf(last.seq)) !== last.hash)
    throw new Error(`audit log is not the one that was copied out (${last.seq})`)
  if (head && head.seq !== last?.seq) await heads.add(head)
}

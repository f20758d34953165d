import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Log } from '@asaichi/service/log.ts'
import { startWorkLoop } from '@asaichi/service/work-loop.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { z } from 'zod'
import type { Anchor } from './domain/audit-chain.ts'
import { auditHead, auditRow } from './store/audit.ts'
import type { Tables } from './store/schema.ts'

const POLL_MS = 1_000

/**
 * Copies the head of the audit log to a file that the database cannot reach: one JSON line each time it has moved. Nothing is
 * added once the log no longer agrees with the file.
 */
export function startAuditAnchor(db: Kysely<Tables>, log: Log, file: string): AsyncDisposable {
  let failing = false
  const copy = async () => {
    await anchorHead(db, file)
    failing = false
  }
  const failed = (err: unknown) => {
    if (!failing) log.error({ err }, 'audit head not copied out')
    failing = true
  }
  const loop = startWorkLoop({ work: () => copy().then(() => false), waitMs: () => POLL_MS, onError: failed })
  return {
    async [Symbol.asyncDispose]() {
      await loop[Symbol.asyncDispose]()
      await copy().catch(failed)
    },
  }
}

/** The heads that were copied out, oldest first; a line that was cut off by a crash is left out. */
export async function readAnchors(file: string): Promise<readonly Anchor[]> {
  return anchorsIn(await readIfThere(file))
}

async function anchorHead(db: Kysely<Tables>, file: string): Promise<void> {
  const text = await readIfThere(file)
  const last = anchorsIn(text).at(-1)
  const head = await auditHead(db)
  if (last && (await auditRow(db, last.seq))?.hash !== last.hash)
    throw new Error(`audit log is not the one that was copied out (${last.seq})`)
  if (!head || head.seq === last?.seq) return
  const { seq, at, hash } = head
  await mkdir(path.dirname(file), { recursive: true })
  await using handle = await open(file, 'a', 0o600)
  // A crash may have left half a line, which must not swallow this one.
  const start = text === '' || text.endsWith('\n') ? '' : '\n'
  await handle.appendFile(`${start}${JSON.stringify({ seq, at, hash })}\n`)
  await handle.sync()
}

async function readIfThere(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}

function anchorsIn(text: string): readonly Anchor[] {
  return text.split('\n').flatMap(line => anchorOf(line) ?? [])
}

const AnchorLine = z.object({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) })

function anchorOf(line: string): Anchor | undefined {
  try {
    return AnchorLine.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

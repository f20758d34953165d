import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { Log } from '@asaichi/service/log.ts'
import { startWorkLoop } from '@asaichi/service/work-loop.ts'
import { z } from 'zod'
import type { Anchor } from './chain.ts'

/** What is read of a log that is anchored. */
export type Anchored = {
  readonly head: () => Promise<(Anchor & { readonly at: string }) | undefined>
  readonly hashOf: (seq: number) => Promise<string | undefined>
}

export const anchorFile = z
  .string()
  .min(1)
  .optional()
  .describe('A file outside the database’s reach, to which the head of the audit log is appended.')

const POLL_MS = 1_000
const MOST_ANCHORS = 5_000

/**
 * Copies the head of the audit log to a file that the database cannot reach: one JSON line each time it has moved. Nothing is
 * added once the log no longer agrees with the file.
 */
export function startAuditAnchor(
  anchored: Anchored,
  log: Log,
  { file, everyMs = POLL_MS }: { readonly file: string; readonly everyMs?: number },
): AsyncDisposable {
  let failing = false
  const copy = async () => {
    await anchorHead(anchored, file)
    failing = false
  }
  const failed = (err: unknown) => {
    if (!failing) log.error({ err }, 'audit head not copied out')
    failing = true
  }
  const loop = startWorkLoop({ work: () => copy().then(() => false), waitMs: () => everyMs, onError: failed })
  return {
    async [Symbol.asyncDispose]() {
      await loop[Symbol.asyncDispose]()
      await copy().catch(failed)
    },
  }
}

/** The heads that were copied out, oldest first; a line that was cut off by a crash is left out. */
export async function readAnchors(file: string): Promise<readonly Anchor[]> {
  return linesOf(await readIfThere(file)).map(({ anchor }) => anchor)
}

/** Of more heads than anybody needs, every second one of the older half goes: the newest alone vouches for all before it. */
export function thinned<T>(heads: readonly T[]): readonly T[] {
  const half = heads.length / 2
  return heads.filter((_, index) => index >= half || index % 2 === 0)
}

async function anchorHead(anchored: Anchored, file: string): Promise<void> {
  const text = await readIfThere(file)
  const lines = linesOf(text)
  const last = lines.at(-1)?.anchor
  const head = await anchored.head()
  if (last && (await anchored.hashOf(last.seq)) !== last.hash)
    throw new Error(`audit log is not the one that was copied out (${last.seq})`)
  if (!head || head.seq === last?.seq) return
  const { seq, at, hash } = head
  const line = JSON.stringify({ seq, at, hash })
  if (lines.length >= MOST_ANCHORS)
    return await writeAnew(file, [...thinned(lines).map(({ text: kept }) => kept), line])
  await mkdir(path.dirname(file), { recursive: true })
  await using handle = await open(file, 'a', 0o600)
  // A crash may have left half a line, which must not swallow this one.
  const start = text === '' || text.endsWith('\n') ? '' : '\n'
  await handle.appendFile(`${start}${line}\n`)
  await handle.sync()
}

async function writeAnew(file: string, lines: readonly string[]): Promise<void> {
  const next = `${file}.next`
  {
    await using handle = await open(next, 'w', 0o600)
    await handle.writeFile(`${lines.join('\n')}\n`)
    await handle.sync()
  }
  await rename(next, file)
}

async function readIfThere(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
}

function linesOf(text: string): readonly { readonly text: string; readonly anchor: Anchor }[] {
  return text.split('\n').flatMap(line => {
    const anchor = anchorOf(line)
    return anchor ? [{ text: line, anchor }] : []
  })
}

const AnchorLine = z.object({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) })

function anchorOf(line: string): Anchor | undefined {
  try {
    return AnchorLine.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

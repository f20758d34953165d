import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { Log } from '@asaichi/service/log.ts'
import { z } from 'zod'
import type { Anchor } from './chain.ts'

export type Head = Anchor & { readonly at: string }
/** Where heads are copied to. */
export type Heads = {
  readonly last: () => Promise<Anchor | undefined>
  readonly add: (head: Head) => Promise<void>
}

const MOST_ANCHORS = 5_000

/** One JSON line for each. */
export function headsInFile(file: string): Heads {
  return {
    last: async () => (await readAnchors(file)).at(-1),
    async add({ seq, at, hash }) {
      const text = await readIfThere(file)
      const lines = linesOf(text)
      const line = JSON.stringify({ seq, at, hash })
      if (lines.length >= MOST_ANCHORS)
        return await writeAnew(file, [...thinned(lines).map(({ text: kept }) => kept), line])
      await mkdir(path.dirname(file), { recursive: true })
      await using handle = await open(file, 'a', 0o600)
      // A crash may have left half a line, which must not swallow this one.
      const start = text === '' || text.endsWith('\n') ? '' : '\n'
      await handle.appendFile(`${start}${line}\n`)
      await handle.sync()
    },
  }
}

/** Whoever collects what processes log keeps them: the lines can be read again as a file of heads. */
export function headsInLog(log: Log): Heads {
  let last: Anchor | undefined
  return {
    last: async () => last,
    async add({ seq, at, hash }) {
      log.info({ seq, at, hash }, 'audit head')
      last = { seq, hash }
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

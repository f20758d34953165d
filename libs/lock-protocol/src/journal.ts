import { type FileHandle, open, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { writeAtomically } from './atomic-file.ts'

const DEAD_LINES_MAX = 1_000

export type JournalOptions<T> = {
  readonly path: string
  readonly schema: z.ZodType<T>
  /** The oldest entry is dropped for the one that would be too many. */
  readonly entriesMax: number
}
export type JournalEntry<T> = { readonly key: string; readonly value: T }

/** A bounded first-in list on disk: `append` resolves once the entry survives a crash, entries stay until removed. */
export class Journal<T> implements AsyncDisposable {
  readonly #options: JournalOptions<T>
  readonly #entries: Map<string, T>
  #file: FileHandle
  #lines: string[] = []
  #deadLines = 0
  #dropped = 0
  #write: Promise<void> | undefined
  #nextWrite: Promise<void> | undefined

  private constructor(options: JournalOptions<T>, file: FileHandle, entries: Map<string, T>) {
    this.#options = options
    this.#file = file
    this.#entries = entries
  }

  static async open<T>(options: JournalOptions<T>): Promise<Journal<T>> {
    const entries = await readEntries(options)
    await writeAtomically(options.path, linesOf(entries))
    return new Journal(options, await open(options.path, 'a', 0o600), entries)
  }

  get size(): number {
    return this.#entries.size
  }

  get dropped(): number {
    return this.#dropped
  }

  /** The oldest entries, in the order they came. */
  oldest(count: number): readonly JournalEntry<T>[] {
    return this.#entries
      .entries()
      .take(count)
      .map(([key, value]) => ({ key, value }))
      .toArray()
  }

  /** Keeps one entry a key, the first. */
  async append(key: string, value: T): Promise<void> {
    if (!this.#entries.has(key)) {
      this.#entries.set(key, value)
      this.#lines.push(JSON.stringify({ key, value }))
      if (this.#entries.size > this.#options.entriesMax) this.#dropOldest()
    }
    try {
      await this.#flush()
    } catch (error) {
      this.#entries.delete(key)
      throw error
    }
  }

  async remove(key: string): Promise<void> {
    this.#forget(key)
    await this.#flush()
  }

  async clear(): Promise<void> {
    for (const key of this.#entries.keys()) this.#forget(key)
    await this.#flush()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#flush()
    await this.#file.close()
  }

  #dropOldest(): void {
    const [oldest] = this.#entries.keys()
    if (oldest === undefined) return
    this.#forget(oldest)
    this.#dropped += 1
  }

  #forget(key: string): void {
    if (!this.#entries.delete(key)) return
    this.#deadLines += 1
    this.#lines.push(JSON.stringify({ removed: key }))
  }

  // Lines that arrive during a write share the next one, so a burst costs few syncs.
  #flush(): Promise<void> {
    this.#nextWrite ??= this.#writeAfter(this.#write)
    return this.#nextWrite
  }

  async #writeAfter(previous: Promise<void> | undefined): Promise<void> {
    await previous?.catch(() => undefined)
    this.#write = this.#nextWrite
    this.#nextWrite = undefined
    const lines = this.#lines
    this.#lines = []
    if (lines.length === 0) return
    // The leading line end closes a line that an earlier, failed write may have left open.
    await this.#file.appendFile(`\n${lines.join('\n')}\n`)
    await this.#file.datasync()
    if (this.#deadLines > Math.max(DEAD_LINES_MAX, this.#entries.size)) await this.#compact()
  }

  async #compact(): Promise<void> {
    await writeAtomically(this.#options.path, linesOf(this.#entries))
    await this.#file.close()
    this.#file = await open(this.#options.path, 'a', 0o600)
    this.#deadLines = 0
  }
}

function linesOf<T>(entries: ReadonlyMap<string, T>): string {
  return entries
    .entries()
    .map(([key, value]) => `${JSON.stringify({ key, value })}\n`)
    .toArray()
    .join('')
}

async function readEntries<T>({ path, schema }: JournalOptions<T>): Promise<Map<string, T>> {
  const entries = new Map<string, T>()
  for (const line of (await readIfThere(path)).split('\n')) {
    const { key, value, removed } = parseLine(line)
    if (removed !== undefined) entries.delete(removed)
    const parsed = schema.safeParse(value)
    if (key !== undefined && parsed.success) entries.set(key, parsed.data)
  }
  return entries
}

const Line = z.object({ key: z.string(), value: z.unknown(), removed: z.string() }).partial()

// A line cut by a crash was never acknowledged to anyone, so it is nothing.
function parseLine(line: string): z.output<typeof Line> {
  try {
    return Line.safeParse(JSON.parse(line)).data ?? {}
  } catch {
    return {}
  }
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

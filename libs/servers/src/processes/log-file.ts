import { type FileHandle, mkdir, open, rename, stat } from 'node:fs/promises'
import path from 'node:path'

const ROTATE_AT_BYTES = 5_000_000

/** Opens a log for appending, for nobody else to read; one that has grown past 5 MB first becomes `<name>.1`. */
export async function openLog(file: string): Promise<FileHandle> {
  await mkdir(path.dirname(file), { recursive: true })
  if ((await sizeOf(file)) > ROTATE_AT_BYTES) await rename(file, `${file}.1`)
  const handle = await open(file, 'a', 0o600)
  // Of one that was there before.
  await handle.chmod(0o600)
  return handle
}

/** Size in bytes, 0 when there is no such file. */
async function sizeOf(file: string): Promise<number> {
  return await stat(file).then(
    found => found.size,
    () => 0,
  )
}

/** What a program has written since the log had `from` bytes, at most `limit_bytes` of its end. */
export async function writtenSince(file: string, from: number, limit_bytes = 1_000_000): Promise<string> {
  const size = await sizeOf(file)
  // Smaller than before means it was rotated meanwhile: then all of it is new.
  const start = Math.max(size < from ? 0 : from, size - limit_bytes)
  if (size <= start) return ''
  await using handle = await open(file, 'r')
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start)
  return buffer.toString('utf8', 0, bytesRead)
}

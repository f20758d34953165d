import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** What a process is called, and what its key is for: `identity`, `secret-key`. */
export type KeyName = { readonly process: string; readonly name: string }

/**
 * A key that is made the first time and then kept: 0600, in a folder of the process that only its owner can enter, so that
 * whoever is given one folder learns nothing of the others.
 */
export async function keptKey(dir: string, { process, name }: KeyName, make: () => string): Promise<string> {
  const folder = path.join(dir, 'keys', process)
  const file = path.join(folder, name)
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return kept
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(path.join(dir, 'keys'), 0o700)
  const key = make()
  await writeFile(`${file}.new`, key, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return key
}

/** The key before it, where it was exchanged and has not been forgotten. */
export async function formerKey(dir: string, { process, name }: KeyName): Promise<string | undefined> {
  return await readFile(path.join(dir, 'keys', process, `${name}.old`), 'utf8').catch(() => undefined)
}

/** Sets a key aside, so that the next start makes another; what was made with it still counts beside what the new one makes. */
export async function exchangeKey(dir: string, { process, name }: KeyName): Promise<void> {
  const file = path.join(dir, 'keys', process, name)
  if (await formerKey(dir, { process, name }))
    throw new Error(`${file}.old is still accepted: remove it once nothing of it is about, then ask again.`)
  await rename(file, `${file}.old`)
}

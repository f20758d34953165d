import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

const NO_SOURCE = /(?:^|\/)(?:dist|tests|node_modules)(?:\/|$)|\.test\.tsx?$/

/** SHA-256 over names and contents of the files and folders given, without tests and what was built from them. */
export async function sourcesHash(roots: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const root of roots)
    for (const name of await filesOf(root)) {
      const content = await readFile(path.join(root, name))
      hash.update(`${name}\0${content.length}\0`).update(content)
    }
  return hash.digest('hex')
}

/** Names below the root, sorted; the root itself, as an empty name, where it is a file. */
async function filesOf(root: string): Promise<readonly string[]> {
  if ((await stat(root)).isFile()) return ['']
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter(name => !NO_SOURCE.test(name))
    .toSorted()
}

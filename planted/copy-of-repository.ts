import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')

/** The repository as it is in the working tree, in a folder of its own; what was installed is shared with the original. */
export async function copyOfRepository(): Promise<{ readonly folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(path.join(tmpdir(), 'asaichi-planted-'))
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const present = new Set(files.split('\0').filter(Boolean))
  for (const file of present) await copyFile(file, folder)
  for (const workspace of new Set([...present].filter(isPackage).map(file => path.dirname(file))))
    await shareInstalled(path.join(workspace, 'node_modules'), folder)
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

async function copyFile(file: string, folder: string): Promise<void> {
  // What is deleted in the working tree but not committed yet is listed too.
  await cp(path.join(root, file), path.join(folder, file)).catch(ignoreMissing)
}

/** Links to what others made, and ours by the same relative links, which lead into the copy. */
async function shareInstalled(modules: string, folder: string): Promise<void> {
  const entries = await readdir(path.join(root, modules)).catch(ignoreMissing)
  if (!entries) return
  await mkdir(path.join(folder, modules), { recursive: true })
  for (const entry of entries) {
    const [from, to] = [path.join(root, modules, entry), path.join(folder, modules, entry)]
    if (entry === '@asaichi') await cp(from, to, { recursive: true, verbatimSymlinks: true })
    else await symlink(from, to)
  }
}

function isPackage(file: string): boolean {
  return path.basename(file) === 'package.json'
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

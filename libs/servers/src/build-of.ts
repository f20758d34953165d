import { execFile } from 'node:child_process'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { defaultTownFolder, repositoryRoot } from './folders.ts'

const run = promisify(execFile)
const MOST_OUTPUT = 64 * 1024 * 1024

export type Build = { readonly commit: string; readonly folder: string }

/**
 * Another commit of this repository with all that it needs, in a folder of its own that is kept for the next time. It installs
 * what its own lock file names and is set up by its own set-up, with the named programs besides. Rejects where there is no such commit.
 */
export async function buildOf(
  name: string,
  { programs, log }: { readonly programs: readonly string[]; readonly log: (line: string) => void },
): Promise<Build> {
  const commit = await commitOf(name)
  const folder = path.join(defaultTownFolder, 'builds', commit)
  const ready = path.join(folder, '.ready')
  if (await exists(ready)) return { commit, folder }
  log(`setting up ${commit.slice(0, 12)} in ${path.relative(repositoryRoot, folder)}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const archive = `${folder}.tar`
  await git('archive', '--output', archive, commit)
  await run('tar', ['-xf', archive, '-C', folder])
  await rm(archive)
  await run('npm', ['ci'], { cwd: folder, maxBuffer: MOST_OUTPUT })
  const withPrograms = programs.flatMap(program => ['--with', program])
  await run('node', ['town/setup.mjs', ...withPrograms], { cwd: folder, maxBuffer: MOST_OUTPUT })
  await writeFile(ready, '')
  return { commit, folder }
}

async function commitOf(name: string): Promise<string> {
  const found = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`).catch(
    () => '',
  )
  if (found === '') throw new Error(`There is no commit ${name} here.`)
  return found
}

async function git(...args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', [...args], { cwd: repositoryRoot, maxBuffer: MOST_OUTPUT })
  return stdout.trim()
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

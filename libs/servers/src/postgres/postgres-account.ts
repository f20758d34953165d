import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** PostgreSQL refuses to run as root; `nobody` is on every Linux and needs no setting up. */
const NOBODY = { uid: 65534, gid: 65534 } as const
const ROOTS_FOLDER = '/var/lib/asaichi'

export function runsAsRoot(): boolean {
  return process.getuid?.() === 0
}

/** The account PostgreSQL runs as; undefined means our own. */
export function postgresAccount(): typeof NOBODY | undefined {
  return runsAsRoot() ? NOBODY : undefined
}

/** Asked of the kernel rather than read from modes, which every parent folder and access lists take part in. */
export async function nobodyCanEnter(folder: string): Promise<boolean> {
  return await run('test', ['-x', folder], { ...NOBODY, cwd: '/' }).then(
    () => true,
    () => false,
  )
}

/** Where root keeps what `nobody` must reach; not a temporary folder, whose old files a system removes one by one. */
export async function rootsFolder(): Promise<string> {
  await mkdir(ROOTS_FOLDER, { recursive: true, mode: 0o755 })
  return ROOTS_FOLDER
}

import { appendFile, chmod, chown, cp, lchown, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { postgresProgram } from '@asaichi/servers/postgres/embedded-postgres.ts'
import { postgresAccount } from '@asaichi/servers/postgres/postgres-account.ts'
import { type OwnedProcess, ownProcess } from '@asaichi/servers/processes/owned-process.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'

/** A PostgreSQL that keeps its WAL in a folder beside it, as one in production does. */
export type ArchivedPostgres = {
  readonly url: string
  readonly data: string
  readonly archive: string
  /** Ends it as a power cut does: nothing is written any more. */
  readonly crash: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** A folder that a backup of `lost` was written to. */
export type Backup = { readonly folder: string; readonly lost: ArchivedPostgres }

/** `from` is recovered up to `until` or to the end of what was archived. */
export async function startArchived(
  dir: string,
  options: { readonly from?: Backup; readonly until?: string } = {},
): Promise<ArchivedPostgres> {
  await mkdir(dir, { recursive: true })
  await chmod(dir, 0o755)
  const home = path.join(dir, 'postgres')
  const archive = options.from?.lost.archive ?? path.join(dir, 'archive')
  await mkdir(archive, { recursive: true })
  await handOver(archive)
  const data = path.join(home, 'data')
  if (options.from !== undefined) await layOut(home, options.from, options.until)
  const program = await postgresProgram({ dir: home, port: await freePort(), durable: true })
  const isRestored = options.from !== undefined
  const keeps = `test ! -f ${archive}/%f && cp %p ${archive}/%f.part && mv ${archive}/%f.part ${archive}/%f`
  const settings = [
    'summarize_wal=on',
    'archive_timeout=60',
    ...(isRestored ? [] : ['archive_mode=on', `archive_command=${keeps}`]),
  ]
  const server = await ownProcess(
    { ...program, args: [...program.args, ...settings.flatMap(setting => ['-c', setting])] },
    path.join(dir, 'postgres.log'),
  )
  return { url: program.url, data, archive, crash: () => crash(server), stop: server.stop }
}

async function crash(server: OwnedProcess): Promise<void> {
  process.kill(server.pid, 'SIGQUIT')
  await server.stop()
}

async function layOut(home: string, { folder, lost }: Backup, until: string | undefined): Promise<void> {
  const data = path.join(home, 'data')
  await cp(folder, data, { recursive: true, verbatimSymlinks: true })
  const target = until === undefined ? [] : [`recovery_target_time = '${until}'`]
  const recovery = [
    `restore_command = 'cp ${lost.archive}/%f %p'`,
    ...target,
    `recovery_target_action = 'promote'`,
  ]
  await appendFile(path.join(data, 'postgresql.auto.conf'), `${recovery.join('\n')}\n`)
  await writeFile(path.join(data, 'recovery.signal'), '')
  // Roles come back with the passwords they had.
  await writeFile(path.join(home, 'password'), new URL(lost.url).password, { mode: 0o600 })
  await handOver(home)
  await chmod(data, 0o700)
}

/** To the account that PostgreSQL runs as. */
async function handOver(folder: string): Promise<void> {
  const account = postgresAccount()
  if (account === undefined) return
  await chown(folder, account.uid, account.gid)
  for (const name of await readdir(folder, { recursive: true }))
    await lchown(path.join(folder, name), account.uid, account.gid)
}

export async function forget(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

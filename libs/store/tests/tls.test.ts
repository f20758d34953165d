import { chmod, chown, copyFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { postgresProgram, removePostgresData } from '@asaichi/servers/postgres/embedded-postgres.ts'
import { ownProcess } from '@asaichi/servers/processes/owned-process.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { type Authority, newAuthority } from '@asaichi/testkit/authority.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../src/database.ts'

test('a URL that names who vouches for PostgreSQL is served sealed, and by nobody else', async () => {
  const dir = await ownFolder()
  const authority = await newAuthority(dir)
  const plain = await sealedPostgres(dir, authority)
  const sealed = `${plain}?sslmode=verify-full&sslrootcert=${authority.ca}`
  expect(await isSealed(sealed)).toBe(true)
  const stranger = await newAuthority(dir)
  await expect(isSealed(`${plain}?sslmode=verify-full&sslrootcert=${stranger.ca}`)).rejects.toThrow(
    /certificate/,
  )
  await expect(isSealed(`${plain}?sslmode=verify-full`)).rejects.toThrow(/certificate/)
  const otherName = sealed.replace('localhost', '127.0.0.2')
  await expect(isSealed(otherName)).rejects.toThrow(/altname/)
  // The server takes no connection in clear (pg_hba: hostssl alone).
  await expect(isSealed(plain)).rejects.toThrow(/no encryption/)
})

async function isSealed(url: string): Promise<boolean> {
  await using database = openDatabase<unknown>(url, { schema: 'public', max: 1 })
  const { rows } = await sql<{ readonly ssl: boolean }>`
    select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(database.db)
  return rows[0]?.ssl === true
}

/** Its URL without a word about TLS. */
async function sealedPostgres(dir: string, authority: Authority): Promise<string> {
  const folder = path.join(dir, 'postgres')
  const program = await postgresProgram({ dir: folder, port: await freePort(), durable: false })
  onTestFinished(() => removePostgresData(folder))
  const data = program.args[1] ?? ''
  const { uid, gid } = await stat(data)
  const { cert, key } = await authority.issue('postgres')
  const own = async (from: string, name: string) => {
    const file = path.join(data, name)
    await copyFile(from, file)
    await chmod(file, 0o600)
    await chown(file, uid, gid)
    return file
  }
  const hba = path.join(dir, 'pg_hba.conf')
  await writeFile(hba, 'hostssl all all all scram-sha-256\n')
  const settings = [
    'listen_addresses=*',
    'ssl=on',
    `ssl_cert_file=${await own(cert, 'server.crt')}`,
    `ssl_key_file=${await own(key, 'server.key')}`,
    `hba_file=${await own(hba, 'pg_hba_ssl.conf')}`,
  ]
  const args = [...program.args, ...settings.flatMap(setting => ['-c', setting])]
  const server = await ownProcess({ ...program, args }, path.join(dir, 'postgres.log'))
  onTestFinished(server.stop)
  return program.url.replace('127.0.0.1', 'localhost')
}

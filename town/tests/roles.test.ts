import { randomBytes } from 'node:crypto'
import { migrateAll } from '@asaichi/city/migrate-all.ts'
import { ALL_SERVICES, type OutboxService } from '@asaichi/contract/town/town.ts'
import { bootstrap } from '@asaichi/store/bootstrap.ts'
import { OwnDatabase } from '@asaichi/testkit/own-database.ts'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'

const HISTORIES: Readonly<Partial<Record<OutboxService, readonly string[]>>> = {
  identity: ['audit', 'audit_seals'],
  lottery: ['audit_log'],
}
const DENIED = '42501'

let database: OwnDatabase
let admin: pg.Client
let urls: Readonly<Record<string, string>>
beforeAll(async () => {
  database = await OwnDatabase.create()
  const passwords = Object.fromEntries(ALL_SERVICES.map(name => [name, randomBytes(16).toString('hex')]))
  urls = await bootstrap({ url: database.url, passwords, movableClock: true })
  await migrateAll(database.url)
  admin = new pg.Client({ connectionString: database.url })
  await admin.connect()
}, 60_000)
afterAll(async () => {
  await admin.end()
  await database[Symbol.asyncDispose]()
})

test.each(ALL_SERVICES)(
  'H8, P4: %s adds to what was done and told, and can neither change it nor what guards it',
  async service => {
    await using own = await asService(service)
    for (const table of ['outbox', ...(HISTORIES[service] ?? [])]) {
      const name = `${service}.${table}`
      expect(await own.ends(`select from ${name} limit 1`)).toBe('done')
      // Gives nothing, which is a warning only: what comes behind is refused all the same.
      await own.ends(`grant all on ${name} to current_user`)
      for (const statement of [
        `update ${name} set ${await firstColumnOf(service, table)} = default`,
        `delete from ${name}`,
        `truncate ${name}`,
        `alter table ${name} disable trigger all`,
        `alter table ${name} add column mine int`,
        `alter table ${name} owner to current_user`,
        `drop table ${name}`,
        `create rule forget as on insert to ${name} do instead nothing`,
      ])
        expect([statement, await own.ends(statement)]).toEqual([statement, DENIED])
    }
    expect(await own.ends(`update outbox set sent_at = now() where false`)).toBe('done')
    expect(await own.ends(`select prune_outbox()`)).toBe('done')
  },
)

test.each(ALL_SERVICES)('H8, P4: %s owns nothing, and is no other', async service => {
  await using own = await asService(service)
  const { rows } = await admin.query(
    `select relname from pg_class where pg_get_userbyid(relowner) = $1
     union all select proname from pg_proc where pg_get_userbyid(proowner) = $1
     union all select nspname from pg_namespace where pg_get_userbyid(nspowner) = $1`,
    [`${database.name}_${service}`],
  )
  expect(rows).toEqual([])
  const others = ALL_SERVICES.filter(other => other !== service)
  for (const statement of [
    `set role ${database.name}_${service}_owner`,
    'set role postgres',
    `set session_replication_role = 'replica'`,
    `create table ${service}.mine (n int)`,
    `delete from ${service}.migrations`,
    `insert into ${service}.migrations (name, hash) values ('mine', '')`,
    'update public.town_clock set offset_ms = 1',
    'create extension hstore schema public',
    `copy (select 1) to program 'true'`,
    ...others.flatMap(other => [
      `set role ${database.name}_${other}`,
      `select from ${other}.outbox limit 1`,
      `select ${other}.prune_outbox()`,
      `insert into ${other}.inbox (consumer, event_id) values ('mine', gen_random_uuid())`,
    ]),
  ])
    expect([statement, await own.ends(statement)]).toEqual([statement, DENIED])
})

test('P4: of a release whose services owned their tables, the owner takes over', async () => {
  const role = `${database.name}_lock`
  await admin.query(`create table lock.old (n int); alter table lock.old owner to ${role}`)
  await bootstrap({ url: database.url, passwords: { lock: 'changed' }, movableClock: true })
  await migrateAll(database.url)
  await using own = await asService('lock')
  expect(await own.ends('drop table lock.old')).toBe(DENIED)
  expect(await own.ends('insert into lock.old values (1)')).toBe('done')
})

/** Asks as the service; `ends` answers `done` or the code of the refusal. */
async function asService(
  service: OutboxService,
): Promise<{ readonly ends: (statement: string) => Promise<string> } & AsyncDisposable> {
  const client = new pg.Client({ connectionString: urls[service] ?? '' })
  await client.connect()
  await client.query(`set search_path = ${service}, public`)
  return {
    ends: statement =>
      client.query(statement).then(
        () => 'done',
        (error: unknown) => (error instanceof pg.DatabaseError ? (error.code ?? '') : String(error)),
      ),
    [Symbol.asyncDispose]: () => client.end(),
  }
}

async function firstColumnOf(schema: string, table: string): Promise<string> {
  const { rows } = await admin.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = $1 and table_name = $2 and column_name not in ('seq', 'sent_at') order by ordinal_position`,
    [schema, table],
  )
  return rows[0]?.name ?? ''
}

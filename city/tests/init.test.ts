import { randomBytes } from 'node:crypto'
import { cp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { busTables } from '@asaichi/bus/bus.ts'
import { initEnv, passwordName } from '@asaichi/city/config.ts'
import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { bootstrap } from '@asaichi/store/bootstrap.ts'
import { dueWorkTables } from '@asaichi/store/due-work.ts'
import { type MigrationFolder, migrate } from '@asaichi/store/migrate.ts'
import { OwnDatabase } from '@asaichi/testkit/own-database.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { RestartableNats } from '@asaichi/testkit/restartable-nats.ts'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { init, isFrozen } from '../src/init/init.ts'
import { Missing, troubleWith } from '../src/init/missing.ts'
import { ask } from './ask.ts'

let nats: RestartableNats
beforeAll(async () => {
  nats = await RestartableNats.open()
})
afterAll(() => nats[Symbol.asyncDispose]())

test('an empty database is prepared by an owner who is no superuser, and a second time nothing is left to do', async () => {
  const city = await emptyCity()
  const first = await city.init()
  expect(first.join('\n')).toMatch(
    /^Prepared the database .+\nApplied \d+: .*reservation: .+\nStreams .+ kept once\.$/,
  )
  expect(await city.init()).toEqual([first[0], 'Every schema is up to date.', first[2]])
  for (const service of ALL_SERVICES)
    expect(await city.asService(service, 'select town_now() is not null as "tellsTime"')).toEqual([
      { tellsTime: true },
    ])
})

test('two at once do it once', async () => {
  const city = await emptyCity()
  const told = await Promise.all([city.init(), city.init()])
  const applied = told.flat().filter(sentence => sentence.startsWith('Applied'))
  const names = applied.flatMap(sentence => sentence.replace(/^Applied \d+: |\.$/g, '').split(', '))
  expect(names.length).toBeGreaterThan(20)
  expect(new Set(names).size).toBe(names.length)
})

test('one that died half way is finished by the next', async () => {
  const city = await emptyCity()
  // Some roles and one schema, as a kill between two statements leaves them, and one service that was migrated.
  await city.init()
  await city.asAdmin(`drop schema lock cascade`)
  await city.asAdmin(`drop schema catalog cascade`)
  const told = await city.init()
  expect(told[1]).toMatch(/^Applied \d+: catalog: .*lock: /)
  expect(told[1]).not.toMatch(/identity|reservation/)
})

test('a schema of an older release is brought up to date and keeps its rows', async () => {
  const city = await emptyCity()
  await bootstrap({ url: city.adminUrl, passwords: city.passwords, movableClock: false })
  await migrate(city.adminUrl, 'notification', [busTables, dueWorkTables, await firstRelease('notification')])
  await city.asAdmin(`insert into notification.cities values ('mitaka', 1, 'Mitaka', '{}')`)
  const told = await city.init()
  expect(told[1]).toContain('notification: notification/0002-tried-until-stale.sql')
  expect(told[1]).not.toContain('notification/0001')
  expect(await city.asService('notification', 'select city_id from notification.cities')).toEqual([
    { city_id: 'mitaka' },
  ])
})

test('a file that was changed after it was applied stops it', async () => {
  const city = await emptyCity()
  await city.init()
  await city.asAdmin(`update catalog.migrations set hash = 'other' where name = 'catalog/0001-catalog.sql'`)
  await expect(city.init()).rejects.toThrow('catalog/0001-catalog.sql was changed after it was applied')
})

test('what is missing is one sentence, and nothing is changed before it is there', async () => {
  const city = await emptyCity()
  await city.asSuperuser(`alter role ${city.owner} nocreaterole`)
  expect(await city.missing()).toBe(
    `${city.owner} may not create roles: alter role ${city.owner} createrole.`,
  )
  await city.asSuperuser(`alter role ${city.owner} createrole`)
  await city.asSuperuser(`alter database ${city.name} owner to current_user`)
  expect(await city.missing()).toContain(`${city.owner} may not create schemas in ${city.name}`)
  await city.asSuperuser(`alter database ${city.name} owner to ${city.owner}`)
  await city.asSuperuser(`create role ${city.name}_lottery`)
  expect(await city.missing()).toContain(
    `The role ${city.name}_lottery is there and ${city.owner} may not change it`,
  )
  expect(await city.asAdmin(`select nspname from pg_namespace where nspname = 'identity'`)).toEqual([])
  await city.asSuperuser(`grant ${city.name}_lottery to ${city.owner} with admin option`)
  await city.init()
})

test('a database of a demo, whose clock can be moved, is not taken for a city’s', async () => {
  const city = await emptyCity()
  await city.asAdmin('create table public.town_clock (one boolean)')
  expect(await city.missing()).toContain('has a clock that can be moved')
})

test.each([
  [
    'a database that is not there',
    (url: URL) => (url.pathname = '/nowhere'),
    'PostgreSQL has no database of that name',
  ],
  ['a server that is not there', (url: URL) => (url.port = '1'), 'PostgreSQL does not answer at its address'],
  [
    'a name nobody knows',
    (url: URL) => (url.hostname = 'db.invalid'),
    'PostgreSQL has an address that no name server knows',
  ],
  [
    'a server that speaks in clear',
    (url: URL) => (url.search = '?sslmode=require'),
    'PostgreSQL speaks in clear only',
  ],
])('%s is one sentence, without the password', async (_what, change, sentence) => {
  const city = await emptyCity()
  const url = new URL(city.adminUrl)
  change(url)
  const said = await city.missing({ ADMIN_URL: url.href })
  expect(said).toContain(sentence)
  expect(said).not.toContain(url.password)
})

test('a bus that is away, does not know the keeper, or has too few servers is one sentence; the database is prepared by then', async () => {
  const city = await emptyCity()
  expect(await city.missing({ NATS_URL: 'nats://127.0.0.1:1' })).toContain(
    'NATS does not answer at its address',
  )
  expect(await city.missing({ NATS_SEED: nats.envOf('beacon').NATS_SEED })).toContain('NATS')
  expect(await city.missing({ STREAM_REPLICAS: '3' })).toContain('STREAM_REPLICAS')
  expect((await city.init())[1]).toBe('Every schema is up to date.')
})

test.each([
  ['28P01', 'PostgreSQL refuses the password of ADMIN_URL.'],
  ['53300', 'PostgreSQL has no connection left'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'PostgreSQL shows a certificate that is not trusted here'],
])('PostgreSQL’s %s is a sentence', (code, sentence) => {
  expect(troubleWith('PostgreSQL', Object.assign(new Error('no words of the driver'), { code }))).toContain(
    sentence,
  )
  expect(troubleWith('PostgreSQL', new Error('another'))).toBeUndefined()
})

test('nothing is changed between six and eight in Japan', () => {
  const at = (tokyo: string) => isFrozen(new Date(`2026-12-01T${tokyo}:00+09:00`).toISOString())
  expect(['05:59', '06:00', '07:00', '07:59', '08:00', '18:30'].map(at)).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ])
})

/** The service's first migration alone, as an older release had it. */
async function firstRelease(service: string): Promise<MigrationFolder> {
  const folder = await ownFolder()
  await cp(path.resolve(import.meta.dirname, `../../services/${service}/src/store/migrations`), folder, {
    recursive: true,
  })
  for (const name of await readdir(folder)) if (!name.startsWith('0001')) await rm(path.join(folder, name))
  return { name: service, folder: pathToFileURL(`${folder}/`) }
}

async function emptyCity() {
  const database = await OwnDatabase.create()
  onTestFinished(() => database[Symbol.asyncDispose]())
  const owner = `${database.name}_admin`
  const superuser = (text: string) => ask(database.url, text)
  await superuser(`create role ${owner} login createrole password 'admins-own-password'`)
  await superuser(`alter database ${database.name} owner to ${owner}`)
  await superuser(`grant create on schema public to ${owner}`)
  const admin = new URL(database.url)
  admin.username = owner
  admin.password = 'admins-own-password'
  const passwords = new Map(ALL_SERVICES.map(service => [service, randomBytes(16).toString('hex')]))
  const env = (more: Readonly<Record<string, string>> = {}) =>
    initEnv.parse({
      ADMIN_URL: admin.href,
      ...Object.fromEntries([...passwords].map(([service, password]) => [passwordName(service), password])),
      ...nats.envOf('keeper'),
      ...more,
    })
  const run = async (more?: Readonly<Record<string, string>>) => {
    const said: string[] = []
    await init(env(more), { duringOpening: true, say: sentence => said.push(sentence) })
    return said
  }
  return {
    name: database.name,
    owner,
    adminUrl: admin.href,
    passwords: Object.fromEntries(passwords),
    init: run,
    missing: async (more?: Readonly<Record<string, string>>) => {
      const error = await run(more).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      if (!(error instanceof Missing)) throw error ?? new Error('nothing was missing')
      return error.message
    },
    asSuperuser: superuser,
    asAdmin: (text: string) => ask(database.url, text),
    asService: (service: (typeof ALL_SERVICES)[number], text: string) => {
      const url = new URL(database.url)
      url.username = `${database.name}_${service}`
      url.password = passwords.get(service) ?? ''
      return ask(url.href, text)
    },
  }
}

import { execFile } from 'node:child_process'
import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseEnv, promisify } from 'node:util'
import { credentials, openLink } from '@asaichi/bus/link.ts'
import { config as catalog } from '@asaichi/catalog/config.ts'
import { config as frontDoor } from '@asaichi/gateway-api/config.ts'
import { config as identity } from '@asaichi/identity/config.ts'
import { config as lock } from '@asaichi/lock/config.ts'
import { config as lottery } from '@asaichi/lottery/config.ts'
import { config as notification } from '@asaichi/notification/config.ts'
import { config as reservation } from '@asaichi/reservation/config.ts'
import { natsProgram } from '@asaichi/servers/nats-server.ts'
import { ownProcess } from '@asaichi/servers/processes/owned-process.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { OwnDatabase } from '@asaichi/testkit/own-database.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, onTestFinished, test } from 'vitest'
import { initEnv, keeperEnv } from '../src/config.ts'
import { OWNER, writeKeys } from '../src/write-keys.ts'
import { ask } from './ask.ts'

const quiet = { database: 'postgres://db.example:5432/asaichi?sslmode=verify-full', say: () => undefined }
const MAIN = new URL('../src/main.ts', import.meta.url).pathname

test('P3, P4: every process gets a file of its own, for its owner’s eyes only, and a second run changes nothing', async () => {
  const folder = await ownFolder()
  await writeKeys(folder, quiet)
  await appendFile(path.join(folder, 'secrets/notification.env'), 'SMTP_URL=smtp://relay:25\n')
  const first = await secretsIn(folder)
  expect(first.get('notification')?.['SMTP_URL']).toBe('smtp://relay:25')
  await writeKeys(folder, quiet)
  expect(await secretsIn(folder)).toEqual(first)
  for (const name of await readdir(path.join(folder, 'secrets')))
    expect([name, (await stat(path.join(folder, 'secrets', name))).mode & 0o777]).toEqual([name, 0o600])
  const values = [...first.entries()].flatMap(([name, told]) =>
    // `init` makes the roles, so it is told their passwords; and it sets the streams up for the first time.
    name === 'init' ? [] : Object.values(told).map(value => [name, value] as const),
  )
  const shared = values.filter(([name, value]) =>
    values.some(other => other[0] !== name && other[1] === value),
  )
  expect(shared.map(([name, value]) => [name, value === OWNER])).toEqual([])
})

test('what is told is what each process parses, beside what is no secret', async () => {
  const folder = await ownFolder()
  await writeKeys(folder, quiet)
  const told = await secretsIn(folder)
  const open = {
    NATS_URL: 'nats://one:4222,nats://two:4222',
    SMTP_URL: 'smtp://relay:25',
    MQTT_URL: 'mqtts://site.example:8883',
  }
  const schemas = {
    catalog,
    identity,
    lock,
    lottery,
    notification,
    reservation,
    'gateway-api': frontDoor,
    keeper: keeperEnv,
    init: initEnv,
  }
  for (const [name, schema] of Object.entries(schemas)) {
    const parsed = schema.safeParse({ ...open, ...told.get(name) })
    expect([name, parsed.error?.issues ?? []]).toEqual([name, []])
  }
})

test('from the keys alone: NATS lets each one in and nobody else, init prepares, a service’s URL opens its schema', async () => {
  const folder = await ownFolder()
  await using database = await OwnDatabase.create()
  const server = new URL(database.url)
  await writeKeys(folder, { ...quiet, database: `postgres://${server.host}/${database.name}` })
  const told = await secretsIn(folder)
  const NATS_URL = await natsWith(path.join(folder, 'nats-users.conf'))
  await ask(
    database.url,
    `create role ${OWNER} login createrole password '${told.get('postgres')?.['password']}'`,
  ).catch(() => undefined)
  onTestFinished(() =>
    ask(server.href.replace(database.name, 'postgres'), `drop role if exists ${OWNER}`).then(
      () => undefined,
      () => undefined,
    ),
  )
  await ask(database.url, `alter database ${database.name} owner to ${OWNER}`)
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, 'init', '--during-opening'], {
    env: { PATH: process.env['PATH'], ...told.get('init'), NATS_URL, ALLOW_VOLATILE_DATABASE: '1' },
  })
  expect(stdout).toMatch(
    /^Prepared .+\nApplied .+\nStreams and consumers are set up, each fact kept once\.\nNext, .+ operator MAIL.+\n$/,
  )
  const { DATABASE_URL = '', NATS_SEED = '' } = told.get('lottery') ?? {}
  expect(await ask(DATABASE_URL, 'select count(*)::int as n from lottery.rounds')).toEqual([{ n: 0 }])
  await using link = await openLink({ nats: { NATS_URL, NATS_SEED }, party: 'lottery', absent: 'fail' })
  expect(link.isConnected()).toBe(true)
  expect(credentials({ NATS_URL, NATS_SEED }, 'lottery').inboxPrefix).toContain('lottery')
  // Ends before the database does, so that the roles named after it can go.
  await ask(
    database.url,
    `alter database ${database.name} owner to current_user; reassign owned by ${OWNER} to current_user; drop owned by ${OWNER} cascade`,
  )
})

test.each([
  [[], 'Usage:'],
  [['keys', 'folder'], 'Usage:'],
  [['keys', 'folder', '--database', 'mysql://db/asaichi'], '--database names a server and a database'],
  [['keys', 'folder', '--database', 'postgres://me:secret@db/asaichi'], '--database takes no user'],
  [['paint'], 'Usage:'],
  [['init', '--twice'], 'Usage:'],
])('a command that is not understood is a sentence: %j', async (args, sentence) => {
  const failed: unknown = await promisify(execFile)(process.execPath, [MAIN, ...args]).catch(
    (error: unknown) => error,
  )
  expect(failed).toMatchObject({ code: 1, stdout: '' })
  expect(String(failed)).toContain(sentence)
  expect(String(failed)).not.toContain('    at ')
})

async function natsWith(users: string): Promise<string> {
  const dir = await ownFolder()
  const program = await natsProgram({ dir, port: await freePort(), users: [] })
  const config = program.args[1] ?? ''
  const text = await readFile(config, 'utf8')
  await writeFile(
    config,
    text.replace(/authorization \{[^]*\}\n/, `include ${JSON.stringify(path.relative(dir, users))}\n`),
  )
  const server = await ownProcess(program, path.join(dir, 'nats.log'))
  onTestFinished(server.stop)
  return program.url
}

async function secretsIn(folder: string): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const secrets = path.join(folder, 'secrets')
  const files = (await readdir(secrets)).toSorted()
  const told = files.map(async name => {
    const env = parseEnv(await readFile(path.join(secrets, name), 'utf8'))
    const set = Object.entries(env).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    )
    return [name.replace('.env', ''), Object.fromEntries(set)] as const
  })
  return new Map(await Promise.all(told))
}

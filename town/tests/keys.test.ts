import { createHmac, hkdfSync } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exchangeKey } from '@asaichi/city/key-folder.ts'
import { townBus } from '@asaichi/city/town-bus.ts'
import { EXCHANGEABLE, townKeys } from '@asaichi/city/town-keys.ts'
import { startPostgres } from '@asaichi/servers/postgres/embedded-postgres.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { bootstrap } from '@asaichi/store/bootstrap.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { peripheralParts, servingParts } from '../src/parts.ts'
import type { Part } from '../src/processes/supervised.ts'
import { townPorts } from '../src/town-ports.ts'

/** What the release before derived from its one key, for whoever still has it. */
const LABELS = [
  'api links',
  'lock master',
  'asaichi identity v1',
  'asaichi lottery v1',
  'asaichi opening pool v1',
]
const SECRET = /(KEY|KEY_OLD|SEED|PASSWORD)$/

test('P4: no process is told a secret of another, nor one from which it follows', async () => {
  const { parts } = await townParts()
  const told = parts.map(part => ({ name: part.name, secrets: secretsOf(part) }))
  expect(told.filter(({ secrets }) => secrets.length > 0).length).toBeGreaterThan(9)
  for (const { name, secrets } of told) {
    const known = new Set(secrets.flatMap(secret => followingFrom(secret, LABELS)))
    const others = told.filter(other => other.name !== name).flatMap(other => other.secrets)
    expect([name, others.filter(secret => known.has(secret))]).toEqual([name, []])
  }
})

test('P4: with what its environment holds a process logs in to PostgreSQL as itself and as nobody else', async () => {
  const { parts, adminUrl } = await townParts()
  const roles = await rolesOf(adminUrl)
  expect(roles.length).toBeGreaterThan(7)
  for (const part of parts) {
    const own = part.env?.['DATABASE_URL']
    const secrets = secretsOf(part)
    for (const role of roles) {
      const passwords = new Set(secrets.flatMap(secret => followingFrom(secret, [`postgres ${role}`])))
      const entered = await Promise.all([...passwords].map(password => isLetIn(adminUrl, role, password)))
      const isOwn = own !== undefined && new URL(own).username === role
      expect([part.name, role, entered.includes(true)]).toEqual([part.name, role, isOwn])
    }
  }
}, 60_000)

test('P4: the keys stay for the next start, and a town of one key for all is not taken over', async () => {
  const dir = await ownFolder()
  expect(await townKeys(dir)).toEqual(await townKeys(dir))
  await writeFile(path.join(dir, 'secrets.json'), '{}')
  await expect(townKeys(dir)).rejects.toThrow(/^.+ Begin anew: npm start -- --fresh\.$/)
  expect(await readFile(path.join(dir, 'secrets.json'), 'utf8')).toBe('{}')
})

test('P4: an exchanged key is told beside the new one, and a second exchange waits until it is forgotten', async () => {
  const dir = await ownFolder()
  const before = await townKeys(dir)
  await exchangeKey(dir, EXCHANGEABLE.link)
  const after = await townKeys(dir)
  expect(after.former).toEqual({ link: before.link, lottery: undefined })
  expect(after.link).not.toBe(before.link)
  expect({ ...after, link: before.link, former: before.former }).toEqual(before)
  await expect(exchangeKey(dir, EXCHANGEABLE.link)).rejects.toThrow('link-key.old is still accepted')
})

async function townParts(): Promise<{ readonly parts: readonly Part[]; readonly adminUrl: string }> {
  const dir = await ownFolder()
  const postgres = await startPostgres({
    dir: path.join(dir, 'postgres'),
    port: await freePort(),
    durable: true,
  })
  onTestFinished(postgres.stop)
  const keys = await townKeys(dir)
  const bus = await townBus(dir, { NATS_URL: 'nats://127.0.0.1:1' })
  const ports = await townPorts('free')
  const outside = { smtpUrl: 'smtp://127.0.0.1:1', mqttUrl: 'mqtt://127.0.0.1:1' }
  const setting = { dir, ports, bus, keys, locks: 'virtual', ...outside } as const
  const databases = await bootstrap({ url: postgres.url, passwords: keys.passwords, movableClock: true })
  const parts = [...peripheralParts(setting, {}), ...servingParts(setting, databases)]
  return { parts, adminUrl: postgres.url }
}

function secretsOf({ env = {} }: Part): readonly string[] {
  const url = env['DATABASE_URL']
  const named = Object.entries(env).flatMap(([name, value]) => (SECRET.test(name) ? [value] : []))
  return url === undefined ? named : [...named, new URL(url).password]
}

/** Whatever a secret gives by the derivations that this code knows, as text and as bytes, in both ways of writing it. */
function followingFrom(secret: string, labels: readonly string[]): readonly string[] {
  const keys = [Buffer.from(secret), Buffer.from(secret, 'hex')].filter(key => key.length > 0)
  const derived = keys.flatMap(key =>
    labels.flatMap(label => [
      createHmac('sha256', key).update(label).digest(),
      Buffer.from(hkdfSync('sha256', key, '', label, 32)),
    ]),
  )
  return [secret, ...derived.flatMap(bytes => [bytes.toString('hex'), bytes.toString('base64url')])]
}

async function rolesOf(adminUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const { rows } = await client.query<{ role: string }>(
    'select rolname as role from pg_roles where rolcanlogin',
  )
  await client.end()
  return rows.map(({ role }) => role)
}

async function isLetIn(adminUrl: string, user: string, password: string): Promise<boolean> {
  const { hostname, port, pathname } = new URL(adminUrl)
  const client = new pg.Client({
    host: hostname,
    port: Number(port),
    database: pathname.slice(1),
    user,
    password,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

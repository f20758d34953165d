import { natsUsers } from '@asaichi/bus/nats-users.ts'
import { listCities } from '@asaichi/contract/catalog/city.ts'
import { getVenue } from '@asaichi/contract/catalog/venue.ts'
import { done } from '@asaichi/contract/define.ts'
import { importPerson } from '@asaichi/contract/identity/account.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { ALL_SERVICES, CLOCK_SUBJECT, getTownClock } from '@asaichi/contract/town/town.ts'
import { startNats } from '@asaichi/servers/nats-server.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import type { BusEnv } from '@asaichi/service/env.ts'
import { createLog } from '@asaichi/service/log.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { RestartableNats } from '@asaichi/testkit/restartable-nats.ts'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection, PermissionViolationError } from '@nats-io/transport-node'
import { expect, onTestFinished, test } from 'vitest'
import { startKeeper } from '../src/keeper.ts'
import { credentials } from '../src/link.ts'
import { newSeed, publicKeyOf } from '../src/nkeys.ts'
import { type Doings, PARTIES, type Party, producerOf, TOWN_PARTIES } from '../src/parties.ts'
import { Server } from '../src/serve.ts'
import { streamOf } from '../src/topology.ts'
import { inboxOf } from '../src/wire.ts'

const nats = await forThisFile(RestartableNats.open())
await forThisFile(startKeeper({ nats: nats.envOf('keeper') }))
const refusals = new WeakMap<NatsConnection, string[]>()
const jetstreamVerbs = {
  'delete a stream': 'STREAM.DELETE.NOTIFICATION',
  'empty a stream': 'STREAM.PURGE.IDENTITY',
  'read a stream by place': 'STREAM.MSG.GET.IDENTITY',
  'read a stream past the server’s account': 'DIRECT.GET.IDENTITY',
  'delete a message': 'STREAM.MSG.DELETE.IDENTITY',
  'bring back an old state': 'STREAM.RESTORE.IDENTITY',
  'delete a consumer': 'CONSUMER.DELETE.CATALOG.lottery',
  'count what the account has': 'INFO',
  'list the streams': 'STREAM.NAMES',
} as const

test.each(TOWN_PARTIES)('H7, A89: %s can do what follows from its line and nothing else', async party => {
  const doings: Doings = PARTIES[party]
  const own = await as(party)
  const others = ALL_SERVICES.filter(service => service !== doings.speaksFor)
  // Speaking for another.
  for (const service of others) {
    expect(await isRefused(own, { publish: `${service}.event.permission-changed.v1` })).toBe(true)
    expect(await isRefused(own, { subscribe: `${service}.call.>` })).toBe(true)
    expect(await isRefused(own, { subscribe: `${service}.call.log-in.v1` })).toBe(true)
  }
  // Listening to what others are asked and told.
  for (const subject of [
    '>',
    '*.call.>',
    '*.event.>',
    'identity.event.>',
    '_INBOX_*.>',
    '_INBOX.>',
    '$JS.>',
    '$SYS.>',
  ])
    expect([subject, await isRefused(own, { subscribe: subject })]).toEqual([subject, true])
  for (const other of TOWN_PARTIES.filter(each => each !== party))
    expect(await isRefused(own, { subscribe: `${inboxOf(other)}.>` })).toBe(true)
  // Answering what it was not asked, and moving the clock.
  expect(await isRefused(own, { publish: `${inboxOf('tester')}.guess` })).toBe(true)
  expect(await isRefused(own, { publish: CLOCK_SUBJECT })).toBe(!doings.tellsTheTime)
  // JetStream: nobody deletes or reads at will, and streams and consumers are the keeper's.
  for (const verb of Object.values(jetstreamVerbs))
    expect([verb, await isRefused(own, { publish: `$JS.API.${verb}` })]).toEqual([verb, true])
  const stream = streamOf(doings.speaksFor ?? 'identity')
  for (const verb of [
    `STREAM.CREATE.${stream}`,
    `STREAM.UPDATE.${stream}`,
    `CONSUMER.CREATE.CATALOG.${party}`,
  ])
    expect([verb, await isRefused(own, { publish: `$JS.API.${verb}` })]).toEqual([verb, !doings.keepsStreams])
  for (const from of ALL_SERVICES)
    for (const listener of ALL_SERVICES) {
      const isOwn = listener === party && (doings.hears?.some(heard => producerOf(heard) === from) ?? false)
      const refused = [
        await isRefused(own, { publish: `$JS.API.CONSUMER.MSG.NEXT.${streamOf(from)}.${listener}` }),
        await isRefused(own, { publish: `$JS.ACK.${streamOf(from)}.${listener}.1.1.1.1.0` }),
      ]
      expect([from, listener, ...refused]).toEqual([from, listener, !isOwn, !isOwn])
    }
  // Asking.
  const asks = doings.asks === 'for-people' ? [getVenue] : (doings.asks ?? [])
  for (const { subject } of [...asks, getTownClock])
    expect([subject, await isRefused(own, { publish: subject })]).toEqual([subject, false])
  const mayAsk = (subject: string) => asks.some(request => request.subject === subject)
  for (const { subject } of [importPerson, getRecipient])
    expect([subject, await isRefused(own, { publish: subject })]).toEqual([subject, !mayAsk(subject)])
})

test('P3: nobody gets in without a key of the town, or with another one', async () => {
  const { NATS_URL } = nats.envOf('identity')
  await expect(connect({ servers: NATS_URL, reconnect: false })).rejects.toThrow(/uthorization/)
  const stranger = { NATS_URL, NATS_SEED: newSeed() }
  await expect(connect({ ...credentials(stranger, 'identity'), reconnect: false })).rejects.toThrow()
})

test('P3: a forged permission and a made-up admin stop at the broker, also without a reply', async () => {
  const lock = await as('lock')
  const heard: string[] = []
  const tester = await as('tester')
  tester.subscribe('>', { callback: (_error, { subject }) => void heard.push(subject) })
  await tester.flush()
  expect(await isRefused(lock, { publish: permissionChanged.subject })).toBe(true)
  expect(await isRefused(lock, { publish: importPerson.subject })).toBe(true)
  await tester.flush()
  expect(heard).toEqual([])
})

test('P3: why only the keeper sets up streams: one republishes to whatever subject it is told', async () => {
  const seed = newSeed()
  const permissions = {
    publish: { allow: ['$JS.API.STREAM.CREATE.TRAP', 'trap.x'] },
    subscribe: { allow: [`${inboxOf('lock')}.>`] },
    answers: false,
  }
  const dir = await ownFolder()
  const port = await freePort()
  const watcherSeed = newSeed()
  const users = [{ nkey: publicKeyOf(seed), permissions }, ...natsUsers([['tester', watcherSeed]])]
  const server = await startNats({ dir, port, users })
  onTestFinished(server.stop)
  const NATS_URL = `nats://127.0.0.1:${port}`
  const trapper = await connected({ NATS_URL, NATS_SEED: seed }, 'lock')
  const watcher = await connected({ NATS_URL, NATS_SEED: watcherSeed }, 'tester')
  const forged = Promise.withResolvers<string>()
  watcher.subscribe(permissionChanged.subject, {
    callback: (_error, message) => forged.resolve(message.string()),
  })
  await watcher.flush()
  expect(await isRefused(trapper, { publish: permissionChanged.subject })).toBe(true)
  const manager = await jetstreamManager(trapper, { checkAPI: false })
  await manager.streams.add({
    name: 'TRAP',
    subjects: ['trap.>'],
    republish: { src: 'trap.x', dest: permissionChanged.subject },
  })
  trapper.publish('trap.x', 'forged')
  expect(await forged.promise).toBe('forged')
})

test('H7: a service is not made to speak to another under its own name by where its answer goes', async () => {
  const heard: string[] = []
  const tester = await as('tester')
  tester.subscribe('lock.call.>', { callback: (_error, { subject }) => void heard.push(subject) })
  const server = new Server(await as('catalog'), createLog('test', 'silent'))
  onTestFinished(() => server[Symbol.asyncDispose]())
  server.serve(listCities, () => done({ items: [] }))
  const asker = await as('gateway-api')
  await eventually(async () =>
    expect((await asker.request(listCities.subject, '{}', { timeout: 1_000 })).string()).toBe('{"items":[]}'),
  )
  asker.publish(listCities.subject, '{}', { reply: 'lock.call.get-door-codes.v1' })
  await asker.request(listCities.subject, '{}', { timeout: 1_000 })
  await tester.flush()
  expect(heard).toEqual([])
})

test('P3: of several servers those that are away are passed over', async () => {
  const { NATS_URL, NATS_SEED } = nats.envOf('beacon')
  const away = `nats://127.0.0.1:${await freePort()}`
  const connection = await connected({ NATS_URL: `${away},${NATS_URL},${away}`, NATS_SEED }, 'beacon')
  expect(connection.getServer()).toBe(NATS_URL.replace('nats://', ''))
})

function as(party: Party): Promise<NatsConnection> {
  return connected(nats.envOf(party), party)
}

async function connected(env: BusEnv, party: Party): Promise<NatsConnection> {
  const connection = await connect({ ...credentials(env, party), reconnect: false })
  onTestFinished(() => connection.close())
  const violations: string[] = []
  refusals.set(connection, violations)
  void (async () => {
    for await (const status of connection.status())
      if (status.type === 'error' && status.error instanceof PermissionViolationError)
        violations.push(status.error.subject)
  })()
  return connection
}

/** Whether the server objected, as it does before it answers a ping that comes behind. */
async function isRefused(
  connection: NatsConnection,
  tried: { readonly publish: string } | { readonly subscribe: string },
): Promise<boolean> {
  const violations = refusals.get(connection) ?? []
  const subject = 'publish' in tried ? tried.publish : tried.subscribe
  const before = violations.length
  if ('publish' in tried) connection.publish(subject, '{}')
  const subscription =
    'subscribe' in tried ? connection.subscribe(subject, { callback: () => undefined }) : undefined
  await connection.flush()
  // The client tells of it in a later turn.
  await new Promise(resolve => setImmediate(resolve))
  subscription?.unsubscribe()
  return violations.slice(before).includes(subject)
}

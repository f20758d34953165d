import { personWithdrawn } from '@asaichi/contract/identity/own-data.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { RestartableNats } from '@asaichi/testkit/restartable-nats.ts'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { afterAll, expect, test } from 'vitest'
import { startKeeper } from '../src/keeper.ts'
import { credentials } from '../src/link.ts'
import { ensureConsumer, streamOf } from '../src/topology.ts'

const nats = await forThisFile(RestartableNats.open())
await forThisFile(startKeeper({ nats: nats.envOf('keeper') }))
const connection = await connect(credentials(nats.envOf('tester'), 'tester'))
afterAll(() => connection.close())
const manager = await jetstreamManager(connection)
const stream = streamOf('identity')

test('H7: who hears one fact is not woken by the others of its service, and keeps versions to come', async () => {
  const before = await waitingFor('reservation')
  const nextVersion = permissionChanged.subject.replace(/\d+$/, '99')
  await tell('identity.event.logged-in.v1', permissionChanged.subject, nextVersion)
  expect(await waitingFor('notification')).toBe(before + 3)
  expect(await waitingFor('reservation')).toBe(before + 2)
})

test('H7: a consumer of an earlier release, which heard all facts, hears one from then on', async () => {
  await manager.consumers.delete(stream, 'lottery')
  await ensureConsumer(manager, 'identity', 'lottery')
  expect(await filter()).toBeUndefined()
  await ensureConsumer(manager, permissionChanged, 'lottery')
  expect(await filter()).toBe('identity.event.permission-changed.*')
})

test('H7: a consumer that heard one fact hears two from then on, and one again', async () => {
  await ensureConsumer(manager, permissionChanged, 'lottery')
  const before = await waitingFor('lottery')
  await ensureConsumer(manager, [permissionChanged, personWithdrawn], 'lottery')
  expect(await filter()).toBeUndefined()
  await tell('identity.event.logged-in.v1', permissionChanged.subject, personWithdrawn.subject)
  expect(await waitingFor('lottery')).toBe(before + 2)
  await ensureConsumer(manager, permissionChanged, 'lottery')
  expect(await filter()).toBe('identity.event.permission-changed.*')
})

async function tell(...subjects: readonly string[]) {
  for (const subject of subjects) await jetstream(connection).publish(subject, '{}')
}

async function waitingFor(listener: string): Promise<number> {
  return (await manager.consumers.info(stream, listener)).num_pending
}

async function filter(): Promise<string | undefined> {
  return (await manager.consumers.info(stream, 'lottery')).config.filter_subject
}

import { type AddressInfo, createServer } from 'node:net'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { Aedes } from 'aedes'
import { connectAsync } from 'mqtt'
import { expect, test } from 'vitest'
import { createPublisher } from '../src/publisher.ts'

test('documents handed over together all arrive, retained or not, in the order they were handed over', async () => {
  const aedes = await Aedes.createBroker()
  const server = createServer(aedes.handle)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`)
  const heard: string[] = []
  client.on('message', topic => heard.push(topic))
  await client.subscribeAsync('ekey/v1/#', { qos: 1 })

  const publish = createPublisher(aedes)
  const topics = Array.from({ length: 200 }, (_, at) => `ekey/v1/hall/lock-${at}/reported`)
  await Promise.all(topics.map((topic, at) => publish(topic, { at }, { retain: at % 3 === 0 })))
  await eventually(() => expect(heard).toEqual(topics))

  await client.endAsync()
  await new Promise<void>(resolve => aedes.close(resolve))
  server.close()
})

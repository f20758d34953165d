import { once } from 'node:events'
import { createServer } from 'node:net'
import { createLog } from '@asaichi/service/log.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { expect, test } from 'vitest'
import { connectGateway } from '../src/mqtt/gateway-link.ts'

const CONNECT = 1
const SUBSCRIBE = 8
const NOT_AUTHORIZED = 5

/** A gateway that knows two packets, and turns the first connections away. */
async function startGateway(refusals: number) {
  let asked = 0
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    socket.on('data', (bytes: Buffer) => {
      const kind = (bytes[0] ?? 0) >> 4
      if (kind === CONNECT) {
        asked += 1
        socket.write(Buffer.from([0x20, 2, 0, asked > refusals ? 0 : NOT_AUTHORIZED]))
      }
      if (kind === SUBSCRIBE) socket.write(Buffer.from([0x90, 3, bytes[2] ?? 0, bytes[3] ?? 0, 1]))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the gateway has no port')
  return {
    url: `mqtt://127.0.0.1:${address.port}`,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      await new Promise(resolve => server.close(resolve))
    },
  }
}

test('F22: a gateway that turned the service away is asked again until it lets it in', async () => {
  await using gateway = await startGateway(2)
  await using link = connectGateway({
    url: gateway.url,
    password: 'just changed',
    filters: ['a'],
    log: createLog('test', 'silent'),
    prepare: async () => undefined,
    onUp: () => undefined,
    receive: async () => undefined,
  })
  await eventually(() => expect(link.isUp()).toBe(true))
  expect(gateway.asked()).toBe(3)
})

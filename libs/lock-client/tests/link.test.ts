import { once } from 'node:events'
import net from 'node:net'
import { createLog } from '@asaichi/service/log.ts'
import { expect, test } from 'vitest'
import { openLink } from '../src/link.ts'

const CONNACK = { accepted: Buffer.from([0x20, 2, 0, 0]), notAuthorized: Buffer.from([0x20, 2, 0, 5]) }

test('a lock that was turned away once knocks again', async () => {
  const accepted = Promise.withResolvers<void>()
  let knocks = 0
  const gateway = net.createServer(socket =>
    socket.once('data', () => {
      knocks += 1
      socket.write(knocks === 1 ? CONNACK.notAuthorized : CONNACK.accepted)
      if (knocks === 2) accepted.resolve()
    }),
  )
  gateway.listen(0, '127.0.0.1')
  await once(gateway, 'listening')
  const address = gateway.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  await using _link = openLink({
    url: `mqtt://127.0.0.1:${address.port}`,
    lock: { site: 'kokaido', lock: 'entrance' },
    password: 'given',
    will: {},
    log: createLog('lock', 'silent'),
    onUp: () => undefined,
    onDocument: () => undefined,
  })
  await accepted.promise
  expect(knocks).toBe(2)
  gateway.close()
})

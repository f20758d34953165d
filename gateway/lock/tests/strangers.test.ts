import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { forEachTest } from '@asaichi/testkit/for-each-test.ts'
import { describe, expect, test } from 'vitest'
import { connectCloud, startGatewayBed } from './gateway-bed.ts'
import { closed, connectedAsMe, expectNothingChanged } from './intruder.ts'

const bed = forEachTest(() => startGatewayBed())
const cloud = forEachTest(() => connectCloud(bed))

describe('a packet that is too long is cut off at its header, before its body is there to be buffered', () => {
  test.each([
    ['a PUBLISH of 1 MB', [0x30, 0xc0, 0x84, 0x3d]],
    ['a SUBSCRIBE of 200 KB', [0x82, 0xc0, 0x9a, 0x0c]],
    ['a length of five bytes', [0x30, 0x80, 0x80, 0x80, 0x80, 0x01]],
  ])('%s', async (_what, header) => {
    const client = await connectedAsMe(bed)
    client.stream.write(Buffer.from(header))
    await closed(client)
    await expectNothingChanged(bed, cloud)
  })
})

describe('strangers', () => {
  async function dial(): Promise<Socket> {
    const socket = createConnection(bed.gateway().port, '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    return socket
  }
  async function ended(socket: Socket, withinMs: number): Promise<void> {
    socket.resume()
    if (!socket.closed) await once(socket, 'close', { signal: AbortSignal.timeout(withinMs) })
  }

  test.each([
    ['speaking HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a first packet that is no CONNECT', Buffer.from([0x30, 0x03, 0x00, 0x01, 0x61])],
    ['a length without an end', Buffer.from([0x10, 0xff, 0xff, 0xff, 0xff, 0xff])],
    ['a CONNECT of 1 MB', Buffer.concat([Buffer.from([0x10, 0xc0, 0x84, 0x3d]), Buffer.alloc(20_000)])],
    [
      'more than 8 KB before being let in',
      Buffer.concat([Buffer.from([0x10, 0x80, 0x7f]), Buffer.alloc(9_000)]),
    ],
  ])('%s: cut off at once', async (_what, bytes) => {
    const socket = await dial()
    socket.write(bytes)
    await ended(socket, 1_000)
    await expectNothingChanged(bed, cloud)
  })

  test.each([
    ['saying nothing', Buffer.alloc(0)],
    ['stopping in the middle of CONNECT', Buffer.from([0x10, 0x20, 0x00, 0x04])],
  ])('%s: cut off after five seconds', async (_what, bytes) => {
    const socket = await dial()
    socket.write(bytes)
    await ended(socket, 8_000)
  })

  test('more connections than the cap are dropped, and those that are in stay', async () => {
    const client = await connectedAsMe(bed)
    const sockets = await Promise.all(Array.from({ length: 80 }, dial))
    const isClosed = sockets.map(socket =>
      ended(socket, 2_000).then(
        () => true,
        () => false,
      ),
    )
    const dropped = (await Promise.all(isClosed)).filter(Boolean).length
    expect(dropped).toBeGreaterThanOrEqual(30)
    expect(client.connected && cloud.client.connected).toBe(true)
    for (const socket of sockets) socket.destroy()
    await expectNothingChanged(bed, cloud)
  })
})

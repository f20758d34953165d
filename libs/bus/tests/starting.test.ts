import { once } from 'node:events'
import net from 'node:net'
import { done } from '@asaichi/contract/define.ts'
import { progressOf } from '@asaichi/contract/town/town.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, onTestFinished, test } from 'vitest'
import { startListener } from './listener.ts'

const bed = await forThisFile(startBed())

test('a service that has started is found by who asks, however slow its line to NATS', async () => {
  await startListener(bed, { natsUrl: await slowLineTo(bed.config('lottery').NATS_URL) })
  expect(await bed.call(progressOf('lottery'), {})).toEqual(done(expect.anything()))
})

const SLOW_MS = 200

/** Another address of this server, where everything said to it arrives late and in order. */
async function slowLineTo(url: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const server = net.createServer(near => {
    const far = net.connect(Number(port), hostname)
    for (const socket of [near, far])
      socket.on('error', () => undefined).on('close', () => [near, far].forEach(each => each.destroy()))
    near.on('data', bytes => void setTimeout(() => far.write(bytes), SLOW_MS))
    far.pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return `nats://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

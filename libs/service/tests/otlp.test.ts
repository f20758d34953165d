import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { sendSpans } from '../src/otlp.ts'
import { inSpan, withTrace } from '../src/trace.ts'

const SPAN = { name: 'work', kind: 'server', attributes: { 'request.id': 'r1' } } as const

test('spans reach the collector with ids, times, what they say, and whether they failed', async () => {
  const bodies: string[] = []
  const endpoint = await collector(body => bodies.push(body))
  {
    await using _sending = sendSpans('catalog', { endpoint, share: 0 })
    await withTrace(undefined, () =>
      inSpan(
        SPAN,
        () => 500,
        status => status >= 500,
      ),
    )
    await withTrace(undefined, () =>
      inSpan(
        SPAN,
        () => 200,
        status => status >= 500,
      ),
    )
  }
  expect(bodies).toHaveLength(1)
  const { resourceSpans } = JSON.parse(bodies[0] ?? '')
  expect(resourceSpans[0].scopeSpans[0].spans).toMatchObject([
    {
      name: 'work',
      kind: 2,
      status: { code: 2 },
      attributes: [{ key: 'request.id' }],
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
  ])
})

test('a collector that never answers holds up no stop', async () => {
  const endpoint = await collector()
  const sending = sendSpans('catalog', { endpoint, share: 1 })
  await withTrace(undefined, () => inSpan(SPAN, () => 200))
  const from = performance.now()
  await sending[Symbol.asyncDispose]()
  // Less than the eight seconds a process has to stop (run.ts).
  expect(performance.now() - from).toBeLessThan(8_000)
})

/** One that takes, or without `take` one that hangs. */
async function collector(take?: (body: string) => void): Promise<string> {
  const server = createServer((request, response) => {
    if (take)
      void text(request).then(body => {
        take(body)
        response.end('{}')
      })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // Safe: it listens on a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

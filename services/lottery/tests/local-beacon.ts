import { createServer, type ServerResponse } from 'node:http'
import { type TestBeacon, testBeacon } from '@asaichi/draw/test-beacon.ts'

/** What the beacon does when it is asked. */
export type Mood = 'signed' | 'down' | 'other-key' | 'old-round' | 'redirect' | 'endless' | 'nonsense'

export type LocalBeacon = TestBeacon & {
  readonly url: string
  readonly asked: readonly string[]
  readonly behave: (mood: Mood) => void
} & AsyncDisposable

const CLOCK = { genesis: 1_700_000_000, period: 3 }

/** A drand node of its own chain over real HTTP; it can fail in every way a network can. */
export async function startLocalBeacon(): Promise<LocalBeacon> {
  const beacon = testBeacon('lottery tests', CLOCK)
  const other = testBeacon('somebody else', CLOCK)
  const asked: string[] = []
  let mood: Mood = 'signed'
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const round = Number(path.split('/').at(-1))
    switch (mood) {
      case 'signed':
        return answer(response, beacon.sign(round))
      case 'other-key':
        return answer(response, other.sign(round))
      case 'old-round':
        return answer(response, beacon.sign(round - 1))
      case 'down':
        return void response.destroy()
      case 'redirect':
        return void response.writeHead(302, { location: '/elsewhere' }).end()
      case 'endless':
        return void response.end('x'.repeat(1_000_000))
      case 'nonsense':
        return void response.end('<html>maintenance</html>')
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return {
    ...beacon,
    url: `http://127.0.0.1:${address.port}`,
    asked,
    behave: next => {
      mood = next
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

function answer(
  response: ServerResponse,
  { round, signature, randomness }: ReturnType<TestBeacon['sign']>,
): void {
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ round, randomness, signature }))
}

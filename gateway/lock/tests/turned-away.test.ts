import { createLog } from '@asaichi/service/log.ts'
import { connack } from '@asaichi/town/field/connack.ts'
import type { IClientOptions } from 'mqtt'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Broker, createBroker } from '../src/broker.ts'

const log = createLog('test', 'silent')
const logged = vi.spyOn(log, 'warn')
let broker: Broker
let url: string
beforeEach(async () => {
  logged.mockClear()
  broker = await createBroker({ log, identify: () => ({ role: 'cloud' }) })
  const port = await broker.listen(
    { host: '127.0.0.1', port: 0, connectionsMax: 10 },
    { receive: async () => 'taken', onSubscribed: () => undefined },
  )
  url = `mqtt://127.0.0.1:${port}`
})
afterEach(() => broker[Symbol.asyncDispose]())

test.each<readonly [string, IClientOptions, number, RegExp]>([
  ['a keep-alive of 600 s', { keepalive: 600 }, 5, /keep-alive is 600 s; it must be between 1 and 300 s/],
  ['a keep-alive that is off', { keepalive: 0 }, 5, /keep-alive is 0 s; it must be between 1 and 300 s/],
  ['a persistent session', { clean: false }, 5, /sessions must be clean/],
])(
  'B18: %s is answered by a code of the table, and the log names the limit',
  async (_what, options, code, words) => {
    expect(await connack(url, options)).toBe(code)
    await vi.waitFor(() =>
      expect(logged.mock.calls.map(([facts]) => String(Reflect.get(Object(facts), 'err')))).toContainEqual(
        expect.stringMatching(words),
      ),
    )
    expect(broker.identities()).toEqual([])
  },
)

test('B18: what keeps to the limits is let in', async () => {
  expect(await connack(url, { keepalive: 300, clean: true })).toBe(0)
})

import { metrics } from '@asaichi/service/metrics.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiBed, startApiBed } from './api-bed.ts'
import type { Answer } from './http-client.ts'
import { SAMPLES } from './route-samples.ts'

/** What the gateway knows by itself, the session among it for some seconds. */
const OF_ITS_OWN = [
  'GET /api/time',
  'GET /api/session',
  'GET /api/qr',
  'GET /api/me',
  'GET /api/demo/keypads',
]

let door: ApiBed
beforeAll(async () => {
  door = await startApiBed()
})
afterAll(() => door[Symbol.asyncDispose]())

test('P11, Q12: with the bus away every route answers at once and truly, and afterwards a press sent again is decided', async () => {
  const waited = await timeouts()
  expect(await ask('POST /api/reservations')).toMatchObject({ status: 201 })
  await door.bed.nats.stop()
  await expect.poll(async () => (await ask('GET /api/me/acts')).status).toBe(503)
  const answers: (readonly [route: string, answer: Answer])[] = []
  for (const route of Object.keys(SAMPLES)) answers.push([route, await ask(route)])
  for (const [route, answer] of answers.filter(([, { status }]) => status >= 500))
    expect([route, answer]).toMatchObject([
      route,
      { status: 503, headers: { 'retry-after': '2' }, json: { code: 'service-unavailable' } },
    ])
  expect(answers.filter(([, { status }]) => status < 400).map(([route]) => route)).toEqual(OF_ITS_OWN)
  // Nothing waited for its deadline.
  expect(await timeouts()).toBe(waited)
  await door.bed.nats.start()
  await expect.poll(async () => (await ask('POST /api/reservations')).status, { timeout: 20_000 }).toBe(201)
}, 60_000)

function ask(route: string): Promise<Answer> {
  const sample = SAMPLES[route]
  const [method = '', template = ''] = route.split(' ')
  const { path, json, headers, expected } = sample ?? {}
  return door.send([method, path ?? template], {
    // Whom it is for.
    as: expected?.[1] === 403 ? 'admin' : 'resident',
    ...(json !== undefined && { json }),
    ...(headers && { headers }),
  })
}

async function timeouts(): Promise<number> {
  const calls = await metrics.getSingleMetric('bus_calls_total')?.get()
  return (calls?.values ?? [])
    .filter(({ labels }) => Object.values(labels).includes('timeout'))
    .reduce((sum, { value }) => sum + value, 0)
}

import { Counter } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HealthServer, type Life, type Readiness, startHealth, steadily } from '../src/health.ts'
import { metrics } from '../src/metrics.ts'

let health: HealthServer
let life: Life
beforeAll(async () => {
  health = await startHealth({ name: 'catalog', host: '127.0.0.1', port: 0 }, () => life)
})
afterAll(() => health[Symbol.asyncDispose]())

test('D28: before it serves it lives and is neither started nor ready; once it stops it is no longer ready, at once', async () => {
  life = { is: 'starting' }
  expect(await statuses()).toEqual({ livez: 200, startupz: 503, readyz: 503 })
  life = { is: 'running', isReady: () => true }
  expect(await statuses()).toEqual({ livez: 200, startupz: 200, readyz: 200 })
  life = { is: 'stopping' }
  expect(await statuses()).toEqual({ livez: 200, startupz: 200, readyz: 503 })
})

const AWAY: Readiness = () => Promise.reject(new Error('secret of the database'))
test.each<readonly [string, Readiness]>([
  ['not ready', () => false],
  ['a dependency that fails', AWAY],
  ['a dependency that does not answer', () => new Promise(() => undefined)],
  [
    'a question that throws',
    () => {
      throw new Error('secret of the database')
    },
  ],
])('D28: readiness asks the dependencies, liveness does not: %s', async (_what, isReady) => {
  await expect(steadily(() => ({ is: 'running', isReady }))()).resolves.toBe(false)
  life = { is: 'running', isReady }
  expect((await get('/livez')).status).toBe(200)
})

test('D28: a dependency that is away for a moment does not take a process out of service, one that stays away does', async () => {
  let now = 0
  let answer: Readiness = () => true
  const isReady = steadily(
    () => ({ is: 'running', isReady: () => answer() }),
    () => now,
  )
  expect(await isReady()).toBe(true)
  answer = AWAY
  now = 14_000
  expect(await isReady()).toBe(true)
  now = 15_000
  expect(await isReady()).toBe(false)
  answer = () => true
  expect(await isReady()).toBe(true)
})

test('what is not ready says no more than that', async () => {
  life = { is: 'stopping' }
  expect(await (await get('/readyz')).text()).toBe('not ready')
})

test('liveness answers while readiness is still being asked', async () => {
  const asked = Promise.withResolvers<boolean>()
  life = { is: 'running', isReady: () => asked.promise }
  const ready = get('/readyz')
  expect((await get('/livez')).status).toBe(200)
  asked.resolve(true)
  expect((await ready).status).toBe(200)
})

test('metrics come in the format of Prometheus', async () => {
  new Counter({ name: 'tests_total', help: 'counted here', registers: [metrics] }).inc(3)
  const answer = await get('/metrics')
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  expect(await answer.text()).toContain('\ntests_total 3')
})

test('nothing else is answered, and nothing is kept by a cache', async () => {
  expect((await get('/')).status).toBe(404)
  expect((await get('/livez')).headers.get('cache-control')).toBe('no-store')
})

test('a port that is taken is an error and not a silence', async () => {
  await expect(
    startHealth({ name: 'catalog', host: '127.0.0.1', port: health.port }, () => life),
  ).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

async function statuses() {
  const [livez, startupz, readyz] = await Promise.all(['/livez', '/startupz', '/readyz'].map(get))
  return { livez: livez?.status, startupz: startupz?.status, readyz: readyz?.status }
}

function get(path: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${health.port}${path}`)
}

import { Counter } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HealthServer, type Readiness, startHealth } from '../src/health.ts'
import { metrics } from '../src/metrics.ts'

let health: HealthServer
let isReady: Readiness
beforeAll(async () => {
  health = await startHealth({ host: '127.0.0.1', port: 0 }, () => isReady())
})
afterAll(() => health[Symbol.asyncDispose]())

test.each<readonly [string, Readiness, number]>([
  ['ready', () => true, 200],
  ['not ready', () => false, 503],
  ['a dependency that fails', () => Promise.reject(new Error('secret of the database')), 503],
  [
    'a question that throws',
    () => {
      throw new Error('secret of the database')
    },
    503,
  ],
])('D28: readiness asks the dependencies, liveness does not: %s', async (_what, answer, status) => {
  isReady = answer
  const ready = await get('/health/ready')
  expect(ready.status).toBe(status)
  expect(await ready.text()).toBe(status === 200 ? 'ready' : 'not ready')
  expect((await get('/health/live')).status).toBe(200)
})

test('liveness answers while readiness is still being asked', async () => {
  const asked = Promise.withResolvers<boolean>()
  isReady = () => asked.promise
  const ready = get('/health/ready')
  expect((await get('/health/live')).status).toBe(200)
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
  expect((await get('/health/live')).headers.get('cache-control')).toBe('no-store')
})

test('a port that is taken is an error and not a silence', async () => {
  await expect(startHealth({ host: '127.0.0.1', port: health.port }, () => true)).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

function get(path: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${health.port}${path}`)
}

import http from 'node:http'
import { listCities } from '@asaichi/contract/catalog/city.ts'
import { done } from '@asaichi/contract/define.ts'
import { findSession } from '@asaichi/contract/identity/login.ts'
import { getReservation } from '@asaichi/contract/reservation/reservation.ts'
import { createLog } from '@asaichi/service/log.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { config } from '../src/config.ts'
import { startApi } from '../src/start.ts'
import { LINK_KEY } from './api-bed.ts'
import { type Answer, send } from './http-client.ts'
import { PEOPLE } from './neighbours.ts'
import { APPLICATION } from './route-samples.ts'
import { IDS, RESERVATION } from './sample-documents.ts'

let bed: Bed
beforeAll(async () => {
  bed = await startBed()
  bed.serve(findSession, ({ token }) => {
    if (token === 'crowded') throw new Error('timeout exceeded when trying to connect')
    return done(token === 'staff' ? PEOPLE.staff : PEOPLE.resident)
  })
})
afterAll(() => bed[Symbol.asyncDispose]())

function open(settings: Readonly<Record<string, string>> = {}) {
  const env = config.parse({ ...bed.nats.envOf('gateway-api'), PORT: '0', LINK_KEY, ...settings })
  return startApi(env, createLog('gateway-api', 'silent'))
}

const COOKIE = { cookie: 'session=resident' }

async function granted(answers: readonly Promise<Answer>[]): Promise<number> {
  const statuses = (await Promise.all(answers)).map(answer => answer.status)
  expect(statuses.filter(status => status !== 200 && status !== 429)).toEqual([])
  return statuses.filter(status => status === 200).length
}

/** Reservation answers nobody before it is released. */
function heldAnswer() {
  const release = Promise.withResolvers<undefined>()
  const reached = Promise.withResolvers<undefined>()
  bed.serve(getReservation, async () => {
    reached.resolve(undefined)
    await release.promise
    return done(RESERVATION)
  })
  return { reached, release }
}

describe('a service that is not there', () => {
  test('Q12: is 503 with Retry-After on its own routes, and the others go on', async () => {
    await using api = await open()
    const apply = { json: APPLICATION, headers: { 'idempotency-key': 'press-down-1' }, ...COOKIE }
    for (const answer of [
      await send(api.url, ['GET', '/api/venues/hall']),
      await send(api.url, ['POST', '/api/reservations'], apply),
    ])
      expect(answer).toMatchObject({
        status: 503,
        headers: { 'retry-after': '2', 'content-type': 'application/problem+json' },
        json: { code: 'service-unavailable' },
      })
    expect(await send(api.url, ['GET', '/api/me'], COOKIE)).toMatchObject({ status: 200 })
    expect(await send(api.url, ['GET', '/api/time'])).toMatchObject({ status: 200 })
    expect((await send(api.url, ['GET', '/'])).text).toContain('応答がありません')
  })

  test('Q4: sessions that cannot be looked up for now are 503 with Retry-After, and nobody is logged out', async () => {
    await using api = await open()
    expect(await send(api.url, ['GET', '/api/me'], { cookie: 'session=crowded' })).toMatchObject({
      status: 503,
      headers: { 'retry-after': '2' },
      json: { code: 'service-unavailable' },
    })
  })

  test('Q10: when the bus was killed and is back, so are we, by ourselves', async () => {
    await using api = await open()
    expect(await send(api.url, ['GET', '/api/me'], COOKIE)).toMatchObject({ status: 200 })
    await bed.nats.restart({ kill: true })
    await expect
      .poll(async () => (await send(api.url, ['GET', '/api/me'], { cookie: 'session=other' })).status, {
        timeout: 20_000,
      })
      .toBe(200)
  })
})

test('a fault is 500 without a word of what happened', async () => {
  await using api = await open()
  bed.serve(listCities, () => {
    throw new Error('relation "cities" does not exist at 10.0.0.7')
  })
  // After a bus that was restarted, who serves is heard a moment later.
  await expect
    .poll(async () => (await send(api.url, ['GET', '/api/cities'])).status, { timeout: 20_000 })
    .not.toBe(503)
  const answer = await send(api.url, ['GET', '/api/cities'])
  expect(answer).toMatchObject({ status: 500, json: { code: 'fault' } })
  expect(answer.text).not.toMatch(/relation|10\.0\.0\.7|catalog|node_modules|\.ts/)
})

describe('too many requests', () => {
  const cancel = `/api/reservations/${IDS.reservation}/cancel`

  test('A60: writes of one session beyond its rate are 429; another session’s go on', async () => {
    await using api = await open({ RATE_WRITES: '1' })
    const write = (cookie: string) => send(api.url, ['POST', cancel], { json: {}, cookie })
    const statuses = [await write('session=a'), await write('session=a'), await write('session=a')]
    expect(statuses.map(answer => answer.status)).toEqual([503, 503, 429])
    expect(statuses[2]).toMatchObject({
      headers: { 'retry-after': '1' },
      json: { code: 'too-many-requests' },
    })
    expect(await write('session=staff')).toMatchObject({ status: 503 })
  })

  test('A8: writes without a session are counted by their source', async () => {
    await using api = await open({ RATE_WRITES: '1' })
    const write = () => send(api.url, ['POST', '/api/registrations/confirm'], { json: {} })
    const statuses = [await write(), await write(), await write()].map(answer => answer.status)
    expect(statuses).toEqual([422, 422, 429])
  })

  test('A26: X-Forwarded-For makes nobody someone else, unless a proxy of ours wrote it', async () => {
    await using plain = await open({ RATE_REQUESTS: '0.5' })
    await using proxied = await open({ RATE_REQUESTS: '0.5', TRUSTED_PROXIES: '1' })
    const from = (url: string, address: string) =>
      send(url, ['GET', '/api/time'], { headers: { 'x-forwarded-for': `9.9.9.9, ${address}` } })
    const spoofed = [1, 2, 3].map(last => from(plain.url, `203.0.113.${last}`))
    const honest = [1, 2, 3].map(last => from(proxied.url, `203.0.113.${last}`))
    expect(await granted(spoofed)).toBe(2)
    expect(await granted(honest)).toBe(3)
    const same = [1, 2, 3].map(() => from(proxied.url, '198.51.100.7'))
    expect(await granted(same)).toBe(2)
  })

  test('more at once than the front door can hold are 503, not a longer queue', async () => {
    await using api = await open({ IN_FLIGHT_MAX: '1' })
    const { reached, release } = heldAnswer()
    const slow = send(api.url, ['GET', `/api/reservations/${IDS.reservation}`], COOKIE)
    await reached.promise
    expect(await send(api.url, ['GET', '/api/time'])).toMatchObject({
      status: 503,
      headers: { 'retry-after': expect.stringMatching(/^[123]$/) },
    })
    release.resolve(undefined)
    expect(await slow).toMatchObject({ status: 200 })
  })
})

test('Q18: a stop finishes the request at hand, closes idle connections and takes no new one', async () => {
  const api = await open()
  const agent = new http.Agent({ keepAlive: true })
  const idle = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get(`${api.url}/api/time`, { agent }, resolve).on('error', reject)
  })
  idle.resume()
  const { reached, release } = heldAnswer()
  const pending = send(api.url, ['GET', `/api/reservations/${IDS.reservation}`], COOKIE)
  // Another handler of the same name may be asked instead; it has been released and answers at once.
  await Promise.race([reached.promise, pending])
  const stopped = api[Symbol.asyncDispose]()
  release.resolve(undefined)
  expect(await pending).toMatchObject({ status: 200 })
  await stopped
  await expect(send(api.url, ['GET', '/api/time'])).rejects.toThrow(/ECONNREFUSED/)
  agent.destroy()
})

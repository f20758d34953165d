import { createHash } from 'node:crypto'
import { getAvailability } from '@asaichi/contract/catalog/availability.ts'
import { searchFree } from '@asaichi/contract/catalog/free-rooms.ts'
import { listNotices } from '@asaichi/contract/catalog/notices.ts'
import { searchVenues } from '@asaichi/contract/catalog/venue.ts'
import { listMine } from '@asaichi/contract/reservation/reservation.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiBed, startApiBed } from './api-bed.ts'
import type { Answer } from './http-client.ts'
import { SAMPLES } from './route-samples.ts'
import { AVAILABILITY_TEXT, IDS } from './sample-documents.ts'

let door: ApiBed
let secure: ApiBed
beforeAll(async () => {
  door = await startApiBed()
  secure = await door.another({ PUBLIC_URL: 'https://yoyaku.example.jp' })
})
afterAll(() => door[Symbol.asyncDispose]())

const JSON_TYPE = { 'content-type': 'application/json' }

describe('H12: the header set is on every answer', () => {
  const expectHeaderSet = ({ headers }: Pick<Answer, 'headers'>) => {
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': expect.any(String),
      'request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers).not.toHaveProperty('x-powered-by')
  }

  test('on every route, for nobody, a resident and an admin', async () => {
    for (const [name, { path, json, headers }] of Object.entries(SAMPLES)) {
      const [method = '', template = ''] = name.split(' ')
      const sending = { ...(json !== undefined && { json }), ...(headers && { headers }) }
      for (const as of [undefined, 'resident', 'admin'] as const)
        expectHeaderSet(await door.send([method, path ?? template], { ...sending, ...(as && { as }) }))
      expectHeaderSet(await door.send(['PATCH', path ?? template]))
    }
  })

  test('on pages, errors and 304, and HSTS where the town is on https', async () => {
    const availability = '/api/listings/room-free/availability?month=2024-12'
    const requests = [
      ['GET', '/', {}],
      ['GET', '/docs', {}],
      ['GET', '/openapi.json', {}],
      ['GET', '/nowhere', {}],
      ['POST', '/api/logout', {}],
      ['POST', '/api/logout', { body: '{', headers: JSON_TYPE }],
      ['POST', '/api/logout', { body: 'x'.repeat(70_000), headers: JSON_TYPE }],
      ['GET', availability, { headers: { 'if-none-match': '"v1"' } }],
    ] as const
    for (const [method, path, sending] of requests) {
      expectHeaderSet(await door.send([method, path], sending))
      const overTls = await secure.send([method, path], sending)
      expectHeaderSet(overTls)
      const maxAge = /^max-age=(\d+); includeSubDomains$/.exec(
        overTls.headers['strict-transport-security'] ?? '',
      )?.[1]
      expect(Number(maxAge)).toBeGreaterThanOrEqual(365 * 86_400)
    }
  })

  test.each([
    [
      'A28: two lengths',
      400,
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}',
    ],
    ['A28: 100 KB of header', 431, `GET / HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['A28: 10,000 headers', 431, `GET / HTTP/1.1\r\nhost: x\r\n${'a: b\r\n'.repeat(10_000)}\r\n`],
    ['no HTTP at all', 400, '\u0016\u0003\u0001 hello\r\n\r\n'],
    ['no host', 400, 'GET /api/cities HTTP/1.1\r\nconnection: close\r\n\r\n'],
    [
      'no host, at a direct door',
      400,
      'GET /api/listings/a/availability HTTP/1.1\r\nconnection: close\r\n\r\n',
    ],
    ['an expectation', 417, 'GET /api/cities HTTP/1.1\r\nhost: x\r\nexpect: the-moon\r\n\r\n'],
    ['an impossible host', 400, 'GET / HTTP/1.1\r\nhost: a b/c@d\r\nconnection: close\r\n\r\n'],
  ])('on what never becomes a request: %s is %d', async (_, status, bytes) => {
    const text = await door.sendRaw(bytes)
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    const lines = text.split('\r\n\r\n')[0]?.split('\r\n').slice(1) ?? []
    const headers = Object.fromEntries(
      lines.map(line => [line.split(': ')[0]?.toLowerCase(), line.split(': ')[1]]),
    )
    expectHeaderSet({ headers })
    expect(headers['content-type']).toBe('application/problem+json')
  })

  test('what belongs to a person is never kept by anyone', async () => {
    const paths = [
      '/api/me',
      '/api/reservations',
      `/api/reservations/${IDS.reservation}/door-codes`,
      '/api/entries',
      `/api/entries/${IDS.entry}/explanation`,
    ]
    for (const path of paths)
      expect(await door.send(['GET', path], { as: 'resident' })).toMatchObject({
        status: 200,
        headers: { 'cache-control': 'no-store' },
      })
  })
})

describe('methods', () => {
  test('A27: any other method is 405 with Allow, as a problem', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])
      expect(await door.send([method, '/api/reservations'], { as: 'resident' })).toMatchObject({
        status: 405,
        headers: { allow: 'POST, GET, HEAD', 'content-type': 'application/problem+json' },
        json: { code: 'method-not-allowed', instance: expect.stringMatching(/^urn:uuid:/) },
      })
  })

  test('A27: X-HTTP-Method-Override changes nothing', async () => {
    const headers = { 'x-http-method-override': 'POST', 'idempotency-key': 'press-override' }
    expect(await door.send(['GET', '/api/reservations'], { as: 'resident', headers })).toMatchObject({
      status: 200,
      json: { items: [] },
    })
  })

  test('HEAD is GET without a body', async () => {
    const answer = await door.send(['HEAD', '/api/cities'])
    expect(answer).toMatchObject({ status: 200, text: '', headers: { etag: expect.any(String) } })
  })

  test('A29: no other origin is let in to what knows a session, nor to write', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    for (const method of ['OPTIONS', 'GET'])
      for (const path of ['/api/session', '/api/reservations'])
        expect(
          Object.keys((await door.send([method, path], { as: 'resident', headers })).headers).filter(name =>
            name.startsWith('access-control'),
          ),
        ).toEqual([])
  })
})

describe('reading', () => {
  const availability = '/api/listings/room-free/availability?month=2024-12'

  test('M22: availability is the catalogue’s own text with its tag and the town’s time', async () => {
    const answer = await door.send(['GET', availability])
    expect(answer).toMatchObject({
      status: 200,
      text: AVAILABILITY_TEXT,
      headers: {
        etag: '"v1"',
        'cache-control': 'public, max-age=2',
        'content-type': 'application/json',
        'server-time': expect.stringMatching(/^\d{4}-.*Z$/),
      },
    })
    expect(door.neighbours.inputsOf(getAvailability).at(-1)).toEqual({
      listingId: 'room-free',
      month: '2024-12',
    })
  })

  test('M22: a month not named is the catalogue’s to choose', async () => {
    const answer = await door.send(['GET', '/api/listings/room-free/availability'])
    expect(answer).toMatchObject({ status: 200, text: AVAILABILITY_TEXT })
    expect(door.neighbours.inputsOf(getAvailability).at(-1)).toEqual({ listingId: 'room-free' })
  })

  test.each(['"v1"', 'W/"v1"', '"v0", "v1"', '*'])('a client that has %s is answered 304', async tag => {
    const answer = await door.send(['GET', availability], { headers: { 'if-none-match': tag } })
    expect(answer).toMatchObject({ status: 304, text: '', headers: { etag: '"v1"' } })
  })

  test('an older tag gets the new text; other open reads have a tag of their own', async () => {
    expect(await door.send(['GET', availability], { headers: { 'if-none-match': '"v0"' } })).toMatchObject({
      status: 200,
    })
    const { headers } = await door.send(['GET', '/api/venues/hall'])
    const again = { headers: { 'if-none-match': headers.etag ?? '' } }
    expect(await door.send(['GET', '/api/venues/hall'], again)).toMatchObject({ status: 304 })
    expect(await door.send(['GET', '/api/cities/mitaka'], again)).toMatchObject({ status: 200 })
  })

  test('S2, S4, S6, M28: queries reach the services as the contract names them', async () => {
    await door.send(['GET', '/api/cities/mitaka/notices?limit=7&venueId=hall'])
    await door.send(['GET', '/api/cities/mitaka/venues?people=12&purpose=%E5%90%88%E5%94%B1'])
    await door.send([
      'GET',
      '/api/cities/mitaka/free?from=2024-12-01&to=2024-12-07&timeFrom=09:00&timeTo=12:00&people=3',
    ])
    await door.send(['GET', '/api/reservations?status=pending&status=approved'], { as: 'resident' })
    expect(door.neighbours.inputsOf(listNotices).at(-1)).toEqual({
      cityId: 'mitaka',
      venueId: 'hall',
      limit: 7,
    })
    expect(door.neighbours.inputsOf(searchVenues).at(-1)).toMatchObject({ people: 12, purpose: '合唱' })
    expect(door.neighbours.inputsOf(searchFree).at(-1)).toMatchObject({
      from: '2024-12-01',
      to: '2024-12-07',
      band: { from: '09:00', to: '12:00' },
      people: 3,
    })
    expect(door.neighbours.inputsOf(listMine).at(-1)).toMatchObject({ statuses: ['pending', 'approved'] })
  })

  test('the time is the town’s', async () => {
    await door.bed.clock.moveTo('2030-01-01T00:00:00.000Z', { hold: true })
    const answer = await door.send(['GET', '/api/time'])
    expect(answer.json).toEqual({ now: '2030-01-01T00:00:00.000Z' })
  })
})

describe('pages', () => {
  test('the page at / says what answers and what does not, and links what it was told of', async () => {
    const demo = await door.another({
      DEMO_LINKS: JSON.stringify([{ title: '届いたメール', url: 'http://localhost:8025/' }]),
    })
    const { text, headers } = await demo.send(['GET', '/'])
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).toContain('<a href="http://localhost:8025/">届いたメール</a>')
    expect(text).toContain('応答がありません')
    expect(text).toMatch(/gateway-api.*動いています/)
  })

  test('pages need no script and nothing from elsewhere', async () => {
    for (const path of ['/', '/docs']) {
      const { text, headers } = await door.send(['GET', path])
      const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? ''
      const digest = createHash('sha256').update(style).digest('base64')
      expect(headers['content-security-policy']).toContain(`style-src 'sha256-${digest}'`)
      expect(text).not.toMatch(/<script|<link|<img|src=|style="|@import|url\(/)
      expect(text).toMatch(/^<!doctype html>\n<html lang="ja">/)
    }
  })

  test('/docs shows every route and explains every code', async () => {
    const { text } = await door.send(['GET', '/docs'])
    for (const name of Object.keys(SAMPLES)) expect(text).toContain(`<code>${name}</code>`)
    const linked = new Set([...text.matchAll(/href="#([a-z-]+)"/g)].map(match => match[1]))
    for (const code of linked) expect(text).toContain(`id="${code}"`)
  })

  test('the OpenAPI document is 3.1, its bodies are closed and its operations have names of their own', async () => {
    const { json } = await door.send(['GET', '/openapi.json'])
    expect(json).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Asaichi API' },
      components: {
        schemas: { Problem: {} },
        securitySchemes: { session: { in: 'cookie', name: 'session' } },
      },
      paths: {
        '/api/reservations': {
          post: {
            security: [{ session: [] }],
            requestBody: { content: { 'application/json': { schema: { additionalProperties: false } } } },
            responses: { 201: {}, 409: {}, 422: {}, 429: {}, 503: {} },
          },
        },
      },
    })
    const names = JSON.stringify(json).match(/"operationId":"\w+"/g) ?? []
    expect(new Set(names).size).toBe(Object.keys(SAMPLES).length)
  })
})

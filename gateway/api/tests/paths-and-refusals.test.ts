import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ApiBed, startApiBed } from './api-bed.ts'
import { APPLICATION } from './route-samples.ts'
import { IDS } from './sample-documents.ts'

let door: ApiBed
beforeAll(async () => {
  door = await startApiBed()
})
afterAll(() => door[Symbol.asyncDispose]())
beforeEach(() => door.neighbours.forget())

function applyWith(differences: object, key: string) {
  const json = { ...APPLICATION, ...differences }
  return door.send(['POST', '/api/reservations'], {
    as: 'resident',
    json,
    headers: { 'idempotency-key': key },
  })
}

describe('paths and queries', () => {
  test.each([
    '/api/venues/..%2fcities',
    '/api/venues/%00',
    '/api/venues/%c0%ae%c0%ae',
    '/api/venues/Hall',
    '/api/venues/hall/',
    '/api//venues/hall',
    '/api/../internal/metrics',
    '/API/cities',
    '/metrics',
    '/healthz',
    '/livez',
    '/readyz',
    '/startupz',
    '/debug',
    '/.env',
    '/api/notices/1',
    `/api/reservations/${IDS.reservation}0`,
  ])('A46, A47, A93: %s is not found', async path => {
    const answer = await door.send(['GET', path], { as: 'resident' })
    expect([path, answer.status, answer.json]).toMatchObject([path, 404, { code: 'not-found' }])
  })

  test.each([
    ['limit', '/api/cities/mitaka/notices?limit=1000000000'],
    ['limit', '/api/cities/mitaka/notices?limit=1e1'],
    ['limit', '/api/cities/mitaka/notices?limit=5&limit=6'],
    ['sort', '/api/cities/mitaka/notices?sort=%3Bdrop'],
    ['from', '/api/cities/mitaka/free?from=2025-02-30&to=2025-03-01&timeFrom=09:00&timeTo=10:00'],
    ['timeTo', '/api/cities/mitaka/free?from=2025-02-20&to=2025-03-01&timeFrom=09:00&timeTo=25:00'],
    ['text', `/api/cities/mitaka/venues?text=${'x'.repeat(101)}`],
    ['month', '/api/listings/room-free/availability?month=2024-13'],
    ['?', '/api/cities/mitaka/venues?__proto__=1'],
    ['status.1', '/api/reservations?status=pending&status=unknown'],
  ])('A41, A42: a query wrong in %s is 422: %s', async (path, url) => {
    expect(await door.send(['GET', url], { as: 'resident' })).toMatchObject({
      status: 422,
      json: { errors: [{ path }] },
    })
  })
})

test('M5, A6: the confirm link cannot be used by GET or HEAD, and nothing is consumed', async () => {
  for (const method of ['GET', 'HEAD'])
    expect(await door.send([method, '/api/registrations/confirm?token=right'])).toMatchObject({
      status: 405,
      headers: { allow: 'POST' },
    })
  expect(door.neighbours.asked()).toEqual([])
})

describe('refusals become problems with their facts', () => {
  test('M24: people 27 of 26 is the rule’s own refusal, with the capacity and a receipt', async () => {
    const answer = await applyWith({ people: 27 }, 'press-27')
    expect(answer).toMatchObject({
      status: 422,
      headers: { 'content-type': 'application/problem+json' },
      json: { code: 'people-out-of-range', capacity: 26, receiptId: IDS.receipt },
    })
    expect(answer.json).toMatchObject({ detail: '利用人数は1人から26人までです。', status: 422 })
  })

  test('A48: not open yet tells when it opens and what time it is', async () => {
    expect((await applyWith({ eventName: '早すぎる' }, 'press-early')).json).toMatchObject({
      status: 409,
      code: 'not-open-yet',
      detail: '先着順の受付は2024年11月3日 07:00に始まります。',
      opensAt: '2024-11-02T22:00:00.000Z',
      serverTime: '2024-11-03T00:00:00.000Z',
    })
  })

  test.each([
    ['en-GB,en;q=0.9,ja;q=0.5', 'en', 'Booking opens on 3 November 2024 07:00.'],
    ['ja-easy', 'ja-easy', '申（もう）し込（こ）みは2024年11月3日 07:00に始（はじ）まります。'],
    ['fr', 'ja', '先着順の受付は2024年11月3日 07:00に始まります。'],
  ])('V7: who reads %s is refused in %s', async (wanted, language, detail) => {
    const json = { ...APPLICATION, eventName: '早すぎる' }
    const headers = { 'idempotency-key': `press-${language}`, 'accept-language': wanted }
    const answer = await door.send(['POST', '/api/reservations'], { as: 'resident', json, headers })
    expect(answer).toMatchObject({
      status: 409,
      headers: { 'content-language': language, vary: 'accept-language' },
      json: { code: 'not-open-yet', detail, opensAt: '2024-11-02T22:00:00.000Z' },
    })
  })

  test('V7: title and wrong fields are in the reader’s language too, on every way to a refusal', async () => {
    const headers = { 'accept-language': 'en' }
    const long = `/api/cities/mitaka/venues?text=${'x'.repeat(101)}`
    expect(await door.send(['GET', long], { headers })).toMatchObject({
      headers: { 'content-language': 'en' },
      json: {
        title: 'Please check what you sent',
        detail: 'Some fields are not right. Please check them.',
        errors: [{ path: 'text', message: 'At most 100 characters.' }],
      },
    })
    expect((await door.send(['GET', '/api/nowhere'], { headers })).json).toMatchObject({ title: 'Not found' })
    expect((await door.send(['GET', '/api/me'], { headers })).json).toMatchObject({
      detail: 'You are not logged in. Please log in again.',
    })
  })

  test('F8: during the draw it is 503 with Retry-After', async () => {
    expect(await applyWith({ eventName: '抽選中' }, 'press-draw')).toMatchObject({
      status: 503,
      headers: { 'retry-after': '7' },
      json: { code: 'draw-in-progress' },
    })
  })

  test('A75: an approval after a cancel is 409 with the state as it is', async () => {
    const path = `/api/staff/reservations/${IDS.reservation}/approve`
    expect(await door.send(['POST', path], { as: 'staff', json: { expectedVersion: 7 } })).toMatchObject({
      status: 409,
      json: { code: 'state-changed', status: 409, currentStatus: 'cancelled', version: 2 },
    })
  })

  test('A7: a confirm token that is used, late or wrong is 410', async () => {
    expect(
      await door.send(['POST', '/api/registrations/confirm'], { json: { token: 'wrong' } }),
    ).toMatchObject({
      status: 410,
      json: { code: 'token-not-valid' },
    })
  })
})

import { searchFree } from '@asaichi/contract/catalog/free-rooms.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ApiBed, startApiBed } from './api-bed.ts'
import { APPLICATION } from './route-samples.ts'
import { IDS } from './sample-documents.ts'

let door: ApiBed
beforeAll(async () => {
  door = await startApiBed()
})
afterAll(() => door[Symbol.asyncDispose]())
beforeEach(() => door.neighbours.forget())

test.each(['/api/venues/hall/board', '/api/venues/hall/days/2024-12-01'])(
  'M22: %s tells the time beside the text, and answers 304 to whoever has it',
  async path => {
    const first = await door.send(['GET', path])
    expect(first).toMatchObject({ status: 200, headers: { 'server-time': expect.any(String) } })
    const again = await door.send(['GET', path], { headers: { 'if-none-match': first.headers.etag ?? '' } })
    expect(again).toMatchObject({ status: 304, headers: { 'server-time': expect.any(String) } })
  },
)

test('T1: the staff’s day is one page of four services', async () => {
  expect(await door.send(['GET', '/api/staff/today'], { as: 'staff' })).toMatchObject({
    status: 200,
    json: {
      pending: 0,
      applicants: { applied: expect.any(Number) },
      rounds: { open: 1 },
      locks: { doors: 0, faults: [] },
    },
  })
})

test('M30, G5, M28: refusals of moving, watching and keeping say what to do', async () => {
  const refused = async (path: string, json: object, headers = {}) => {
    const answer = await door.send(['POST', path], { as: 'resident', json, headers })
    return [answer.status, answer.json]
  }
  const key = { 'idempotency-key': 'press-move' }
  const move = `/api/reservations/${IDS.reservation}/move`
  const application = { ...APPLICATION, eventName: '変えられない市' }
  expect(await refused(move, application, key)).toMatchObject([409, { code: 'move-not-offered' }])
  const watch = { date: '2024-12-01', from: '10:00', to: '11:00' }
  const path = '/api/listings/room-free/watch'
  expect(await refused(path, watch)).toMatchObject([409, { code: 'time-is-free' }])
  expect(await refused(path, { ...watch, from: '11:00' })).toMatchObject([
    409,
    { code: 'too-many-watches', limit: 20, detail: '空きの知らせは20件までです。' },
  ])
  expect(await refused('/api/me/favourites', { kind: 'venue', id: 'one-more' })).toMatchObject([
    409,
    { code: 'too-many-favourites', detail: 'お気に入りは100件までです。' },
  ])
  expect(await refused('/api/me/favourites', { kind: 'city', id: 'mitaka' })).toMatchObject([422, {}])
})

test('M24: event, people and note are changed by version; more people than fit are refused in words', async () => {
  const path = `/api/reservations/${IDS.reservation}/details`
  const change = async (differences: object) => {
    const json = { expectedVersion: 1, eventName: '読書会', people: 12, note: '朝の読書会', ...differences }
    const answer = await door.send(['POST', path], { as: 'resident', json })
    return [answer.status, answer.json]
  }
  expect(await change({})).toMatchObject([200, { eventName: '読書会', people: 12, version: 2 }])
  expect(await change({ expectedVersion: 7 })).toMatchObject([
    409,
    { code: 'state-changed', status: 409, version: 2 },
  ])
  expect(await change({ people: 27 })).toMatchObject([
    422,
    { code: 'people-out-of-range', detail: '利用人数は1人から26人までです。' },
  ])
  expect(await change({ date: '2024-12-02' })).toMatchObject([422, {}])
})

test('G6: a press that waits in an opening pool is 503 with when to ask again, and what its receipt will be', async () => {
  const path = `/api/reservations/${IDS.reservation}/move`
  const answer = await door.send(['POST', path], {
    as: 'resident',
    json: { ...APPLICATION, eventName: '受付の始まり' },
    headers: { 'idempotency-key': 'press-pool' },
  })
  expect(answer).toMatchObject({
    status: 503,
    headers: { 'retry-after': '4' },
    json: { code: 'in-opening-pool', receiptId: IDS.receipt, decidesAt: expect.any(String) },
  })
})

test('S6: a room without steps is asked for as such', async () => {
  const path = '/api/cities/mitaka/free?from=2024-12-01&to=2024-12-02&timeFrom=09:00&timeTo=12:00'
  expect(await door.send(['GET', `${path}&stepFree=true`])).toMatchObject({ status: 200 })
  expect(door.neighbours.inputsOf(searchFree)).toMatchObject([{ stepFree: true }])
  expect(await door.send(['GET', `${path}&stepFree=false`])).toMatchObject({ status: 422 })
})

import { getAvailability } from '@asaichi/contract/catalog/availability.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { findSession } from '@asaichi/contract/identity/login.ts'
import { applyMany, type PressAnswer } from '@asaichi/contract/reservation/presses.ts'
import { createLog } from '@asaichi/service/log.ts'
import { metrics } from '@asaichi/service/metrics.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { config } from '../src/config.ts'
import { startApi } from '../src/start.ts'
import { LINK_KEY } from './api-bed.ts'
import { type Answer, send } from './http-client.ts'
import { PEOPLE } from './neighbours.ts'
import { APPLICATION } from './route-samples.ts'
import { AVAILABILITY_TEXT, INSTANT } from './sample-documents.ts'

let bed: Bed
let api: Awaited<ReturnType<typeof startApi>>
let messages: number[] = []
/** What the desk waits for before it answers. */
let gate: Promise<unknown> = Promise.resolve()
let month = { etag: '"v1"', body: AVAILABILITY_TEXT }
let asked = 0

/** What the desk answers to presses for these events; to any other that the time is taken. */
const ANSWERS: Readonly<Record<string, PressAnswer>> = {
  満員: refuse('busy', { retryAfterSeconds: 3 }),
  二枚目: refuse('attempt-in-flight', { retryAfterSeconds: 2 }),
  不具合: refuse('fault'),
  不正: refuse('malformed'),
  // Safe: what no gateway can read travels all the same.
  謎: { ok: true, value: { reservation: 7 } } as unknown as PressAnswer,
}

function taken(receiptId: string, place: number): PressAnswer {
  return refuse('taken', { receiptId, place, blocker: { kind: 'reservation', since: INSTANT } })
}

beforeAll(async () => {
  bed = await startBed()
  // A token is the id of a person, and what tells this session from their others.
  bed.serve(findSession, ({ token }) =>
    done({ ...PEOPLE.resident, personId: token.slice(0, 36), sessionId: newId() }),
  )
  bed.serve(applyMany, async ({ attempts }) => {
    messages.push(attempts.length)
    await gate
    if (attempts.some(({ application }) => application.eventName === '毒')) throw new Error('poison')
    return done({
      answers: attempts.map(
        ({ key, application: { eventName } }, nr) => ANSWERS[eventName] ?? taken(key, nr),
      ),
    })
  })
  bed.serve(getAvailability, () => {
    asked += 1
    return done(month)
  })
  api = await open()
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await bed[Symbol.asyncDispose]()
})

function open(settings: Readonly<Record<string, string>> = {}) {
  const many = { RATE_REQUESTS: '100000', RATE_WRITES: '10' }
  const env = config.parse({ ...bed.nats.envOf('gateway-api'), PORT: '0', LINK_KEY, ...many, ...settings })
  return startApi(env, createLog('gateway-api', 'silent'))
}

function press(person: string, { key = newId(), application = APPLICATION as object } = {}): Promise<Answer> {
  return send(api.url, ['POST', '/api/reservations'], {
    json: application,
    headers: { 'idempotency-key': key },
    cookie: `session=${person}`,
  })
}

test('Q3: presses of one moment travel together, at most 64 a message, and each has its own answer', async () => {
  messages = []
  const keys = Array.from({ length: 200 }, () => newId())
  const answers = await Promise.all(keys.map(key => press(newId(), { key })))
  answers.forEach((answer, nr) =>
    expect(answer).toMatchObject({ status: 409, json: { code: 'taken', receiptId: keys[nr] } }),
  )
  expect(messages.length).toBeLessThan(200)
  expect(Math.max(...messages)).toBeLessThanOrEqual(64)
  expect(messages.reduce((sum, size) => sum + size)).toBe(200)
})

test('Q3: who has an attempt under way is told so by the desk, as 429 with its Retry-After', async () => {
  const answer = await press(newId(), { application: { ...APPLICATION, eventName: '二枚目' } })
  expect(answer).toMatchObject({
    status: 429,
    headers: { 'retry-after': '2' },
    json: { code: 'attempt-in-flight' },
  })
})

test('P1: a press that is none, meets a fault, or whose answer nobody can read spoils no other of its message', async () => {
  const opened = Promise.withResolvers<undefined>()
  gate = opened.promise
  messages = []
  // As many messages as are allowed are under way, so whoever comes now travels together.
  const before: Promise<Answer>[] = []
  while (messages.length < 16) {
    const sent = messages.length
    before.push(press(newId()))
    await expect.poll(() => messages.length).toBeGreaterThan(sent)
  }
  const events = ['花見', '不具合', '花見', '不正', '花見', '謎', '花見']
  const answers = events.map(eventName => press(newId(), { application: { ...APPLICATION, eventName } }))
  const inFlight = () => metrics.getSingleMetricAsString('gateway_in_flight')
  await expect.poll(inFlight).toMatch(/^gateway_in_flight 23$/m)
  opened.resolve(undefined)
  await Promise.all(before)
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([
    409, 500, 409, 500, 409, 500, 409,
  ])
})

test('P1: presses as long as a press may be fit into the messages of a crowd', async () => {
  const long = { ...APPLICATION, eventName: '会'.repeat(80), note: '"'.repeat(500) + '漢'.repeat(500) }
  const keys = Array.from({ length: 128 }, () => newId())
  const answers = await Promise.all(keys.map(key => press(newId(), { key, application: long })))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([409]))
})

test('A60: writes are counted by person, not by session', async () => {
  const person = newId()
  await using slow = await open({ RATE_WRITES: '0.01' })
  const write = () =>
    send(slow.url, ['POST', '/api/reservations'], { json: {}, cookie: `session=${person}.${newId()}` })
  const statuses = [(await write()).status, (await write()).status]
  expect(statuses).toEqual([400, 429])
})

test('Q4: a press over the bound of its desk is 503 with the desk’s own Retry-After', async () => {
  const answer = await press(newId(), { application: { ...APPLICATION, eventName: '満員' } })
  expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '3' }, json: { code: 'busy' } })
})

test('Q12: a fault behind a message is 503 for all its presses, which their keys repair', async () => {
  const answers = await Promise.all([
    press(newId(), { application: { ...APPLICATION, eventName: '毒' } }),
    press(newId(), { application: { ...APPLICATION, eventName: '毒' } }),
  ])
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 503, json: { code: 'service-unavailable' } })
  expect(await press(newId())).toMatchObject({ status: 409 })
})

const MONTH = '/api/listings/hall/availability?month=2024-12'

test('M22: a room-month is asked once for many, shown anew within a second of a change, and 304 by its tag', async () => {
  asked = 0
  const answers = await Promise.all(Array.from({ length: 50 }, () => send(api.url, ['GET', MONTH])))
  expect(asked).toBeLessThan(10)
  for (const answer of answers) expect(answer).toMatchObject({ status: 200, headers: { etag: '"v1"' } })
  expect(await send(api.url, ['GET', MONTH], { headers: { 'if-none-match': '"v1"' } })).toMatchObject({
    status: 304,
    text: '',
  })
  month = { etag: '"v2"', body: AVAILABILITY_TEXT }
  await expect
    .poll(async () => (await send(api.url, ['GET', MONTH])).headers.etag, { timeout: 2_000, interval: 50 })
    .toBe('"v2"')
})

test('M22: the compressed forms have tags of their own and say that they vary', async () => {
  const get = (headers: Record<string, string>) => fetch(new URL(MONTH, api.url), { headers })
  const coded = await get({ 'accept-encoding': 'gzip, br' })
  expect(coded.headers.get('content-encoding')).toBe('br')
  expect(coded.headers.get('vary')).toBe('accept-encoding')
  const etag = coded.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"v\d-br"$/)
  expect(await coded.text()).toBe(AVAILABILITY_TEXT)
  expect(await get({ 'accept-encoding': 'br', 'if-none-match': etag })).toMatchObject({ status: 304 })
  const plain = await get({ 'accept-encoding': 'identity', 'if-none-match': etag })
  expect([plain.status, plain.headers.get('content-encoding')]).toEqual([200, null])
})

test('answers are counted by route template and status, and by nothing a person wrote', async () => {
  await press(newId())
  const text = await metrics.getSingleMetricAsString('gateway_answers_total')
  expect(text).toContain('gateway_answers_total{route="/api/reservations",status="409"}')
  expect(text).not.toMatch(/hall|2024|[0-9a-f]{8}-/)
})

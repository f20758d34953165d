import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { bare, done, refuse, request } from '@asaichi/contract/define.ts'
import { createClock } from '@asaichi/service/clock.ts'
import type { BusEnv } from '@asaichi/service/env.ts'
import { createLog } from '@asaichi/service/log.ts'
import { currentTrace, newTrace, withTrace } from '@asaichi/service/trace.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { connect, headers } from '@nats-io/transport-node'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { connectAsking } from '../src/bus.ts'
import { CallFault } from '../src/call.ts'
import { credentials } from '../src/link.ts'

const divide = request('lottery.call.divide.v1', {
  input: z.object({ a: z.int(), b: z.int().default(1) }),
  output: z.object({ quotient: z.number() }),
  refusals: { 'by-zero': z.object({ a: z.int() }), undefined: bare },
})
const wait = request('lottery.call.wait.v1', { input: z.object({}), output: z.object({}), refusals: {} })
const trace = request('lottery.call.trace.v1', {
  input: z.object({}),
  output: z.object({ trace: z.string().optional() }),
  refusals: {},
})
const liar = request('lottery.call.liar.v1', {
  input: z.object({ kind: z.enum(['output', 'detail', 'code']) }),
  output: z.object({ n: z.int() }),
  refusals: { known: z.object({ n: z.int() }) },
})
const absent = request('lottery.call.absent.v1', {
  input: z.object({}),
  output: z.object({}),
  refusals: {},
})
const MOST_AT_ONCE = 2_000

let bed: Bed
let releaseWaiting: () => void
let waiting = 0

beforeAll(async () => {
  bed = await startBed()
  bed.serve(divide, ({ a, b }) => {
    if (a === 13) throw new Error('secret of the database')
    if (a === 14) throw new Error('timeout exceeded when trying to connect')
    return b === 0 ? refuse('by-zero', { a }) : done({ quotient: a / b })
  })
  const released = new Promise<void>(resolve => (releaseWaiting = resolve))
  bed.serve(wait, async () => {
    waiting += 1
    await released
    return done({})
  })
  bed.serve(trace, () => done({ trace: currentTrace() }))
})
afterAll(() => bed[Symbol.asyncDispose]())

test('a question is answered, with the defaults of its input', async () => {
  expect(await bed.call(divide, { a: 6, b: 4 })).toEqual({ ok: true, value: { quotient: 1.5 } })
  expect(await bed.call(divide, { a: 6 })).toEqual({ ok: true, value: { quotient: 6 } })
})

test('a refusal is a value and carries its detail', async () => {
  expect(await bed.call(divide, { a: 6, b: 0 })).toEqual({
    ok: false,
    refusal: { code: 'by-zero', detail: { a: 6 } },
  })
})

test('input that does not fit the question is malformed, and the handler does not see it', async () => {
  await expect(bed.call(divide, { a: 1.5 })).rejects.toEqual(new CallFault('malformed', divide.subject))
})

test('bytes that are no JSON are answered with 400, and by one answer', async () => {
  const connection = await connect(credentials(bed.nats.envOf('tester'), 'tester'))
  onTestFinished(() => connection.close())
  for (const bytes of ['{', '\u0000', Uint8Array.of(0xff, 0xfe), '']) {
    const answer = await connection.request(divide.subject, bytes, { timeout: 5_000 })
    expect(answer.headers?.get('Nats-Service-Error-Code')).toBe('400')
    expect(answer.string()).toBe('{}')
  }
})

test('trouble that passes, as a pool at its end, is unavailable and no fault', async () => {
  await expect(bed.call(divide, { a: 14 })).rejects.toEqual(new CallFault('unavailable', divide.subject))
})

test('a fault keeps its detail inside', async () => {
  await expect(bed.call(divide, { a: 13 })).rejects.toEqual(new CallFault('fault', divide.subject))
  const connection = await connect(credentials(bed.nats.envOf('tester'), 'tester'))
  onTestFinished(() => connection.close())
  const answer = await connection.request(divide.subject, '{"a":13}', { timeout: 5_000 })
  expect(answer.headers?.get('Nats-Service-Error-Code')).toBe('500')
  expect(JSON.stringify([answer.string(), [...(answer.headers ?? [])]])).not.toContain('secret')
})

test('nobody there is told as such, not as a deadline that passed', async () => {
  await expect(bed.call(absent, {})).rejects.toEqual(new CallFault('unavailable', absent.subject))
})

test('an answer that does not come ends at the deadline', async () => {
  const silent = await connect(credentials(bed.nats.envOf('tester'), 'tester'))
  onTestFinished(() => silent.close())
  silent.subscribe('lottery.call.silent.v1', { callback: () => undefined })
  await silent.flush()
  const question = { ...absent, subject: 'lottery.call.silent.v1' }
  const patient = bed.call(question, {}, { deadlineMs: 10_000 }).catch(() => 'the later deadline')
  const hasty = bed.call(question, {}, { deadlineMs: 200 }).catch((fault: unknown) => fault)
  expect(await Promise.race([patient, hasty])).toEqual(new CallFault('timeout', question.subject))
})

test.each(['output', 'detail', 'code'] as const)('an answer with a wrong %s is a fault', async kind => {
  const other = await connect(credentials(bed.nats.envOf('tester'), 'tester'))
  onTestFinished(() => other.close())
  const refusal = headers()
  refusal.set('Nats-Service-Error', kind === 'code' ? 'toString' : 'known')
  refusal.set('Nats-Service-Error-Code', '409')
  other.subscribe(liar.subject, {
    callback(_error, message) {
      message.respond('{"n":"text"}', kind === 'output' ? {} : { headers: refusal })
    },
  })
  await other.flush()
  await expect(bed.call(liar, { kind })).rejects.toEqual(new CallFault('fault', liar.subject))
})

test('the trace of a question is the trace of its answer', async () => {
  const own = newTrace()
  expect(await withTrace(own, () => bed.call(trace, {}))).toEqual({ ok: true, value: { trace: own } })
})

test('work at hand is bounded: one question too many is unavailable, and the others are answered', async () => {
  const answers = Array.from({ length: MOST_AT_ONCE }, () => bed.call(wait, {}, { deadlineMs: 10_000 }))
  await expect.poll(() => waiting, { timeout: 10_000 }).toBe(MOST_AT_ONCE)
  await expect(bed.call(divide, { a: 1 })).rejects.toEqual(new CallFault('unavailable', divide.subject))
  releaseWaiting()
  expect(new Set((await Promise.all(answers)).map(answer => answer.ok))).toEqual(new Set([true]))
  expect(await bed.call(divide, { a: 1 })).toMatchObject({ ok: true })
})

test('closing takes no new question and finishes the one at hand', async () => {
  const own = await asking()
  const question = { ...wait, subject: 'lottery.call.slow.v1' }
  const begun = Promise.withResolvers<void>()
  own.serve(question, async () => {
    begun.resolve()
    await pause(100)
    return done({})
  })
  // By the time another question is answered, the server knows this subscription.
  await own.call(absent, {}).catch(() => undefined)
  const answer = bed.call(question, {})
  await begun.promise
  await own[Symbol.asyncDispose]()
  expect(await answer).toEqual({ ok: true, value: {} })
  await expect(bed.call(question, {})).rejects.toEqual(new CallFault('unavailable', question.subject))
})

test('a command that needs NATS is told at once that it is not there', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  const port = typeof address === 'object' ? address?.port : undefined
  await expect(asking({ NATS_URL: `nats://127.0.0.1:${port}` })).rejects.toThrow()
})

function asking(other: Partial<BusEnv> = {}) {
  const log = createLog('test', 'silent')
  const nats = { ...bed.nats.envOf('tester'), ...other }
  return connectAsking({ nats, party: 'tester', clock: createClock('real'), log, absent: 'fail' })
}

import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Presser, Slot } from '../lib/plan.ts'
import type { Press } from './verify.ts'

export type Burst = {
  readonly baseUrl: string
  readonly date: string
  readonly termsVersion: string
  readonly presses: readonly { readonly presser: Presser; readonly slot: Slot }[]
  /** Told after each final answer how many there are. */
  readonly onAnswered: (count: number) => void
  readonly withinMs: number
}
export type Pressed = Press & { readonly tries: number }

const CONNECTIONS = 128
const TRY_MS = 8_000
const AGAIN_MS = 200

/**
 * Everyone presses at once over connections that are kept, and presses again with the same key until the answer is final: after
 * Retry-After where the town is busy, a moment later where there was no answer at all. Answers those that came in time.
 */
export async function burst(options: Burst): Promise<readonly Pressed[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const begun = performance.now()
  let answered = 0
  const pressed = await Promise.all(
    options.presses.map(async each => {
      const final = await untilAnswered({ ...options, ...each, agent, begun })
      if (final) options.onAnswered(++answered)
      return final
    }),
  )
  agent.destroy()
  return pressed.filter(each => each !== undefined)
}

type OnePress = Omit<Burst, 'presses' | 'onAnswered'> &
  Burst['presses'][number] & { readonly agent: Agent; readonly begun: number }

async function untilAnswered(press: OnePress): Promise<Pressed | undefined> {
  const since = () => performance.now() - press.begun
  const aimedAtMs = since()
  for (let tries = 1; since() < press.withinMs; tries++) {
    const sentAtMs = since()
    const answer = await send(press).catch(() => undefined)
    if (answer && isFinal(answer.status)) return { ...finalOf(press, answer), aimedAtMs, sentAtMs, tries }
    await pause(answer ? answer.retryAfterMs : AGAIN_MS)
  }
  return undefined
}

function isFinal(status: number): boolean {
  return status < 500 && status !== 408 && status !== 429
}

type Answer = { readonly status: number; readonly retryAfterMs: number; readonly body: string }

function send({ agent, baseUrl, presser, slot, date, termsVersion }: OnePress): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const asked = request(
    `${baseUrl}/api/reservations`,
    {
      agent,
      method: 'POST',
      timeout: TRY_MS,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': keyOf(presser, date),
        'x-forwarded-for': presser.address,
        cookie: `session=${presser.token}`,
      },
    },
    reply => {
      let body = ''
      reply.setEncoding('utf8').on('data', chunk => (body += chunk))
      reply.once('error', reject)
      reply.once('end', () => {
        const retryAfterMs = Number(reply.headers['retry-after'] ?? 1) * 1000
        resolve({ status: reply.statusCode ?? 0, retryAfterMs, body })
      })
    },
  )
  asked.once('timeout', () => asked.destroy(new Error('no answer in time')))
  asked.once('error', reject)
  asked.end(JSON.stringify({ ...slot, ...REST, date, acceptedTermsVersion: termsVersion }))
  return promise
}

const REST = {
  eventName: '朝の集まり',
  people: 2,
  note: '朝の会',
  paidEvent: false,
  guardianPresent: true,
}

const Told = z.object({
  code: z.string().nullable().default(null),
  receiptId: z.string().nullable().default(null),
  reservation: z.object({ reservationId: z.string() }).nullable().default(null),
})

function finalOf({ presser, slot }: OnePress, { status, body }: Answer) {
  const { code, receiptId, reservation } = Told.parse(JSON.parse(body))
  return {
    personId: presser.personId,
    slot: `${slot.listingId} ${slot.from}-${slot.to}`,
    status,
    code,
    receiptId,
    reservationId: reservation?.reservationId ?? null,
  }
}

function keyOf({ personId }: Presser, date: string): string {
  return `burst-${date}-${personId}`
}

import { apply } from '@asaichi/contract/reservation/reservation.ts'
import type { RawAnswer, RawCaller } from '@asaichi/testkit/raw-caller.ts'
import { callOf, type Press } from './presses.ts'

/** What came of a press at the service itself: no code means accepted. */
export type DeskAnswer = {
  readonly press: Press
  readonly code: string | undefined
  readonly detail: unknown
}

/** How presses travel: one a message, or several where the reservation service takes them. */
export type Wire = { readonly subject: string; readonly most: number }

const SINGLE: Wire = { subject: apply.subject, most: 1 }
const SEVERAL: Wire = { subject: 'reservation.call.apply-many.v1', most: 32 }

/** A gateway with 256 connections has at most so many presses on their way. */
const IN_FLIGHT = 256

/** Asks with an empty list, which whoever knows the request calls malformed. */
export async function findWire(raw: RawCaller): Promise<Wire> {
  const answer = await raw.ask(SEVERAL.subject, bytes({ attempts: [] })).catch(() => undefined)
  return answer?.code === 'malformed' ? SEVERAL : SINGLE
}

/**
 * Presses until the time is over, as many on their way as a gateway would have. The messages are made before the clock starts
 * and the answers read after it stopped, so that the driver takes little of what is measured.
 */
export async function pressAtDesk(
  raw: RawCaller,
  wire: Wire,
  { presses, seconds }: { readonly presses: readonly Press[]; readonly seconds: number },
): Promise<{ readonly seconds: number; readonly answers: readonly DeskAnswer[] }> {
  const messages = messagesOf(presses, wire)
  const heard: (RawAnswer | undefined)[] = []
  const begun = performance.now()
  const until = begun + seconds * 1_000
  let next = 0
  const asker = async () => {
    while (next < messages.length && performance.now() < until) {
      const nr = next++
      const message = messages[nr]
      if (message) heard[nr] = await raw.ask(wire.subject, message.body)
    }
  }
  await Promise.all(Array.from({ length: Math.ceil(IN_FLIGHT / wire.most) }, asker))
  const took = (performance.now() - begun) / 1_000
  if (next === messages.length && took < seconds / 2)
    throw new Error('The presses made beforehand were too few')
  return {
    seconds: took,
    answers: heard.flatMap((answer, nr) => answersIn(messages[nr]?.presses ?? [], answer, wire)),
  }
}

type Message = { readonly presses: readonly Press[]; readonly body: Uint8Array }

function messagesOf(presses: readonly Press[], { most }: Wire): readonly Message[] {
  if (most === 1) return presses.map(press => ({ presses: [press], body: bytes(callOf(press)) }))
  return Array.from({ length: Math.ceil(presses.length / most) }, (_, nr) => {
    const some = presses.slice(nr * most, (nr + 1) * most)
    return { presses: some, body: bytes({ attempts: some.map(callOf) }) }
  })
}

type ManyAnswers = {
  readonly answers: readonly (
    | { readonly ok: true; readonly value: unknown }
    | { readonly ok: false; readonly refusal: { readonly code: string; readonly detail: unknown } }
  )[]
}

function answersIn(
  presses: readonly Press[],
  answer: RawAnswer | undefined,
  { most }: Wire,
): readonly DeskAnswer[] {
  const { code, body } = answer ?? { code: 'unanswered', body: bytes({}) }
  const detail: unknown = JSON.parse(Buffer.from(body).toString())
  if (most === 1 || code !== undefined) return presses.map(press => ({ press, code, detail }))
  // Safe: the contract of this subject, and what it lacks shows as an attempt without an answer.
  const { answers } = detail as ManyAnswers
  return presses.map((press, index) => {
    const own = answers[index]
    if (!own) return { press, code: 'unanswered', detail: {} }
    return own.ok
      ? { press, code: undefined, detail: own.value }
      : { press, code: own.refusal.code, detail: own.refusal.detail }
  })
}

function bytes(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}

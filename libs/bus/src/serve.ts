import type { Outcome, OutcomeOf, Request } from '@asaichi/contract/define.ts'
import type { Log } from '@asaichi/service/log.ts'
import { counter, histogram } from '@asaichi/service/metrics.ts'
import { inSpan, withTrace } from '@asaichi/service/trace.ts'
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node'
import type { z } from 'zod'
import { isTransient } from './transient.ts'
import { waitAtMost } from './wait-at-most.ts'
import { decode, ERROR, ERROR_CODE, encode, header, headers, isAnswerable, NATS, TRACE } from './wire.ts'

/**
 * Answers with the output or a listed refusal; anything thrown reaches the caller without detail: trouble that passes, such as a
 * pool at its end, as `unavailable`, anything else as a fault.
 */
export type Handler<Q extends Request> = (input: z.output<Q['input']>) => Promise<OutcomeOf<Q>> | OutcomeOf<Q>
export type Serve = <Q extends Request>(request: Q, handler: Handler<Q>) => void

const countAnswer = counter('bus_answers_total')
const timeAnswer = histogram('bus_answer_seconds')

const MOST_AT_ONCE = 2_000
const DRAIN_MS = 1_000
const KNOWN_MS = 5_000

export class Server implements AsyncDisposable {
  readonly #connection: NatsConnection
  readonly #log: Log
  readonly #subscriptions: Subscription[] = []
  readonly #atWork = new Set<Promise<unknown>>()
  #stopped: Promise<void> | undefined

  constructor(connection: NatsConnection, log: Log) {
    this.#connection = connection
    this.#log = log
  }

  serve: Serve = (request, handler) => {
    const subscription = this.#connection.subscribe(request.subject, {
      queue: request.service,
      callback: (error, message) => {
        if (error) return this.#log.warn({ err: error }, 'subscription error')
        if (!isAnswerable(message)) return
        if (this.#atWork.size >= MOST_AT_ONCE) {
          countAnswer(request.subject, 'busy')
          return refuseBusy(message)
        }
        const work = withTrace(header(message, TRACE), () =>
          inSpan(
            { name: request.subject, kind: 'server', attributes: NATS },
            () => answer({ request, handler, log: this.#log }, message),
            outcome => outcome === 'fault',
          ),
        ).finally(() => this.#atWork.delete(work))
        this.#atWork.add(work)
      },
    })
    this.#subscriptions.push(subscription)
  }

  /** Until NATS knows what is served here: before that, who asks is told that nobody is there. It may be away for longer. */
  untilKnown(): Promise<void> {
    return waitAtMost(KNOWN_MS, this.#connection.flush())
  }

  /** Takes no new question and finishes the ones at hand. */
  [Symbol.asyncDispose](): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #stop(): Promise<void> {
    // The server confirms each drain, and may be away.
    await waitAtMost(DRAIN_MS, Promise.all(this.#subscriptions.map(subscription => subscription.drain())))
    await Promise.all(this.#atWork)
  }
}

async function answer<Q extends Request>(
  served: { request: Q; handler: Handler<Q>; log: Log },
  message: Msg,
): Promise<string> {
  const from = performance.now()
  const outcome = await answerBy(served, message)
  countAnswer(served.request.subject, outcome)
  timeAnswer((performance.now() - from) / 1_000, served.request.subject)
  return outcome
}

/** Answers what the answer was, for the figures. */
async function answerBy<Q extends Request>(
  { request, handler, log }: { request: Q; handler: Handler<Q>; log: Log },
  message: Msg,
): Promise<string> {
  const input = parseInput(request, message.data)
  if (!input.ok) {
    respond(message, { code: 'malformed', status: '400', detail: {} })
    return 'malformed'
  }
  try {
    const outcome: Outcome<unknown, { readonly code: string; readonly detail: unknown }> = await handler(
      input.value,
    )
    if (outcome.ok) message.respond(encode(outcome.value))
    else respond(message, { ...outcome.refusal, status: '409' })
    return outcome.ok ? 'answered' : outcome.refusal.code
  } catch (err) {
    if (isTransient(err)) {
      log.warn({ err, subject: request.subject }, 'unavailable')
      refuseBusy(message)
      return 'busy'
    }
    log.error({ err, subject: request.subject }, 'fault')
    respond(message, { code: 'fault', status: '500', detail: {} })
    return 'fault'
  }
}

function parseInput<Q extends Request>(
  request: Q,
  data: Uint8Array,
): { ok: true; value: z.output<Q['input']> } | { ok: false } {
  try {
    // Safe: the schema is this request's own.
    return { ok: true, value: request.input.parse(decode(data)) as z.output<Q['input']> }
  } catch {
    return { ok: false }
  }
}

// ADR-32 of NATS: errors travel in headers.
function respond(message: Msg, error: { code: string; status: string; detail: unknown }): void {
  message.respond(encode(error.detail), {
    headers: headers({ [ERROR]: error.code, [ERROR_CODE]: error.status }),
  })
}

function refuseBusy(message: Msg): void {
  respond(message, { code: 'busy', status: '503', detail: {} })
}

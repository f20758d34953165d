import type { Outcome, OutcomeOf, Request } from '@asaichi/contract/define.ts'
import { counter } from '@asaichi/service/metrics.ts'
import { currentTrace, inSpan } from '@asaichi/service/trace.ts'
import type { Msg } from '@nats-io/transport-node'
import { TimeoutError } from '@nats-io/transport-node'
import type { z } from 'zod'
import type { Link } from './link.ts'
import { decode, ERROR, ERROR_CODE, encode, header, headers, NATS, TRACE } from './wire.ts'

/** A call that got no answer a caller could use: nobody there, too late, malformed, or a fault behind it. */
export class CallFault extends Error {
  override readonly name = 'CallFault'
  readonly kind: 'unavailable' | 'timeout' | 'malformed' | 'fault'
  constructor(kind: CallFault['kind'], subject: string, options?: ErrorOptions) {
    super(`${subject}: ${kind}`, options)
    this.kind = kind
  }
}

export type Call = <Q extends Request>(
  request: Q,
  input: z.input<Q['input']>,
  options?: { readonly deadlineMs?: number },
) => Promise<OutcomeOf<Q>>

const DEADLINE_MS = 5_000

export function caller(link: Link): Call {
  return async (request, input, options = {}) => {
    try {
      // What is asked while the connection is lost is never sent, so there is nothing to wait for.
      if (!link.isConnected()) throw new CallFault('unavailable', request.subject)
      const answer = await inSpan({ name: request.subject, kind: 'client', attributes: NATS }, async () => {
        const body = encode(input)
        const deadlineMs = options.deadlineMs ?? DEADLINE_MS
        return answerOf(request, await ask(link, request.subject, { body, deadlineMs }))
      })
      countCall(request.subject, 'answered')
      return answer
    } catch (error) {
      countCall(request.subject, error instanceof CallFault ? error.kind : 'fault')
      throw error
    }
  }
}

const countCall = counter('bus_calls_total')

/**
 * Who is asked may answer on the connection by which the question came and on no other, so once ours is lost there is nothing
 * to wait for.
 */
async function ask(
  { connection, whenLost }: Link,
  subject: string,
  options: { body: Uint8Array; deadlineMs: number },
): Promise<Msg> {
  const lost = Promise.withResolvers<never>()
  const giveUp = () => lost.reject(new CallFault('unavailable', subject))
  whenLost.add(giveUp)
  try {
    const answer = connection.request(subject, options.body, {
      timeout: options.deadlineMs,
      headers: headers({ [TRACE]: currentTrace() }),
    })
    return await Promise.race([answer, lost.promise])
  } catch (error) {
    throw new CallFault(error instanceof TimeoutError ? 'timeout' : 'unavailable', subject)
  } finally {
    whenLost.delete(giveUp)
  }
}

function answerOf<Q extends Request>(request: Q, message: Msg): OutcomeOf<Q> {
  const { subject } = request
  const code = header(message, ERROR)
  if (code === undefined) return asOutcome<Q>({ ok: true, value: read(request.output, { subject, message }) })
  const status = header(message, ERROR_CODE)
  if (status === '400') throw new CallFault('malformed', subject)
  if (status === '503') throw new CallFault('unavailable', subject)
  const detail =
    status === '409' && Object.hasOwn(request.refusals, code) ? request.refusals[code] : undefined
  if (!detail) throw new CallFault('fault', subject)
  return asOutcome<Q>({ ok: false, refusal: { code, detail: read(detail, { subject, message }) } })
}

function read(schema: z.ZodType, { subject, message }: { subject: string; message: Msg }): unknown {
  try {
    return schema.parse(decode(message.data))
  } catch (cause) {
    throw new CallFault('fault', subject, { cause })
  }
}

// Safe: the value was parsed by this request's own output schema, or the detail by the schema of this very code.
function asOutcome<Q extends Request>(outcome: Outcome<unknown, unknown>): OutcomeOf<Q> {
  return outcome as OutcomeOf<Q>
}

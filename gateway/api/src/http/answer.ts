import type { IncomingMessage, ServerResponse } from 'node:http'
import { CallFault } from '@asaichi/bus/call.ts'
import type { Log } from '@asaichi/service/log.ts'
import { refusalProblem } from '../refusals.ts'
import { headerOf } from './header-of.ts'
import { type Problem, problem, retryAfter } from './problem.ts'
import type { ProblemReader } from './problem-parts.ts'
import type { Responder } from './responder.ts'
import type { ResponseParts } from './response-parts.ts'
import type { HandlerOutcome } from './route.ts'

/** What a handler made of a request, as status, headers and body. */
export function answerTo(
  incoming: IncomingMessage,
  outcome: HandlerOutcome,
  { responder, id }: { readonly responder: Responder; readonly id: string },
): ResponseParts {
  switch (outcome.status) {
    case 'answered':
      return responder.replyParts(outcome.reply, {
        id,
        ifNoneMatch: headerOf(incoming, 'if-none-match'),
        acceptEncoding: headerOf(incoming, 'accept-encoding'),
      })
    case 'refused':
      return responder.problemParts(refusalProblem(outcome.refusal), readerOf(incoming, id))
    case 'not-read':
      return responder.problemParts(outcome.problem, readerOf(incoming, id))
  }
}

/** Whom a problem is told. */
export function readerOf(incoming: IncomingMessage, id: string): ProblemReader {
  return { id, acceptLanguage: headerOf(incoming, 'accept-language') }
}

/** Nobody there or too late is trouble that passes; anything else is ours, and is logged once, here. */
export function faultProblem(log: Log, error: unknown, requestId: string): Problem {
  const facts = { err: error, requestId }
  const passes = error instanceof CallFault && (error.kind === 'unavailable' || error.kind === 'timeout')
  if (passes) {
    log.warn(facts, 'service unavailable')
    return problem('service-unavailable', { headers: retryAfter(2) })
  }
  log.error(facts, 'fault')
  return problem('fault')
}

export function write(outgoing: ServerResponse, { status, headers, body }: ResponseParts): void {
  if (body === null) return void outgoing.writeHead(status, headers).end()
  headers['content-length'] = String(Buffer.byteLength(body))
  outgoing.writeHead(status, headers).end(body)
}

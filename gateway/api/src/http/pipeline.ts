import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log } from '@asaichi/service/log.ts'
import { counter, histogram } from '@asaichi/service/metrics.ts'
import { newId } from '@asaichi/service/new-id.ts'
import {
  inSpan,
  isChosen,
  newTrace,
  noteSpan,
  now,
  type Span,
  strangersTrace,
  withTrace,
} from '@asaichi/service/trace.ts'
import type { HttpBindings } from '@hono/node-server'
import type { Context, Handler, MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import { type Admission, createAdmission } from './admission.ts'
import { answerTo, faultProblem, readerOf, write } from './answer.ts'
import { createGuards, type RouteMatch, type Serve } from './guards.ts'
import { headerOf } from './header-of.ts'
import { type Reply, type Responder, responseOf } from './responder.ts'
import type { ResponseParts } from './response-parts.ts'
import type { Route, Tools } from './route.ts'
import type { Source } from './source.ts'

export type Env = {
  Bindings: HttpBindings
  Variables: { readonly id: string; readonly source: Source }
}
type Request = Context<Env>

/**
 * The order every request goes through: `enter` for all of them, `pass` for those that found a route. `direct` is both in
 * one, for the routes of a rush, which Hono's router and Response would make half as expensive again.
 */
export type Pipeline = {
  readonly enter: MiddlewareHandler<Env>
  readonly pass: (route: Route) => Handler<Env>
  readonly failed: (error: unknown, request: Request) => Response
  readonly direct: (match: DirectMatch, exchange: Exchange) => Promise<void>
}

export type DirectMatch = RouteMatch & {
  /** What anybody may read and is at hand: it needs to be admitted and none of the guards. */
  readonly ready?: () => Reply | undefined
}
export type Exchange = { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse }

/** Where a city presses at seven. */
export const PRESS = '/api/reservations'
const PRESS_ANSWERS = ['201', '401', '409', '422', '429', '500', '503'].map(status => [PRESS, status])

type Parts = {
  readonly log: Log
  readonly responder: Responder
  readonly admission: Admission
  readonly serve: Serve
  /** Answers by route template and HTTP status; what was not admitted has no route yet. */
  readonly count: (route: string, status: string) => void
  readonly time: (seconds: number, route: string) => void
}

export function createPipeline({
  config,
  log,
  tools,
  responder,
}: {
  readonly config: Config
  readonly log: Log
  readonly tools: Tools
  readonly responder: Responder
}): Pipeline {
  const parts: Parts = {
    log,
    responder,
    admission: createAdmission(config),
    serve: createGuards(config, tools),
    count: counter('gateway_answers_total', PRESS_ANSWERS),
    time: histogram('gateway_answer_seconds', [[PRESS]]),
  }
  return {
    enter: admitThroughHono(parts),
    pass: route => async request => {
      const from = performance.now()
      const { incoming } = request.env
      const query = request.req.url.includes('?') ? queryOf(request.req.url) : {}
      const { id, source } = request.var
      const match = { route, params: request.req.param(), query }
      const answer = await inSpan(
        spanOf(route, id),
        async () => answerTo(incoming, await parts.serve(match, { incoming, source }), { responder, id }),
        isFailure,
      )
      return responseOf(counted(parts, { route, from }, answer))
    },
    failed(error, { var: { id }, env: { incoming } }) {
      const fault = faultProblem(log, error, id)
      parts.count('fault', String(fault.status))
      return responder.problem(fault, readerOf(incoming, id))
    },
    direct: (match, exchange) => serveDirectly(parts, match, exchange),
  }
}

function admitThroughHono({ admission, responder, count }: Parts): MiddlewareHandler<Env> {
  return (request, next) =>
    withTrace(strangersTrace(request.req.header('traceparent')), async () => {
      const { incoming } = request.env
      const { source, refused } = admission.enter(incoming)
      const id = newId()
      request.set('id', id)
      request.set('source', source)
      if (refused) {
        count('entrance', String(refused.status))
        return responder.problem(refused, readerOf(incoming, id))
      }
      try {
        return await next()
      } finally {
        admission.leave()
      }
    })
}

async function serveDirectly(
  parts: Parts,
  match: DirectMatch,
  { incoming, outgoing }: Exchange,
): Promise<void> {
  const { admission, responder, log } = parts
  const { route } = match
  const from = performance.now()
  const id = newId()
  const { source, refused } = admission.enter(incoming)
  const end = (answer: ResponseParts) => write(outgoing, counted(parts, { route, from }, answer))
  if (refused) return end(responder.problemParts(refused, readerOf(incoming, id)))
  try {
    const reply = match.ready?.()
    if (reply) return end(answerTo(incoming, { status: 'answered', reply }, { responder, id }))
    const answer = async () =>
      answerTo(incoming, await parts.serve(match, { incoming, source }), { responder, id })
    end(await seldomTraced(spanOf(route, id), headerOf(incoming, 'traceparent'), answer))
  } catch (error) {
    end(responder.problemParts(faultProblem(log, error, id), readerOf(incoming, id)))
  } finally {
    admission.leave()
  }
}

function spanOf({ method, path }: Route, id: string): Span {
  return { name: `${method.toUpperCase()} ${path}`, kind: 'server', attributes: { 'request.id': id } }
}

function isFailure({ status }: ResponseParts): boolean {
  return status >= 500
}

/**
 * One answer of a rush: one in a hundred has a trace, and none at another's word, for a trace of every one would cost the rush a third
 * of its presses. One that failed is told of as a span of its own.
 */
async function seldomTraced(
  span: Span,
  traceparent: string | undefined,
  answer: () => Promise<ResponseParts>,
): Promise<ResponseParts> {
  if (isChosen())
    return await withTrace(strangersTrace(traceparent, true) ?? newTrace(true), () =>
      inSpan(span, answer, isFailure),
    )
  const from = now()
  let failed = true
  try {
    const answered = await answer()
    failed = isFailure(answered)
    return answered
  } finally {
    if (failed) noteSpan(span, { from, failed })
  }
}

function counted(
  { count, time }: Parts,
  { route, from }: { readonly route: Route; readonly from: number },
  answer: ResponseParts,
): ResponseParts {
  count(route.path, String(answer.status))
  time((performance.now() - from) / 1_000, route.path)
  if (route.open) Object.assign(answer.headers, FOR_EVERY_SITE)
  return answer
}

// Without credentials: a browser that was asked to send a cookie along gives the answer to nobody.
const FOR_EVERY_SITE = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after, request-id',
} as const

// Object.fromEntries defines its keys, so that `?__proto__=` is one more unknown parameter and no prototype.
function queryOf(url: string): Readonly<Record<string, string | readonly string[]>> {
  const { searchParams } = new URL(url)
  const names = new Set(searchParams.keys())
  return Object.fromEntries(
    [...names].map(name => {
      const values = searchParams.getAll(name)
      return [name, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { CallFault } from '@asaichi/bus/call.ts'
import type { Session } from '@asaichi/contract/identity/login.ts'
import type { Log } from '@asaichi/service/log.ts'
import { counter, gauge } from '@asaichi/service/metrics.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { withTrace } from '@asaichi/service/trace.ts'
import type { HttpBindings } from '@hono/node-server'
import type { Context, Handler, MiddlewareHandler } from 'hono'
import type { Config } from './config.ts'
import { type Problem, problem, retryAfter, retrySoon } from './problem.ts'
import { type Buckets, createBuckets } from './rate-limit.ts'
import { refusalProblem } from './refusals.ts'
import { type Body, readJson } from './request-body.ts'
import { type Reply, type Responder, responseOf, type Written } from './responder.ts'
import type { Access, Passage, Route, Served, Tools } from './route.ts'
import { createSiteCheck, type SiteCheck } from './site-check.ts'
import { type Source, sourceOf } from './source.ts'

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
  readonly direct: (found: Found, exchange: Exchange) => Promise<void>
}

/** A route and what its path and query say. */
export type Found = {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
  readonly query: Passage['query']
  /** What anybody may read and is at hand: it passes the entrance and needs none of the later checks. */
  readonly ready?: () => Reply | undefined
}
export type Exchange = { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse }

const TRACED = 0.01

type Gate = {
  readonly config: Config
  readonly log: Log
  readonly tools: Tools
  readonly responder: Responder
  readonly isForeign: SiteCheck
  readonly requests: Buckets
  readonly writes: Buckets
  /** Answers by route template and HTTP status; what was turned away at the entrance has no route yet. */
  readonly count: (route: string, status: string) => void
}

export function createPipeline(parts: Pick<Gate, 'config' | 'log' | 'tools' | 'responder'>): Pipeline {
  const { config, responder } = parts
  const gate: Gate = {
    ...parts,
    isForeign: createSiteCheck(config.PUBLIC_URL),
    // Many residents of one office or phone company share an address, so a source may burst far higher than a session.
    requests: createBuckets({
      perSecond: config.RATE_REQUESTS,
      burst: Math.max(1, config.RATE_REQUESTS * 4),
    }),
    writes: createBuckets({ perSecond: config.RATE_WRITES, burst: Math.max(1, config.RATE_WRITES * 2) }),
    count: counter('gateway_answers_total', 'Answers by route template and status', ['route', 'status']),
  }
  const entrance = createEntrance(gate)
  return {
    enter: throughHono(gate, entrance),
    pass: route => async request => {
      const { incoming } = request.env
      const query = route.query ? queryOf(request.req.url) : {}
      const result = await served(
        gate,
        { route, params: request.req.param(), query },
        { incoming, ...request.var },
      )
      return responseOf(counted(gate, route, writtenFor(gate, incoming, { id: request.var.id, result })))
    },
    failed(error, { var: { id } }) {
      const refused = faultProblem(gate, error, id)
      gate.count('fault', String(refused.status))
      return responder.problem(refused, { id })
    },
    direct: (found, exchange) => directly(gate, { entrance, found, exchange }),
  }
}

type Entrance = {
  readonly enter: (incoming: IncomingMessage) => {
    readonly source: Source
    readonly refused: Problem | undefined
  }
  readonly leave: () => void
}

/** 1 room for one more, 2 the rate of the source. Who was let in has to leave. */
function createEntrance({ config, requests }: Gate): Entrance {
  let inFlight = 0
  gauge('gateway_in_flight', 'Requests being served', () => inFlight)
  return {
    enter(incoming) {
      const { remoteAddress } = incoming.socket
      const source = sourceOf(remoteAddress, headerOf(incoming, 'x-forwarded-for'), config.TRUSTED_PROXIES)
      if (inFlight >= config.IN_FLIGHT_MAX) {
        const refused = problem('service-unavailable', { headers: retryAfter(retrySoon()) })
        return { source, refused }
      }
      const seconds = requests.take(source.address)
      if (seconds > 0) return { source, refused: tooMany(seconds) }
      inFlight += 1
      return { source, refused: undefined }
    },
    leave() {
      inFlight -= 1
    },
  }
}

function throughHono(gate: Gate, entrance: Entrance): MiddlewareHandler<Env> {
  return (request, next) =>
    withTrace(request.req.header('traceparent'), async () => {
      const { source, refused } = entrance.enter(request.env.incoming)
      const id = newId()
      request.set('id', id)
      request.set('source', source)
      if (refused) {
        gate.count('entrance', String(refused.status))
        return gate.responder.problem(refused, { id })
      }
      try {
        return await next()
      } finally {
        entrance.leave()
      }
    })
}

async function directly(
  gate: Gate,
  { entrance, found, exchange }: { entrance: Entrance; found: Found; exchange: Exchange },
): Promise<void> {
  const { incoming, outgoing } = exchange
  const id = newId()
  const { source, refused } = entrance.enter(incoming)
  const end = (written: Written) => write(outgoing, counted(gate, found.route, written))
  if (refused) return end(gate.responder.problemParts(refused, { id }))
  try {
    const ready = found.ready?.()
    if (ready) return end(writtenFor(gate, incoming, { id, result: { status: 'answered', reply: ready } }))
    // One press in a hundred is traced, and every one whose caller asks for it.
    const traceparent = headerOf(incoming, 'traceparent')
    const serve = () => served(gate, found, { incoming, source })
    const isTraced = traceparent !== undefined || Math.random() < TRACED
    const result = await (isTraced ? withTrace(traceparent, serve) : serve())
    end(writtenFor(gate, incoming, { id, result }))
  } catch (error) {
    end(gate.responder.problemParts(faultProblem(gate, error, id), { id }))
  } finally {
    entrance.leave()
  }
}

function counted(gate: Gate, route: Route, written: Written): Written {
  gate.count(route.path, String(written.status))
  return written
}

function write(outgoing: ServerResponse, { status, headers, body }: Written): void {
  if (body === null) return void outgoing.writeHead(status, headers).end()
  headers['content-length'] = String(Buffer.byteLength(body))
  outgoing.writeHead(status, headers).end(body)
}

type Knock = { readonly incoming: IncomingMessage; readonly source: Source }

/** 3 another site's page, 4 media type, 5 session, 6 role, 7 rate of the writer, 8 body, 9 schema and service. */
async function served(
  gate: Gate,
  { route, params, query }: Found,
  { incoming, source }: Knock,
): Promise<Served> {
  const isWrite = route.method !== 'get'
  const misfit = isWrite ? (foreignWrite(gate, incoming) ?? notJson(incoming)) : undefined
  if (misfit) return notRead(misfit)
  const token = gate.tools.cookie.read(headerOf(incoming, 'cookie'))
  const session = await sessionFor(gate, route.access, token)
  const stranger = accessProblem(route, session)
  if (stranger) return notRead(stranger)
  const seconds = isWrite ? gate.writes.take(session?.personId ?? source.address) : 0
  if (seconds > 0) return notRead(tooMany(seconds))
  const body: Body = isWrite ? await readJson(incoming) : { ok: true, value: undefined }
  if (!body.ok) return notRead(body.problem)
  return route.serve({
    ...gate.tools,
    session,
    token,
    body: body.value,
    params,
    query,
    key: headerOf(incoming, 'idempotency-key'),
    network: source.network,
  })
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

function foreignWrite(gate: Gate, incoming: IncomingMessage): Problem | undefined {
  const origin = headerOf(incoming, 'origin')
  const fetchSite = headerOf(incoming, 'sec-fetch-site')
  return gate.isForeign({ origin, fetchSite }) ? problem('cross-site') : undefined
}

// Forms can send three media types across sites without asking first, and JSON is none of them (A24).
function notJson(incoming: IncomingMessage): Problem | undefined {
  const mediaType = headerOf(incoming, 'content-type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') return problem('content-type-not-json')
  const encoding = headerOf(incoming, 'content-encoding') ?? 'identity'
  return encoding === 'identity' ? undefined : problem('content-encoding-not-supported')
}

async function sessionFor(
  { tools }: Gate,
  access: Access,
  token: string | undefined,
): Promise<Session | undefined> {
  return access === 'anyone' || token === undefined ? undefined : tools.sessions.find(token)
}

function accessProblem(route: Route, session: Session | undefined): Problem | undefined {
  const { access } = route
  if (access === 'anyone') return undefined
  if (!session) return problem('no-session')
  if (session.mustChangePassword && !route.beforePasswordChange) return problem('password-change-needed')
  const isEnough =
    access === 'session' || session.role === 'admin' || (access === 'staff' && session.role === 'staff')
  return isEnough ? undefined : problem('not-allowed')
}

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

function writtenFor(
  { responder }: Gate,
  incoming: IncomingMessage,
  { id, result }: { readonly id: string; readonly result: Served },
): Written {
  switch (result.status) {
    case 'answered':
      return responder.replyParts(result.reply, {
        id,
        ifNoneMatch: headerOf(incoming, 'if-none-match'),
        acceptEncoding: headerOf(incoming, 'accept-encoding'),
      })
    case 'refused':
      return responder.problemParts(refusalProblem(result.refusal), { id })
    case 'not-read':
      return responder.problemParts(result.problem, { id })
  }
}

/** Nobody there or too late is trouble that passes; anything else is ours, and is logged once, here. */
function faultProblem({ log }: Gate, error: unknown, requestId: string): Problem {
  const facts = { err: error, requestId }
  const passes = error instanceof CallFault && (error.kind === 'unavailable' || error.kind === 'timeout')
  if (passes) {
    log.warn(facts, 'service unavailable')
    return problem('service-unavailable', { headers: retryAfter(2) })
  }
  log.error(facts, 'fault')
  return problem('fault')
}

function tooMany(seconds: number): Problem {
  return problem('too-many-requests', { headers: retryAfter(seconds) })
}

function notRead(unread: Problem): Served {
  return { status: 'not-read', problem: unread }
}

import { CallFault } from '@asaichi/bus/call.ts'
import type { Session } from '@asaichi/contract/identity.ts'
import type { Log } from '@asaichi/service/log.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { withTrace } from '@asaichi/service/trace.ts'
import type { HttpBindings } from '@hono/node-server'
import type { Context, Handler, MiddlewareHandler } from 'hono'
import type { Config } from './config.ts'
import { type Problem, problem, retryAfter, retrySoon } from './problem.ts'
import { type Buckets, createBuckets } from './rate-limit.ts'
import { refusalProblem } from './refusals.ts'
import { type Body, readJson } from './request-body.ts'
import type { Responder } from './responder.ts'
import type { Access, Route, Served, Tools } from './route.ts'
import { createSiteCheck, type SiteCheck } from './site-check.ts'
import { type Source, sourceOf } from './source.ts'

export type Env = {
  Bindings: HttpBindings
  Variables: { readonly id: string; readonly source: Source }
}
type Request = Context<Env>

/** The order every request goes through: `enter` for all of them, `pass` for those that found a route. */
export type Pipeline = {
  readonly enter: MiddlewareHandler<Env>
  readonly pass: (route: Route) => Handler<Env>
  readonly failed: (error: unknown, request: Request) => Response
}

type Gate = {
  readonly config: Config
  readonly log: Log
  readonly tools: Tools
  readonly responder: Responder
  readonly isForeign: SiteCheck
  readonly requests: Buckets
  readonly writes: Buckets
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
  }
  return {
    enter: entrance(gate),
    pass: route => async request => answer(gate, request, await served(gate, route, request)),
    failed: (error, request) => responder.problem(faultProblem(gate, error, request), { id: request.var.id }),
  }
}

/** 1 id and trace, 2 room for one more, 3 the rate of the source. */
function entrance(gate: Gate): MiddlewareHandler<Env> {
  let inFlight = 0
  return (request, next) =>
    withTrace(request.req.header('traceparent'), async () => {
      request.set('id', newId())
      const peer = request.env.incoming.socket.remoteAddress
      const source = sourceOf(peer, request.req.header('x-forwarded-for'), gate.config.TRUSTED_PROXIES)
      request.set('source', source)
      if (inFlight >= gate.config.IN_FLIGHT_MAX)
        return deny(gate, request, problem('service-unavailable', { headers: retryAfter(retrySoon()) }))
      const seconds = gate.requests.take(source.address)
      if (seconds > 0) return deny(gate, request, tooMany(seconds))
      inFlight += 1
      try {
        return await next()
      } finally {
        inFlight -= 1
      }
    })
}

/** 4 another site's page, 5 media type, 6 session, 7 role, 8 rate of the writer, 9 body, 10 schema and service. */
async function served(gate: Gate, route: Route, request: Request): Promise<Served> {
  const isWrite = route.method !== 'get'
  const misfit = isWrite ? (foreignWrite(gate, request) ?? notJson(request)) : undefined
  if (misfit) return notRead(misfit)
  const token = gate.tools.cookie.read(request.req.header('cookie'))
  const session = await sessionFor(gate, route.access, token)
  const stranger = accessProblem(route, session)
  if (stranger) return notRead(stranger)
  const seconds = isWrite ? gate.writes.take(session?.personId ?? request.var.source.address) : 0
  if (seconds > 0) return notRead(tooMany(seconds))
  const body: Body = isWrite ? await readJson(request.env.incoming) : { ok: true, value: undefined }
  if (!body.ok) return notRead(body.problem)
  return route.serve({
    ...gate.tools,
    session,
    token,
    body: body.value,
    params: request.req.param(),
    query: route.query ? queryOf(request.req.url) : {},
    key: request.req.header('idempotency-key'),
    network: request.var.source.network,
  })
}

function foreignWrite(gate: Gate, { req }: Request): Problem | undefined {
  const isForeign = gate.isForeign({ origin: req.header('origin'), fetchSite: req.header('sec-fetch-site') })
  return isForeign ? problem('cross-site') : undefined
}

// Forms can send three media types across sites without asking first, and JSON is none of them (A24).
function notJson({ req }: Request): Problem | undefined {
  const mediaType = req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') return problem('content-type-not-json')
  const encoding = req.header('content-encoding') ?? 'identity'
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

function answer(gate: Gate, request: Request, result: Served): Response {
  const id = request.var.id
  switch (result.status) {
    case 'answered':
      return gate.responder.reply(result.reply, { id, ifNoneMatch: request.req.header('if-none-match') })
    case 'refused':
      return gate.responder.problem(refusalProblem(result.refusal), { id })
    case 'not-read':
      return gate.responder.problem(result.problem, { id })
  }
}

/** Nobody there or too late is trouble that passes; anything else is ours, and is logged once, here. */
function faultProblem({ log }: Gate, error: unknown, request: Request): Problem {
  const facts = { err: error, requestId: request.var.id }
  const passes = error instanceof CallFault && (error.kind === 'unavailable' || error.kind === 'timeout')
  if (passes) {
    log.warn(facts, 'service unavailable')
    return problem('service-unavailable', { headers: retryAfter(2) })
  }
  log.error(facts, 'fault')
  return problem('fault')
}

function deny(gate: Gate, request: Request, refused: Problem): Response {
  return gate.responder.problem(refused, { id: request.var.id })
}

function tooMany(seconds: number): Problem {
  return problem('too-many-requests', { headers: retryAfter(seconds) })
}

function notRead(unread: Problem): Served {
  return { status: 'not-read', problem: unread }
}

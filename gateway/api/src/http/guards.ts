import type { IncomingMessage } from 'node:http'
import type { Role } from '@asaichi/contract/actor.ts'
import type { Session } from '@asaichi/contract/identity/login.ts'
import { BACKGROUND_HEADER } from '../background-header.ts'
import type { Config } from '../config.ts'
import { PERSON_HEADER } from '../person-header.ts'
import { asksForFresh } from '../routes/second-factor/step-up.ts'
import { tooManyRequests } from './admission.ts'
import { headerOf } from './header-of.ts'
import { type Problem, problem } from './problem.ts'
import { createBuckets } from './rate-limit.ts'
import { type Body, readJson } from './request-body.ts'
import type { Access, GuardedRequest, HandlerOutcome, Route, Tools } from './route.ts'
import { createSiteCheck } from './site-check.ts'
import type { Source } from './source.ts'

/** A route, and what the path and query of the request say. */
export type RouteMatch = {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
  readonly query: GuardedRequest['query']
}

/** A request that has been admitted, and where it comes from. */
export type RequestIn = { readonly incoming: IncomingMessage; readonly source: Source }

/** Runs the guards in their order and then the route's handler. */
export type Serve = (match: RouteMatch, request: RequestIn) => Promise<HandlerOutcome>

/** 3 another site's page, 4 media type, 5 session, 6 role and person, 7 rate of the writer, 8 body, 9 schema and service. */
export function createGuards(config: Pick<Config, 'PUBLIC_URL' | 'RATE_WRITES'>, tools: Tools): Serve {
  const isForeign = createSiteCheck(config.PUBLIC_URL)
  const writes = createBuckets({ perSecond: config.RATE_WRITES, burst: Math.max(1, config.RATE_WRITES * 2) })

  function foreignWrite(incoming: IncomingMessage): Problem | undefined {
    const origin = headerOf(incoming, 'origin')
    const fetchSite = headerOf(incoming, 'sec-fetch-site')
    return isForeign({ origin, fetchSite }) ? problem('cross-site') : undefined
  }

  return async ({ route, params, query }, { incoming, source }) => {
    const isWrite = route.method !== 'get'
    const misfit = isWrite ? (foreignWrite(incoming) ?? notJson(incoming)) : undefined
    if (misfit) return notRead(misfit)
    const token = tools.cookie.read(headerOf(incoming, 'cookie'))
    const session = await sessionFor(tools, route, { incoming, token })
    const stranger = accessProblem(route, session) ?? (isWrite ? otherPerson(incoming, session) : undefined)
    if (stranger) return notRead(stranger)
    const seconds = isWrite ? writes.take(session?.personId ?? source.address) : 0
    if (seconds > 0) return notRead(tooManyRequests(seconds))
    const body: Body = isWrite ? await readJson(incoming) : { ok: true, value: undefined }
    if (!body.ok) return notRead(body.problem)
    return route.serve({
      ...tools,
      session,
      token,
      device: tools.deviceCookie.read(headerOf(incoming, 'cookie')),
      body: body.value,
      params,
      query,
      key: headerOf(incoming, 'idempotency-key'),
      ifMatch: headerOf(incoming, 'if-match'),
      ifNoneMatch: headerOf(incoming, 'if-none-match'),
      network: source.network,
    })
  }
}

// Forms can send three media types across sites without asking first, and JSON is none of them (A24).
function notJson(incoming: IncomingMessage): Problem | undefined {
  const mediaType = headerOf(incoming, 'content-type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') return problem('content-type-not-json')
  const encoding = headerOf(incoming, 'content-encoding') ?? 'identity'
  return encoding === 'identity' ? undefined : problem('content-encoding-not-supported')
}

async function sessionFor(
  { sessions }: Tools,
  route: Route,
  { incoming, token }: { readonly incoming: IncomingMessage; readonly token: string | undefined },
): Promise<Session | undefined> {
  if (route.access === 'anyone' || token === undefined) return undefined
  const isBackground = route.method === 'get' && isWatching(incoming, route)
  const session = await sessions.find(token, { isBackground })
  // What was done about it a moment ago, maybe at another front door, is not kept here yet.
  const isBehind = session !== undefined && (session.mustEnrol || (asksForFresh(route) && !session.isFresh))
  return isBehind ? sessions.find(token, { isBackground, anew: true }) : session
}

/** D23: what residents' pages ask by themselves they do not tell, so none of their reads is a use of who works for a city. */
function isWatching(incoming: IncomingMessage, { access }: Route): boolean {
  return access === 'session' || headerOf(incoming, BACKGROUND_HEADER) !== undefined
}

function accessProblem(route: Route, session: Session | undefined): Problem | undefined {
  const { access } = route
  if (access === 'anyone') return undefined
  if (!session) return problem('no-session')
  if (session.mustChangePassword && !route.beforePasswordChange) return problem('password-change-needed')
  if (session.mustEnrol && !route.beforeEnrolment && !route.beforePasswordChange) return problem('app-needed')
  if (access === 'session') return undefined
  if (!MAY[access].includes(session.role)) return problem('not-allowed')
  return asksForFresh(route) && !session.isFresh ? problem('step-up-needed') : undefined
}

const MAY: Readonly<Record<Exclude<Access, 'anyone' | 'session'>, readonly Role[]>> = {
  staff: ['staff', 'admin'],
  admin: ['admin'],
  operator: ['operator'],
  'admin-or-operator': ['admin', 'operator'],
  team: ['staff', 'admin', 'operator'],
}

/** B3b: a page was drawn for one person, and somebody else has logged in since in another tab of the same browser. */
function otherPerson(incoming: IncomingMessage, session: Session | undefined): Problem | undefined {
  const shown = headerOf(incoming, PERSON_HEADER)
  return !session || shown === undefined || shown === session.personId ? undefined : problem('other-person')
}

function notRead(unread: Problem): HandlerOutcome {
  return { status: 'not-read', problem: unread }
}

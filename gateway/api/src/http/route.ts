import type { Call } from '@asaichi/bus/call.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import type { Outcome, RefusalOf, Refusals } from '@asaichi/contract/define.ts'
import type { Session } from '@asaichi/contract/identity/login.ts'
import { unknownKeys } from '@asaichi/contract/unknown-keys.ts'
import type { Clock } from '@asaichi/service/clock.ts'
import { z } from 'zod'
import type { Bundles } from '../bundles.ts'
import type { LinkKeys } from '../calendar/calendar-link.ts'
import type { Calendars } from '../calendars.ts'
import type { DemoDoors } from '../demo/demo-doors.ts'
import type { Papers } from '../papers/papers.ts'
import type { Presses } from '../presses.ts'
import type { Sessions } from '../sessions.ts'
import type { TokenCookie } from '../token-cookie.ts'
import { inputProblem, unknownProblem } from './input-errors.ts'
import { type Problem, problem } from './problem.ts'
import type { Reply } from './responder.ts'
import { unstorableText } from './text-check.ts'

/** Who may call a route at all; what they may do to which thing is decided by the services. */
export type Access = 'anyone' | 'session' | 'staff' | 'admin' | 'operator' | 'admin-or-operator' | 'team'

/** What is known of a route without running it: OpenAPI, the authorisation matrix and `Allow` are made from it. */
export type Spec = {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: `/api/${string}`
  readonly summary: string
  readonly access: Access
  /** Of a public read: pages of other sites may read the answer too. Never together with a session. */
  readonly open?: true
  /** S8, S9: open to a session that must set a new password first; every other route with a session is not. */
  readonly beforePasswordChange?: true
  /** M9: open to a session that must set up an app first. */
  readonly beforeEnrolment?: true
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** The request must carry an `Idempotency-Key`. */
  readonly key?: z.ZodType<string>
  /** The request must say which version it was made from: `If-Match` with the tag, or `If-None-Match: *` for what is to be new. */
  readonly fromVersion?: true
  /** A request of the contract, or the same two facts about an answer of our own. */
  readonly answers: { readonly output: z.ZodType; readonly refusals: Refusals }
  readonly status?: Reply['status']
  /** What the body of the answer holds where it is not the output of `answers`. */
  readonly shows?: z.ZodType
  /** Of the answer, where it is not JSON. */
  readonly mediaType?: string
}

/** What handlers may use besides the request. */
export type Tools = {
  readonly call: Call
  readonly clock: Clock
  readonly sessions: Sessions
  readonly bundles: Bundles
  readonly presses: Presses
  readonly calendars: Calendars
  readonly papers: Papers
  readonly cookie: TokenCookie
  /** V3: tells a browser in which somebody logged in before from others. */
  readonly deviceCookie: TokenCookie
  readonly publicUrl: string
  readonly linkKeys: LinkKeys
  readonly demo: DemoDoors
}

/** The request as far as the pipeline has come with it: nothing of it is parsed by a schema yet. */
export type GuardedRequest = Tools & {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | readonly string[]>>
  readonly body: unknown
  readonly key: string | undefined
  readonly ifMatch: string | undefined
  readonly ifNoneMatch: string | undefined
  readonly token: string | undefined
  readonly device: string | undefined
  readonly session: Session | undefined
  readonly network: string
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined

/** The request as a handler sees it: parsed, and with the actor where the route asks for a session. */
export type HandlerArgs<S extends Spec> = Tools & {
  readonly params: Parsed<S['params']>
  readonly query: Parsed<S['query']>
  readonly body: Parsed<S['body']>
  readonly key: Parsed<S['key']>
  /** Null: it must be new. */
  readonly expectedVersion: S['fromVersion'] extends true ? number | null : undefined
  readonly token: string | undefined
  readonly device: string | undefined
  readonly session: S['access'] extends 'anyone' ? undefined : Session
  readonly actor: S['access'] extends 'anyone' ? undefined : Actor
  readonly network: string
}

type ValueOf<S extends Spec> = z.output<S['answers']['output']>
type OutcomeOf<S extends Spec> = Outcome<ValueOf<S>, RefusalOf<S['answers']['refusals']>>

export type Refusal = { readonly code: string; readonly detail: object }
export type HandlerOutcome =
  | { readonly status: 'answered'; readonly reply: Reply }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'not-read'; readonly problem: Problem }

export type Route<S extends Spec = Spec> = S & {
  readonly serve: (request: GuardedRequest) => Promise<HandlerOutcome>
}

/** A route: what it is, how it asks, and, where JSON of the value is not the answer, how it replies. */
export function route<const S extends Spec>(
  spec: S,
  handle: (args: HandlerArgs<S>) => Promise<OutcomeOf<S>> | OutcomeOf<S>,
  reply: (value: ValueOf<S>, args: HandlerArgs<S>) => Reply = value => jsonReply(spec, value),
): Route<S> {
  return {
    ...spec,
    async serve(request) {
      const parsed = parse(spec, request)
      if (!parsed.ok) return { status: 'not-read', problem: parsed.problem }
      const outcome: Outcome<ValueOf<S>, Refusal> = await handle(parsed.args)
      return outcome.ok
        ? { status: 'answered', reply: reply(outcome.value, parsed.args) }
        : { status: 'refused', refusal: outcome.refusal }
    },
  }
}

function jsonReply(spec: Spec, value: unknown): Reply {
  return { status: spec.status ?? 200, json: value }
}

// An unknown parameter is a mistake wherever it is sent, and an answer that ignores it a wrong one.
const NO_QUERY = z.strictObject({})

type Parse<S extends Spec> =
  | { readonly ok: true; readonly args: HandlerArgs<S> }
  | { readonly ok: false; readonly problem: Problem }

function parse<S extends Spec>(spec: S, request: GuardedRequest): Parse<S> {
  const key = spec.key?.safeParse(request.key)
  if (key && request.key === undefined) return notRead(problem('idempotency-key-missing'))
  if (key && !key.success) return notRead(problem('idempotency-key-not-valid'))
  const expectedVersion = spec.fromVersion && versionIn(request)
  if (spec.fromVersion && expectedVersion === undefined) return notRead(problem('version-missing'))
  const params = spec.params?.safeParse(request.params)
  // A path with an id no thing can have names nothing: not found, as for any other unknown id (A46, A47).
  if (params && !params.success) return notRead(problem('not-found'))
  for (const sent of [request.query, spec.body && request.body]) {
    const unstorable = unstorableText(sent)
    if (unstorable) return notRead(inputProblem([unstorable], sent))
  }
  const query = (spec.query ?? NO_QUERY).safeParse(request.query)
  if (!query.success) return notRead(inputProblem(query.error.issues, request.query))
  const body = spec.body?.safeParse(request.body)
  if (body && !body.success) return notRead(inputProblem(body.error.issues, request.body))
  // What is put whole is known whole: a misspelt setting would be lost in silence, however deep it stands.
  const unknown = spec.fromVersion && body ? unknownKeys(request.body, body.data) : []
  if (unknown.length > 0) return notRead(unknownProblem(unknown))
  const parts = {
    key: key?.data,
    expectedVersion,
    params: params?.data,
    query: spec.query && query.data,
    body: body?.data,
  }
  return { ok: true, args: handlerArgsOf(request, parts) }
}

/** Strong, for two editors are kept apart by it. */
export function versionTag(version: number): string {
  return `"v${version}"`
}

// A tag that is none of ours is that of no version, so it matches none (RFC 9110 13.1.1).
function versionIn({ ifMatch, ifNoneMatch }: GuardedRequest): number | null | undefined {
  if (ifMatch !== undefined) return Number(/^"v(\d{1,9})"$/.exec(ifMatch.trim())?.[1] ?? 0)
  return ifNoneMatch?.trim() === '*' ? null : undefined
}

function notRead(unread: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: unread }
}

// Safe: each part was parsed by this spec's own schema, and the pipeline lets nobody without a session get this far
// where the access is not 'anyone'. The actor comes from the session alone, never from what was sent.
function handlerArgsOf<S extends Spec>(
  request: GuardedRequest,
  parts: Readonly<Record<'key' | 'expectedVersion' | 'params' | 'query' | 'body', unknown>>,
): HandlerArgs<S> {
  const { session } = request
  const actor = session && { personId: session.personId, role: session.role, cityId: session.cityId }
  return { ...request, ...parts, actor } as unknown as HandlerArgs<S>
}

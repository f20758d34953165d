import { shownLanguage } from '../i18n/texts.ts'
import { readAnswer } from './answer.ts'
import type { Away, Result } from './result.ts'
import type { AnyProblem, Method, PathOf, ProblemOf, RouteAt, Sent, ValueOf } from './routes.ts'
import { shownPerson } from './shown-person.ts'

const DEADLINE_MS = 15_000

export type ResultAt<M extends Method, P extends string> = Result<
  ValueOf<RouteAt<M, P>>,
  ProblemOf<RouteAt<M, P>>
>
type Ask<M extends Method> = <const P extends PathOf<M>>(
  path: P,
  ...sent: Record<never, never> extends Sent<RouteAt<M, P>> ? [Sent<RouteAt<M, P>>?] : [Sent<RouteAt<M, P>>]
) => Promise<ResultAt<M, P>>

/** The API, typed by its own routes: `api.get('/api/venues/{venueId}', { params: { venueId } })`. Never throws. */
export const api: {
  readonly get: Ask<'get'>
  readonly post: Ask<'post'>
  readonly put: Ask<'put'>
  readonly delete: Ask<'delete'>
  /** Asks before the screen is there that will: its first `get` of the same is given this answer, once and while it is new. */
  readonly ahead: Ask<'get'>
} = {
  get: askWith('get', getOnce),
  ahead: askWith('get', getAhead),
  post: askWith('post'),
  put: askWith('put'),
  delete: askWith('delete'),
}

type Loose = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  readonly deadlineMs?: number
  readonly keepalive?: boolean
}

// Safe: the server answers by the same route table these types are made of; its tests hold the two together.
function askWith<M extends Method>(method: M, act: Act = send): Ask<M> {
  const ask = (path: string, sent: Loose = {}) => act(method, urlOf(path, sent), sent)
  return ask as unknown as Ask<M>
}

type Answer = Promise<Result<unknown, AnyProblem>>
type Act = (method: Method, url: string, sent: Loose) => Answer

// An answer says what was true when it came: one that lay about for longer is asked for again.
const KEPT_MS = 3000
const askedAhead = new Map<string, Answer>()

function getAhead(method: Method, url: string, sent: Loose): Answer {
  const answer = send(method, url, sent)
  askedAhead.set(url, answer)
  void answer.then(() => setTimeout(() => askedAhead.delete(url), KEPT_MS))
  return answer
}

function getOnce(method: Method, url: string, sent: Loose): Answer {
  const answer = askedAhead.get(url) ?? send(method, url, sent)
  askedAhead.delete(url)
  return answer
}

/** The way out; the pages of who works for a city put something of their own before it (shell/team). */
export const net = { fetch: (url: string, init: RequestInit) => fetch(url, init) }

async function send(method: Method, url: string, sent: Loose): Answer {
  const controller = new AbortController()
  const giveUp = () => controller.abort()
  const deadline = setTimeout(giveUp, sent.deadlineMs ?? DEADLINE_MS)
  sent.signal?.addEventListener('abort', giveUp)
  try {
    const response = await net.fetch(url, requestOf(method, sent, controller.signal))
    return await readAnswer(response)
  } catch {
    return OFFLINE
  } finally {
    clearTimeout(deadline)
    sent.signal?.removeEventListener('abort', giveUp)
  }
}

const OFFLINE: Away = { status: 'away', reason: 'offline', code: undefined, retryAfter: undefined }

function requestOf(method: Method, sent: Loose, signal: AbortSignal): RequestInit {
  const isWrite = method !== 'get'
  const person = isWrite ? shownPerson() : undefined
  return {
    // fetch itself writes these in capitals.
    method,
    signal,
    // B15: on the way back a browser takes stale answers from its cache. The entity tag keeps asking cheap.
    cache: 'no-cache',
    headers: {
      // Refusals are told in the language that is shown, not in the browser's.
      'accept-language': shownLanguage(),
      ...(isWrite && { 'content-type': 'application/json' }),
      ...(person !== undefined && { 'x-person': person }),
      ...(sent.key !== undefined && { 'idempotency-key': sent.key }),
      ...sent.headers,
    },
    ...(isWrite && { body: JSON.stringify(sent.body ?? {}) }),
    ...(sent.keepalive && { keepalive: true }),
  }
}

function urlOf(path: string, { params = {}, query = {} }: Loose): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== '') search.append(name, String(one))
  const text = search.toString()
  return text === '' ? filled : `${filled}?${text}`
}

import { createHash } from 'node:crypto'
import type { Form, WebFile } from '../web/web-files.ts'
import { bestCoding, type Coding } from './content-coding.ts'
import type { Problem } from './problem.ts'
import { type ProblemReader, problemPartsWith } from './problem-parts.ts'
import type { ResponseParts } from './response-parts.ts'

/** What a route answers: `json` is written as JSON, `text` is JSON already or what `mediaType` says. */
export type Reply = {
  readonly status: 200 | 201 | 202 | 204
  readonly json?: unknown
  readonly text?: string
  /** A file that is no text. */
  readonly bytes?: Uint8Array<ArrayBuffer>
  readonly mediaType?: string
  readonly headers?: Readonly<Record<string, string>>
  /** A second cookie; a header's name stands once in `headers`. */
  readonly alsoCookie?: string
  /** Strong entity tag with its quotes; a request that already has it is answered 304. */
  readonly etag?: string
  /** The same answer compressed, best first, each with a tag of its own. */
  readonly coded?: ReadonlyMap<Coding, Form>
}

type Asker = {
  readonly id: string
  readonly ifNoneMatch?: string | undefined
  readonly acceptEncoding?: string | undefined
}

/** The only place that makes a Response, so that none leaves without the header set (H12). */
export type Responder = {
  readonly reply: (reply: Reply, to: Asker) => Response
  readonly replyParts: (reply: Reply, to: Asker) => ResponseParts
  readonly problemParts: (problem: Problem, to: ProblemReader) => ResponseParts
  readonly problem: (problem: Problem, to: ProblemReader) => Response
  readonly page: (html: string, to: { readonly id: string }) => Response
  /** A file of the web app, in the form the request can read. */
  readonly file: (
    file: WebFile,
    to: {
      readonly id: string
      readonly headers: Readonly<Record<string, string>>
      readonly ifNoneMatch: string | undefined
      readonly acceptEncoding: string | undefined
    },
  ) => Response
}

const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// No form is ever sent by the browser itself: one sent before the script runs would put what was typed into the address.
const APP_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "font-src 'none'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

export function createResponder(publicUrl: string, pageStyle: string): Responder {
  const base = baseHeaders(publicUrl)
  const stylePolicy = `style-src 'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`
  const replyParts = replyPartsWith(base)
  const problemParts = problemPartsWith(base, new URL('/docs#', publicUrl).href)
  return {
    replyParts,
    problemParts,
    reply: (reply, to) => responseOf(replyParts(reply, to)),
    problem: (refused, to) => responseOf(problemParts(refused, to)),
    page(html, { id }) {
      const policy = `${DATA_POLICY}; ${stylePolicy}`
      const headers = { ...base, 'request-id': id, 'content-security-policy': policy }
      return new Response(html, {
        status: 200,
        headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
      })
    },
    file({ mediaType, cacheControl, plain, coded }, { id, headers: own, ifNoneMatch, acceptEncoding }) {
      const coding = bestCoding(acceptEncoding, [...coded.keys()])
      const form = (coding && coded.get(coding)) ?? plain
      const headers = {
        ...base,
        ...own,
        'request-id': id,
        'cache-control': cacheControl,
        etag: form.etag,
        ...(mediaType.startsWith('text/html') && { 'content-security-policy': APP_POLICY }),
        ...(coded.size > 0 && { vary: 'accept-encoding' }),
        ...(coding && { 'content-encoding': coding }),
      }
      if (matches(ifNoneMatch, form.etag)) return new Response(null, { status: 304, headers })
      return new Response(form.bytes, { status: 200, headers: { ...headers, 'content-type': mediaType } })
    },
  }
}

type Headers = Readonly<Record<string, string>>

function replyPartsWith(base: Headers): Responder['replyParts'] {
  return (reply, { id, ifNoneMatch, acceptEncoding }) => {
    const {
      status,
      json,
      text,
      bytes,
      mediaType = 'application/json',
      headers,
      alsoCookie,
      etag,
      coded,
    } = reply
    const coding = coded && bestCoding(acceptEncoding, [...coded.keys()])
    const form = coding && coded.get(coding)
    const tag = form?.etag ?? etag
    const common: Record<string, string> = { ...base, 'request-id': id, ...headers }
    if (tag !== undefined) common['etag'] = tag
    if (coded) common['vary'] = 'accept-encoding'
    if (coding) common['content-encoding'] = coding
    if (tag !== undefined && matches(ifNoneMatch, tag)) return { status: 304, headers: common, body: null }
    if (status === 204) return { status, headers: common, body: null }
    common['content-type'] = mediaType
    return { status, headers: common, alsoCookie, body: form?.bytes ?? bytes ?? text ?? JSON.stringify(json) }
  }
}

export function responseOf({ status, headers, alsoCookie, body }: ResponseParts): Response {
  const response = new Response(body, { status, headers })
  if (alsoCookie !== undefined) response.headers.append('set-cookie', alsoCookie)
  return response
}

function baseHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': DATA_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    ...(publicUrl.startsWith('https:') && {
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    }),
  }
}

// RFC 9110 13.1.2: If-None-Match compares weakly, and a proxy may have marked our tag as weak.
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  const tags = ifNoneMatch.split(',').map(tag => tag.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(etag)
}

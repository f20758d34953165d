import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, isIPv6, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '@asaichi/service/new-id.ts'
import { write } from './answer.ts'
import { type OwnCode, problem } from './problem.ts'
import type { Responder } from './responder.ts'

export type HttpServer = { readonly url: string } & AsyncDisposable

// A request has this long to arrive in full, and its headers less: slow senders give their place to others (F35).
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
  // Node's own answer to a missing Host has none of our headers (H12), so we say it.
  requireHostHeader: false,
} as const
const MOST_CONNECTIONS = 10_000
const DRAIN_MS = 5_000

export async function startHttpServer(options: {
  readonly host: string
  readonly port: number
  readonly listener: RequestListener
  readonly responder: Responder
}): Promise<HttpServer> {
  const { host, port, listener, responder } = options
  const refuse = (outgoing: ServerResponse, code: OwnCode) => {
    outgoing.setHeader('connection', 'close')
    write(outgoing, responder.problemParts(problem(code), { id: newId(), acceptLanguage: undefined }))
  }
  const server = createServer({ ...LIMITS }, (incoming, outgoing) => {
    const isNamed = incoming.httpVersion === '1.0' || incoming.headers.host !== undefined
    if (isNamed) listener(incoming, outgoing)
    else refuse(outgoing, 'request-malformed')
  })
  server.on('checkExpectation', (_incoming, outgoing) => refuse(outgoing, 'expectation-failed'))
  server.maxConnections = MOST_CONNECTIONS
  server.on('clientError', (error, socket) => void refuseRaw(responder, error, socket as Socket))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${address.port}`,
    [Symbol.asyncDispose]: () => drain(server),
  }
}

/** Takes no new connection, lets the requests at hand finish, and cuts what is left after five seconds. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = new AbortController()
  await Promise.race([closed, pause(DRAIN_MS, undefined, { signal: cut.signal })])
  cut.abort()
  clearInterval(sweep)
  server.closeAllConnections()
  await closed
}

const RAW_PROBLEMS: Readonly<Record<string, OwnCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

/** What Node cannot parse never becomes a request, so its answer is written by hand, with the same header set. */
async function refuseRaw(responder: Responder, error: Error, socket: Socket): Promise<void> {
  if (!socket.writable) return void socket.destroy()
  const kind = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const unread = problem(RAW_PROBLEMS[kind] ?? 'request-malformed')
  const response = responder.problem(unread, { id: newId(), acceptLanguage: undefined })
  const body = await response.text()
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const length = `content-length: ${Buffer.byteLength(body)}\r\n`
  socket.end(`HTTP/1.1 ${response.status} Refused\r\n${headers}${length}connection: close\r\n\r\n${body}`)
}

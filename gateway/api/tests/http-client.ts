import http from 'node:http'
import net from 'node:net'

export type Answer = {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly text: string
  readonly json: unknown
}

export type Sending = {
  /** Sent as JSON with its media type. */
  readonly json?: unknown
  /** Sent as it is, with no media type of its own. */
  readonly body?: string | Buffer
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
}

const DEADLINE_MS = 10_000

/** One request with exactly the headers given: fetch would add some and forbid others. */
export function send(
  base: string,
  [method, path]: readonly [method: string, path: string],
  { json, body, cookie, headers }: Sending = {},
): Promise<Answer> {
  const data = json === undefined ? body : JSON.stringify(json)
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(base).origin, {
      method,
      path,
      timeout: DEADLINE_MS,
      headers: {
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(cookie !== undefined && { cookie }),
        ...(data !== undefined && { 'content-length': Buffer.byteLength(data) }),
        ...headers,
      },
    })
    request.on('response', response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () => resolve(answerOf(response, Buffer.concat(chunks).toString())))
      response.on('error', reject)
    })
    request.on('timeout', () => request.destroy(new Error('No answer in time')))
    request.on('error', reject)
    request.end(data)
  })
}

/** Bytes as they are on a socket of their own; answers all that came back until the other side closed. */
export function sendRaw(base: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => socket.write(bytes, 'latin1'))
    let received = ''
    socket.setTimeout(DEADLINE_MS, () => socket.destroy(new Error('No answer in time')))
    socket.on('data', chunk => {
      received += chunk.toString()
    })
    socket.on('close', () => resolve(received))
    socket.on('error', error => (received === '' ? reject(error) : resolve(received)))
  })
}

function answerOf(response: http.IncomingMessage, text: string): Answer {
  const isJson = /json/.test(response.headers['content-type'] ?? '')
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  }
}

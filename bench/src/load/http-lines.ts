import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type Answer = { readonly status: number; readonly body: Buffer }

/** Keep-alive HTTP/1.1 connections with one request at a time on each; a request waits for the first free one. */
export type HttpLines = { readonly send: (request: Buffer) => Promise<Answer> } & AsyncDisposable

type Waiting = {
  readonly request: Buffer
  readonly answer: (answer: Answer) => void
  readonly fail: (error: Error) => void
}

const SILENT_MS = 20_000
const HEAD_END = Buffer.from('\r\n\r\n')

/**
 * Bytes in, bytes out: node's own HTTP client would take a good part of two cores for itself and measure the generator.
 */
export async function openHttpLines(url: string, count: number): Promise<HttpLines> {
  const { hostname, port } = new URL(url)
  const waiting: Waiting[] = []
  const idle: Line[] = []
  const lines = await Promise.all(Array.from({ length: count }, () => openLine(hostname, Number(port))))
  const give = (line: Line, { request, answer, fail }: Waiting) =>
    line.send(
      request,
      result => {
        const next = waiting.shift()
        if (next) give(line, next)
        else idle.push(line)
        answer(result)
      },
      fail,
    )
  idle.push(...lines)
  return {
    send: request =>
      new Promise((answer, fail) => {
        const line = idle.pop()
        if (line) give(line, { request, answer, fail })
        else waiting.push({ request, answer, fail })
      }),
    async [Symbol.asyncDispose]() {
      for (const line of lines) line.close()
    },
  }
}

type Line = {
  readonly send: (request: Buffer, answer: (answer: Answer) => void, fail: (error: Error) => void) => void
  readonly close: () => void
}

async function openLine(host: string, port: number): Promise<Line> {
  const socket = connect({ host, port, noDelay: true })
  await once(socket, 'connect')
  let at: { readonly answer: (answer: Answer) => void; readonly fail: (error: Error) => void } | undefined
  let received: Buffer = Buffer.alloc(0)
  const fail = (error: Error) => at?.fail(error)
  socket.setTimeout(SILENT_MS, () => at && socket.destroy(new Error('no answer in time')))
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the connection was closed before the answer')))
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = wholeAnswer(received)
    if (!answer) return
    received = Buffer.alloc(0)
    const { answer: tell } = at ?? {}
    at = undefined
    tell?.(answer)
  })
  return {
    send(request, answer, failed) {
      at = { answer, fail: failed }
      socket.write(request)
    },
    close: () => closeQuietly(socket),
  }
}

function closeQuietly(socket: Socket): void {
  socket.removeAllListeners('close')
  socket.destroy()
}

/** The answer once all of it is there; ours always say how long they are. */
export function wholeAnswer(received: Buffer): Answer | undefined {
  const headEnd = received.indexOf(HEAD_END)
  if (headEnd < 0) return undefined
  const head = received.toString('latin1', 0, headEnd)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer without a content-length: ${head.slice(0, 80)}`)
  const body = received.subarray(headEnd + HEAD_END.length)
  return body.length < Number(length) ? undefined : { status: Number(head.slice(9, 12)), body }
}

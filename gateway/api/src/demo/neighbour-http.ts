import { Agent, type IncomingMessage, request } from 'node:http'
import { CallFault } from '@asaichi/bus/call.ts'
import type { z } from 'zod'

/** Asks one of the demo's helpers over HTTP and parses what it answers; throws `CallFault` where there is no answer to use. */
export type AskHttp = <S extends z.ZodType>(
  url: string,
  answer: S,
  body?: Readonly<Record<string, unknown>>,
) => Promise<z.output<S>>

const DEADLINE_MS = 3_000
const MOST_BYTES = 4 * 1024 * 1024

/** A body makes it a POST. Connections are kept: opening one for each key pressed would cost more than the press. */
export function openNeighbourHttp(): { readonly ask: AskHttp } & Disposable {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  return {
    async ask(url, answer, body) {
      const { status, text } = await exchange(agent, url, body)
      if (status !== 200) throw new CallFault('fault', new URL(url).pathname)
      return answer.parse(JSON.parse(text))
    },
    [Symbol.dispose]: () => agent.destroy(),
  }
}

type Exchanged = { readonly status: number | undefined; readonly text: string }

function exchange(agent: Agent, url: string, body: object | undefined): Promise<Exchanged> {
  const sent = body && Buffer.from(JSON.stringify(body))
  const signal = AbortSignal.timeout(DEADLINE_MS)
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => {
      const kind = signal.aborted ? 'timeout' : 'unavailable'
      reject(new CallFault(kind, new URL(url).pathname, { cause }))
    }
    const asking = request(url, {
      agent,
      signal,
      method: sent ? 'POST' : 'GET',
      headers: sent ? { 'content-type': 'application/json', 'content-length': sent.length } : {},
    })
    asking.on('error', fail)
    asking.on('response', response => {
      textOf(response).then(text => resolve({ status: response.statusCode, text }), fail)
    })
    asking.end(sent)
  })
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Error(`An answer of more than ${MOST_BYTES} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

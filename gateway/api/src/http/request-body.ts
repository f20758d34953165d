import type { IncomingMessage } from 'node:http'
import { type Problem, problem } from './problem.ts'

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem }

const MOST_BYTES = 64 * 1024

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The body as JSON, nothing at all as `{}`; a body above 64 KB is refused before any of it is parsed. */
export async function readJson(incoming: IncomingMessage): Promise<Body> {
  const tooLarge = {
    ok: false,
    problem: problem('body-too-large', { headers: { connection: 'close' } }),
  } as const
  if (Number(incoming.headers['content-length'] ?? 0) > MOST_BYTES) return tooLarge
  const bytes = await collect(incoming)
  if (bytes === 'too-large') return tooLarge
  return bytes === 'cut-off' ? { ok: false, problem: problem('request-malformed') } : parse(bytes)
}

// Leaving an async iteration early would destroy the socket before the refusal is written, so this listens instead.
function collect(incoming: IncomingMessage): Promise<Buffer | 'too-large' | 'cut-off'> {
  return new Promise(resolve => {
    if (incoming.destroyed) return resolve('cut-off')
    const chunks: Buffer[] = []
    let size = 0
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size <= MOST_BYTES) return void chunks.push(chunk)
      incoming.off('data', take)
      resolve('too-large')
    }
    incoming.on('data', take)
    incoming.once('end', () => resolve(Buffer.concat(chunks)))
    incoming.once('error', () => resolve('cut-off'))
    incoming.once('close', () => resolve('cut-off'))
  })
}

function parse(bytes: Buffer): Body {
  if (bytes.length === 0) return { ok: true, value: {} }
  try {
    return { ok: true, value: JSON.parse(decoder.decode(bytes)) }
  } catch {
    return { ok: false, problem: problem('json-malformed') }
  }
}

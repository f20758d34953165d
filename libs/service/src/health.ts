import { createServer } from 'node:http'
import { monotonicMs } from './clock.ts'
import { gauges, metrics } from './metrics.ts'

export type Readiness = () => Promise<boolean> | boolean
/** `starting` until it has begun to serve; `stopping` from the signal to its end. */
export type Life =
  | { readonly is: 'starting' | 'stopping' }
  | { readonly is: 'running'; readonly isReady: Readiness }
export type HealthServer = { readonly port: number } & AsyncDisposable

type Answer = { readonly status: number; readonly body: string; readonly type?: string }

/** Less than the second a probe usually waits. */
const ASK_MS = 800
/** A dependency that is away for a moment would otherwise take every replica out of service at once. */
const HOLD_MS = 15_000

/**
 * `/livez` the event loop turns, `/startupz` it has begun to serve, `/readyz` it can serve, `/metrics`. Liveness never asks a dependency,
 * or a database outage would restart every replica; readiness does, holds for 15 s after its last good answer, and ends
 * at once when the process stops (D28).
 */
export async function startHealth(
  { name, host, port }: { readonly name: string; readonly host: string; readonly port: number },
  lifeNow: () => Life,
): Promise<HealthServer> {
  const isReady = steadily(lifeNow)
  gauges('service_ready', async () => [{ words: [name], value: (await isReady()) ? 1 : 0 }])
  const server = createServer((request, response) => {
    void answer(request.url ?? '/', lifeNow, isReady).then(({ status, body, type }) => {
      response
        .writeHead(status, { 'content-type': type ?? 'text/plain', 'cache-control': 'no-store' })
        .end(body)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

async function answer(url: string, lifeNow: () => Life, isReady: () => Promise<boolean>): Promise<Answer> {
  switch (url) {
    case '/livez':
      return { status: 200, body: 'live' }
    case '/startupz':
      return lifeNow().is === 'starting'
        ? { status: 503, body: 'starting' }
        : { status: 200, body: 'started' }
    case '/readyz':
      return (await isReady()) ? { status: 200, body: 'ready' } : { status: 503, body: 'not ready' }
    case '/metrics':
      return { status: 200, body: await metrics.metrics(), type: metrics.contentType }
    default:
      return { status: 404, body: 'not found' }
  }
}

/** Whether it can serve, or could a moment ago; a process that stops has no such moment. */
export function steadily(lifeNow: () => Life, now = monotonicMs): () => Promise<boolean> {
  let lastGood = Number.NEGATIVE_INFINITY
  return async () => {
    const life = lifeNow()
    if (life.is !== 'running') return false
    if (await within(ASK_MS, life.isReady)) lastGood = now()
    return lifeNow().is === 'running' && now() - lastGood < HOLD_MS
  }
}

async function within(ms: number, isReady: Readiness): Promise<boolean> {
  const late = Promise.withResolvers<false>()
  const timer = setTimeout(() => late.resolve(false), ms)
  try {
    return await Promise.race([isReady(), late.promise])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

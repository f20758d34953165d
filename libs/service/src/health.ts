import { createServer } from 'node:http'
import { metrics } from './metrics.ts'

export type Readiness = () => Promise<boolean> | boolean
export type HealthServer = { readonly port: number } & AsyncDisposable

/** Liveness never asks a dependency, or a database outage would restart every pod; readiness does (D28). */
export async function startHealth(
  { host, port }: { readonly host: string; readonly port: number },
  isReady: Readiness,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/', isReady).then(({ status, body, type }) => {
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

async function answer(
  url: string,
  isReady: Readiness,
): Promise<{ status: number; body: string; type?: string }> {
  if (url === '/health/live') return { status: 200, body: 'live' }
  if (url === '/health/ready')
    return (await ready(isReady)) ? { status: 200, body: 'ready' } : { status: 503, body: 'not ready' }
  if (url === '/metrics') return { status: 200, body: await metrics.metrics(), type: metrics.contentType }
  return { status: 404, body: 'not found' }
}

async function ready(isReady: Readiness): Promise<boolean> {
  try {
    return await isReady()
  } catch {
    return false
  }
}

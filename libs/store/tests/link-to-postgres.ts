import { once } from 'node:events'
import net from 'node:net'
import { onTestFinished } from 'vitest'

/** A TCP link to the database that can turn into a black hole: open, silent, and what was sent meanwhile is gone. */
export type LinkToPostgres = {
  readonly url: string
  readonly swallow: (isBlackHole: boolean) => void
}

export async function linkTo(databaseUrl: string): Promise<LinkToPostgres> {
  const target = new URL(databaseUrl)
  const sockets = new Set<net.Socket>()
  let isBlackHole = false
  const server = net.createServer(near => {
    const far = net.connect(Number(target.port), target.hostname)
    const ends = [near, far]
    for (const socket of ends) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => ends.forEach(each => each.destroy()))
    }
    near.on('data', bytes => void (isBlackHole || far.write(bytes)))
    far.on('data', bytes => void (isBlackHole || near.write(bytes)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const url = new URL(databaseUrl)
  url.port = String(typeof address === 'object' ? address?.port : '')
  return { url: url.href, swallow: next => void (isBlackHole = next) }
}

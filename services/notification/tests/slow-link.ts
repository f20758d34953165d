import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A TCP link to a server on this machine whose answers can be slowed, held back, or lost with the link itself. */
export type SlowLink = {
  readonly port: number
  /** Every answer arrives this much later. */
  readonly delay: (ms: number) => void
  /** Keeps answers back until `release`. */
  readonly hold: () => void
  readonly release: () => void
  /** How many bytes of answers are being kept back. */
  readonly heldBytes: () => number
} & AsyncDisposable

export async function openSlowLink(target: number): Promise<SlowLink> {
  const sockets = new Set<Socket>()
  const kept: (() => void)[] = []
  let delayMs = 0
  let holding = false
  let heldBytes = 0
  const server = createServer(near => {
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket.setNoDelay(true))
      socket.on('error', () => undefined).on('close', () => [near, far].forEach(each => each.destroy()))
    }
    near.on('data', bytes => far.write(bytes))
    far.on('data', bytes => {
      const pass = () => void (near.destroyed || near.write(bytes))
      if (holding) {
        heldBytes += bytes.length
        kept.push(pass)
      } else if (delayMs > 0) setTimeout(pass, delayMs)
      else pass()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the link has no port')
  return {
    port: address.port,
    delay: ms => void (delayMs = ms),
    hold: () => void (holding = true),
    release() {
      holding = false
      heldBytes = 0
      for (const pass of kept.splice(0)) pass()
    },
    heldBytes: () => heldBytes,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

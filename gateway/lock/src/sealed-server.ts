import { readFile, stat } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { createServer, type Server } from 'node:tls'
import type { Log } from '@asaichi/service/log.ts'

/** Where certificate and key lie, as PEM. */
export type Certificate = { readonly cert: string; readonly key: string }

const CHECK_MS = 500
/** Who connects and says nothing is gone as soon as one who has not said who he is. */
const HANDSHAKE_MS = 5_000

/** Speaks with whoever has made a handshake, and follows the files: one that was renewed is shown to who connects next. */
export async function createSealedServer(
  files: Certificate,
  { log, speak }: { readonly log: Log; readonly speak: (socket: Socket) => void },
): Promise<Server> {
  let version = await versionOf(files)
  const shown = { ...(await contentOf(files)), minVersion: 'TLSv1.2' } as const
  const server = createServer({ ...shown, handshakeTimeout: HANDSHAKE_MS }, speak)
  server.on('tlsClientError', err => log.warn({ err }, 'no handshake'))

  async function renew() {
    const found = await versionOf(files)
    if (found === version) return
    server.setSecureContext({ ...(await contentOf(files)), minVersion: 'TLSv1.2' })
    version = found
    log.info('certificate renewed')
  }
  // Polled, because file events are lost on network and container mounts; the last one serves until both files fit.
  const timer = setInterval(() => {
    renew().catch((err: unknown) => log.warn({ err }, 'certificate not usable, keeping the last one'))
  }, CHECK_MS).unref()
  server.once('close', () => clearInterval(timer))
  return server
}

async function contentOf({ cert, key }: Certificate) {
  return { cert: await readFile(cert), key: await readFile(key) }
}

async function versionOf({ cert, key }: Certificate): Promise<string> {
  const found = await Promise.all([stat(cert), stat(key)])
  return found.map(({ mtimeMs, size, ino }) => [mtimeMs, size, ino].join()).join()
}

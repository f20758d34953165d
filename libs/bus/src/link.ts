import { connect, type NatsConnection } from '@nats-io/transport-node'
import { waitAtMost } from './wait-at-most.ts'

/** A connection to NATS that comes back by itself, and says whether it is there now. */
export type Link = {
  readonly connection: NatsConnection
  readonly isConnected: () => boolean
  readonly onReconnect: (listener: () => void) => void
} & AsyncDisposable

const DRAIN_MS = 1_000

/** `absent: 'fail'` is for a person's command; a process of the town waits until NATS is there. */
export async function openLink(setting: {
  readonly url: string
  readonly name: string
  readonly absent?: 'wait' | 'fail'
}): Promise<Link> {
  const connection = await connect({
    servers: setting.url,
    name: setting.name,
    waitOnFirstConnect: setting.absent !== 'fail',
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    pingInterval: 5_000,
    maxPingOut: 2,
    noEcho: false,
    // Otherwise the client captures a stack for every question it asks, which nobody reads.
    noAsyncTraces: true,
  })
  const listeners: (() => void)[] = []
  let connected = true
  void (async () => {
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') connected = false
      if (type !== 'reconnect') continue
      connected = true
      for (const listener of listeners) listener()
    }
  })()
  return {
    connection,
    isConnected: () => connected && !connection.isClosed(),
    onReconnect: listener => void listeners.push(listener),
    async [Symbol.asyncDispose]() {
      // Draining waits for an answer of the server, which may just now go away.
      if (connected) await waitAtMost(DRAIN_MS, connection.drain())
      await connection.close()
    },
  }
}

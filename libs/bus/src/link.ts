import type { BusEnv } from '@asaichi/service/env.ts'
import { gauge } from '@asaichi/service/metrics.ts'
import {
  type ConnectionOptions,
  connect,
  type NatsConnection,
  nkeyAuthenticator,
} from '@nats-io/transport-node'
import type { Party } from './parties.ts'
import { waitAtMost } from './wait-at-most.ts'
import { inboxOf } from './wire.ts'

/** A connection to NATS that comes back by itself, and says whether it is there now. */
export type Link = {
  readonly connection: NatsConnection
  readonly isConnected: () => boolean
  readonly onReconnect: (listener: () => void) => void
  /** Called when the connection is lost, as long as they are in here. */
  readonly whenLost: Set<() => void>
} & AsyncDisposable

const DRAIN_MS = 1_000
const CONNECT_MS = 5_000

export type LinkSetting = {
  readonly nats: BusEnv
  /** Whom NATS knows by the seed in `nats`. */
  readonly party: Party
  readonly absent?: 'wait' | 'fail'
}

/** `absent: 'fail'` is for a person's command; a process of the town waits until NATS is there. */
export async function openLink(setting: LinkSetting): Promise<Link> {
  const waits = setting.absent !== 'fail'
  const connection = await connect({
    ...credentials(setting.nats, setting.party),
    waitOnFirstConnect: waits,
    timeout: CONNECT_MS,
    // A server that does not know us yet may be told of us later, as when a seed is exchanged.
    ignoreAuthErrorAbort: waits,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    pingInterval: 5_000,
    maxPingOut: 2,
    noEcho: false,
    // Otherwise the client captures a stack for every question it asks, which nobody reads.
    noAsyncTraces: true,
  })
  const listeners: (() => void)[] = []
  const whenLost = new Set<() => void>()
  let connected = true
  void (async () => {
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') {
        connected = false
        for (const lost of whenLost) lost()
      }
      if (type !== 'reconnect') continue
      connected = true
      for (const listener of listeners) listener()
    }
  })()
  const isConnected = () => connected && !connection.isClosed()
  gauge('bus_connected', () => (isConnected() ? 1 : 0))
  return {
    connection,
    isConnected,
    onReconnect: listener => void listeners.push(listener),
    whenLost,
    async [Symbol.asyncDispose]() {
      // Draining waits for an answer of the server, which may just now go away.
      if (connected) await waitAtMost(DRAIN_MS, connection.drain())
      await connection.close()
    },
  }
}

const encoder = new TextEncoder()

/** How a party connects: which servers, by what seed, with which inbox, and whether the line is sealed. */
export function credentials(nats: BusEnv, party: Party): ConnectionOptions {
  const { NATS_TLS_CA: caFile, NATS_TLS_CERT: certFile, NATS_TLS_KEY: keyFile } = nats
  return {
    servers: nats.NATS_URL.split(','),
    name: party,
    authenticator: nkeyAuthenticator(encoder.encode(nats.NATS_SEED)),
    inboxPrefix: inboxOf(party),
    ...(caFile !== undefined && {
      tls: { caFile, ...(certFile && { certFile }), ...(keyFile && { keyFile }) },
    }),
  }
}

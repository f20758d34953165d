import { readFileSync } from 'node:fs'

const RECONNECT_MS = 1_000
/** Within so long a connection, a subscription and a document are answered, or they count as refused. */
export const ANSWER_MS = 5_000
const KEEPALIVE_S = 30

/** How a lock and the service connect to a gateway: clean sessions, because the truth is in documents and not in queues. */
export function connection(caFile: string | undefined) {
  return {
    protocolVersion: 4,
    clean: true,
    resubscribe: false,
    keepalive: KEEPALIVE_S,
    connectTimeout: ANSWER_MS,
    ...(caFile !== undefined && { ca: readFileSync(caFile) }),
    reconnectPeriod: RECONNECT_MS,
    // A gateway that turns somebody away may let them in later: a new lock, a changed password. Unless told, mqtt.js gives up for ever.
    reconnectOnConnackError: true,
  } as const
}

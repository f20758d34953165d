import { Socket } from 'node:net'
import { type LockTopic, parseLockTopic } from '@asaichi/contract/lock/topics.ts'
import { ANSWER_MS, connection } from '@asaichi/lock-protocol/connection.ts'
import type { Log } from '@asaichi/service/log.ts'
import { gauge } from '@asaichi/service/metrics.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { connect, type IPublishPacket, type MqttClient } from 'mqtt'
import { withDeadline } from './with-deadline.ts'

export type Said = { readonly topic: LockTopic; readonly payload: Uint8Array }

export type LinkOptions = {
  readonly url: string
  /** Who vouches for the gateway, where the public authorities do not. */
  readonly caFile?: string | undefined
  readonly password: string
  readonly filters: readonly string[]
  readonly log: Log
  /** Before anything is heard on a new connection. */
  readonly prepare: () => Promise<void>
  /** On every connection, once it hears everything. */
  readonly onUp: () => void
  /** One document at a time; a throw ends the connection, because the retained ones are told again on the next. */
  readonly receive: (said: Said) => Promise<void>
}

/** The service's connection to the locks' gateway. Nothing is queued while it is away: what must arrive waits in the database. */
export type GatewayLink = {
  readonly isUp: () => boolean
  /** Settles within 5 s. A taken document proves nothing; the gateway's and the lock's own words do. */
  readonly publish: (topic: string, document: object, options?: { readonly retain: boolean }) => Promise<void>
} & AsyncDisposable

export function connectGateway(options: LinkOptions): GatewayLink {
  const { log } = options
  const client = connect(options.url, {
    ...connection(options.caFile),
    clientId: `cloud-${newId()}`,
    username: 'cloud',
    password: options.password,
  })
  const state = { isUp: false }
  gauge('lock_gateway_up', () => (state.isUp ? 1 : 0))
  client.handleMessage = receiveInTurn(client, options)
  client.on('connect', () => {
    // Nagle's algorithm would hold a cancel back for 40 ms; mqtt.js leaves the stream to us.
    if (client.stream instanceof Socket) client.stream.setNoDelay(true)
    begin(client, options).then(
      () => {
        state.isUp = client.connected
        if (state.isUp) options.onUp()
      },
      (err: unknown) => {
        log.warn({ err }, 'gateway connection not usable')
        client.stream.destroy()
      },
    )
  })
  client.on('close', () => {
    state.isUp = false
  })
  client.on('error', err => log.warn({ err }, 'gateway not reachable'))
  return {
    isUp: () => state.isUp,
    async publish(topic, document, { retain } = { retain: false }) {
      if (!state.isUp) throw new Error('the gateway is not connected')
      await withDeadline(ANSWER_MS, client.publishAsync(topic, JSON.stringify(document), { qos: 1, retain }))
    },
    async [Symbol.asyncDispose]() {
      await withDeadline(ANSWER_MS, client.endAsync(true)).catch(() => undefined)
    },
  }
}

async function begin(client: MqttClient, { filters, prepare }: LinkOptions): Promise<void> {
  await prepare()
  const granted = await withDeadline(ANSWER_MS, client.subscribeAsync([...filters], { qos: 1 }))
  if (granted.some(({ qos }) => qos >= 128)) throw new Error('a subscription was refused')
}

/** Holds the next packet back until this one is in the database. Must not wait for a publish: its answer would be behind it. */
function receiveInTurn(client: MqttClient, { receive, log }: LinkOptions): MqttClient['handleMessage'] {
  async function takeIn(topicName: string, payload: string | Buffer): Promise<void> {
    const topic = parseLockTopic(topicName)
    if (!topic) return
    try {
      await receive({ topic, payload: Buffer.from(payload) })
    } catch (err) {
      log.warn({ err, leaf: topic.leaf }, 'document not taken; connecting anew')
      client.stream.destroy()
    }
  }
  async function handle(packet: IPublishPacket, done: () => void): Promise<void> {
    await takeIn(packet.topic, packet.payload)
    done()
  }
  return (packet, done) => void handle(packet, done)
}

import { Socket } from 'node:net'
import { type LockAddress, type LockLeaf, lockTopic, parseLockTopic } from '@asaichi/contract/lock/topics.ts'
import { ANSWER_MS, connection } from '@asaichi/lock-protocol/connection.ts'
import type { Log } from '@asaichi/service/log.ts'
import { connect, type MqttClient } from 'mqtt'

const HEARS: readonly LockLeaf[] = ['desired', 'cmd', 'sync/res', 'time']

export type LinkOptions = {
  readonly url: string
  /** Who vouches for the gateway, where the public authorities do not. */
  readonly caFile?: string | undefined
  readonly lock: LockAddress
  readonly password: string
  readonly will: object
  readonly log: Log
  readonly onUp: () => void
  readonly onDocument: (leaf: LockLeaf, payload: Uint8Array) => void
}
/** Whose connection it is. */
export type LinkOwner = {
  readonly mqttUrl: string
  readonly caFile?: string | undefined
  readonly site: string
  readonly lockId: string
  readonly password: string
  readonly log: Log
}

/** What a lock connects with; its last word is that this run of it is over. */
export function linkOf(
  { mqttUrl, caFile, site, lockId, password, log }: LinkOwner,
  { boot, at }: { readonly boot: string; readonly at: string },
): Omit<LinkOptions, 'onUp' | 'onDocument'> {
  const will = { state: 'offline', boot, at }
  return { url: mqttUrl, caFile, lock: { site, lock: lockId }, password, will, log }
}

/** The lock's connection to its gateway. */
export type Link = {
  readonly isUp: () => boolean
  /** True once the gateway has taken the document, false when it did not within 5 s. */
  readonly publish: (leaf: LockLeaf, document: object, retain?: boolean) => Promise<boolean>
  /** As if the cable were pulled. */
  readonly cut: () => Promise<void>
  readonly mend: () => void
} & AsyncDisposable

export function openLink(options: LinkOptions): Link {
  const { lock, log } = options
  const client = connect(options.url, {
    ...connection(options.caFile),
    clientId: lock.lock,
    username: lock.lock,
    password: options.password,
    will: {
      topic: lockTopic(lock, 'presence'),
      payload: Buffer.from(JSON.stringify(options.will)),
      qos: 1,
      retain: true,
    },
  })
  let isUp = false
  client.on('connect', () => {
    // Nagle's algorithm holds small packets back; mqtt.js leaves the stream to us.
    if (client.stream instanceof Socket) client.stream.setNoDelay(true)
    void subscribe(client, options).then(subscribed => {
      isUp = subscribed
      if (subscribed) options.onUp()
    })
  })
  client.on('close', () => {
    isUp = false
  })
  client.on('message', (topic, payload) => {
    const parsed = parseLockTopic(topic)
    if (parsed?.of === 'lock') options.onDocument(parsed.leaf, payload)
  })
  client.on('error', err => log.warn({ err }, 'gateway not reachable'))
  return {
    isUp: () => isUp,
    async publish(leaf, document, retain = false) {
      if (!isUp) return false
      const sent = client.publishAsync(lockTopic(lock, leaf), JSON.stringify(document), { qos: 1, retain })
      return settledInTime(sent)
    },
    cut: async () => void (await settledInTime(client.endAsync(true))),
    mend: () => void client.reconnect(),
    async [Symbol.asyncDispose]() {
      await settledInTime(client.endAsync())
    },
  }
}

async function subscribe(client: MqttClient, { lock, log }: LinkOptions): Promise<boolean> {
  const subscribed = await settledInTime(
    client.subscribeAsync(
      HEARS.map(leaf => lockTopic(lock, leaf)),
      { qos: 1 },
    ),
  )
  if (!subscribed) log.warn('subscription not answered')
  return subscribed
}

// mqtt.js never settles a publish that the broker refused by closing the connection, so every wait has this end.
async function settledInTime(work: Promise<unknown>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), ANSWER_MS)
  const settled = work.then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([settled, late])
  } finally {
    clearTimeout(timer)
  }
}

import {
  type Desired,
  EventAck,
  everyLock,
  type LockAddress,
  LockEvent,
  type LockLeaf,
  lockTopic,
  parseLockTopic,
  readDocument,
} from '@asaichi/contract/lock/topics.ts'
import { setDigest } from '@asaichi/lock-protocol/digest.ts'
import { keyedHash, sealCode } from '@asaichi/lock-protocol/envelope.ts'
import { connect } from 'mqtt'
import type { z } from 'zod'

const HEARS = ['held', 'reported', 'about', 'presence', 'event', 'cmd/res'] as const satisfies LockLeaf[]

/** The lock service's side of the gateway, with everything that was said since it was opened. */
export type Cloud = {
  readonly say: (leaf: LockLeaf, document: object) => Promise<void>
  /** The documents of one leaf that have its shape, oldest first. */
  readonly heard: <S extends z.ZodType>(leaf: LockLeaf, schema: S) => readonly z.output<S>[]
  /** Every message of the lock as it stood on the wire. */
  readonly messages: readonly { readonly leaf: LockLeaf; readonly text: string; readonly bytes: Uint8Array }[]
} & AsyncDisposable

export async function openCloud(
  url: string,
  { address, password }: { readonly address: LockAddress; readonly password: string },
): Promise<Cloud> {
  const client = connect(url, {
    protocolVersion: 4,
    clientId: 'cloud-conformance',
    username: 'cloud',
    password,
    clean: true,
    resubscribe: false,
    reconnectPeriod: 200,
    reconnectOnConnackError: true,
  })
  client.on('error', () => {})
  const messages: { leaf: LockLeaf; text: string; bytes: Uint8Array }[] = []
  const say: Cloud['say'] = async (leaf, document) => {
    await client.publishAsync(lockTopic(address, leaf), JSON.stringify(document), { qos: 1 })
  }
  client.on('message', (topic, bytes) => {
    const parsed = parseLockTopic(topic)
    if (parsed?.of !== 'lock' || parsed.lock !== address.lock) return
    messages.push({ leaf: parsed.leaf, text: bytes.toString('utf8'), bytes })
    const event = parsed.leaf === 'event' ? readDocument(LockEvent, bytes) : undefined
    if (event)
      void say('event/ack', EventAck.parse({ boot: event.boot, seq: event.seq })).catch(() => undefined)
  })
  // On each connection: the gateway goes and comes back while a device is tried.
  await new Promise<void>(resolve => {
    client.on('connect', () => {
      const topics = HEARS.map(leaf => everyLock(leaf))
      void client.subscribeAsync(topics, { qos: 1 }).then(
        () => resolve(),
        () => undefined,
      )
    })
  })
  return {
    say,
    messages,
    heard: (leaf, schema) =>
      messages
        .filter(message => message.leaf === leaf)
        .flatMap(({ bytes }) => readDocument(schema, bytes) ?? []),
    async [Symbol.asyncDispose]() {
      await client.endAsync(true).catch(() => undefined)
    },
  }
}

export type CodeSpec = {
  readonly id: string
  readonly digits: string
  readonly kind?: Desired['codes'][number]['kind']
  readonly windows: Desired['codes'][number]['windows']
}
export type SetSpec = { readonly rev: number; readonly epoch: number; readonly codes: readonly CodeSpec[] }

/** A set as the lock service makes it: sealed for this lock, with the digest both ends compute. */
export function setOf(
  { lock, key }: { readonly lock: string; readonly key: Uint8Array },
  { rev, epoch, codes }: SetSpec,
): Desired {
  const entries = codes.map(({ id, digits, kind = 'guest', windows }) => ({
    id,
    kind,
    windows: [...windows],
    len: digits.length,
    ct: sealCode(key, { lockId: lock, epoch, codeId: id }, digits),
    hash: keyedHash(key, digits),
  }))
  return {
    rev,
    epoch,
    digest: setDigest(entries),
    issuedAt: new Date().toISOString(),
    notAfter: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    zone: 'Asia/Tokyo',
    codes: entries.map(({ hash: _hash, ...code }) => code),
  }
}

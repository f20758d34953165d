import { randomUUID } from 'node:crypto'
import type { Log } from '@asaichi/service/log.ts'
import { connect, type MqttClient } from 'mqtt'
import { z } from 'zod'
import { type Frame, readFrame } from './zcl.ts'

const ANSWER_MS = 15_000

const Devices = z.array(
  z.looseObject({
    ieee_address: z.string(),
    network_address: z.int(),
    friendly_name: z.string(),
    interview_completed: z.boolean().optional(),
    software_build_id: z.string().optional(),
    definition: z.looseObject({ model: z.string() }).nullish(),
    endpoints: z.record(
      z.string(),
      z.looseObject({ clusters: z.looseObject({ input: z.array(z.string()) }) }),
    ),
  }),
)
export type Device = z.output<typeof Devices>[number]

const Answer = z.looseObject({
  transaction: z.string(),
  status: z.enum(['ok', 'error']),
  data: z
    .looseObject({ data: z.looseObject({ data: z.array(z.int().min(0).max(255)) }).optional() })
    .optional(),
})

/** One command to one lock's door lock cluster. */
export type Request = { readonly command: string; readonly payload: object; readonly isGlobal?: boolean }
export type ZigbeeBus = {
  readonly isUp: () => boolean
  readonly device: (ieee: string) => Device | undefined
  /** The lock's own answer; undefined when there was none in time. */
  readonly ask: (ieee: string, request: Request) => Promise<Frame | undefined>
  /** What zigbee2mqtt says of a lock, by its address; retained messages are old news and left out. */
  readonly onNews: (listener: (ieee: string, leaf: string, text: string) => void) => void
  /** When zigbee2mqtt names a lock: at first, after its broker was away, and when something about it has changed. */
  readonly onListed: (listener: (ieee: string) => void) => void
} & AsyncDisposable

export type ZigbeeBusOptions = {
  readonly url: string
  readonly user?: string | undefined
  readonly password?: string | undefined
  readonly topic: string
  readonly log: Log
}

/** The way to a lock that answers: zigbee2mqtt's raw action. On the topic for codes nobody says when a lock refuses one. */
export async function openZigbeeBus({ topic, log, ...broker }: ZigbeeBusOptions): Promise<ZigbeeBus> {
  const client = clientOf(broker)
  const waiting = new Map<string, (frame: Frame | undefined) => void>()
  const listeners: ((ieee: string, leaf: string, text: string) => void)[] = []
  const listedTo: ((ieee: string) => void)[] = []
  let devices: readonly Device[] = []
  const list = (found: readonly Device[]) => {
    devices = found
    for (const { ieee_address: ieee } of found) for (const listener of listedTo) listener(ieee)
  }
  client.on('error', () => log.warn('zigbee2mqtt’s broker not reachable'))
  client.on('connect', () => void client.subscribeAsync(`${topic}/#`, { qos: 0 }).catch(() => undefined))
  client.on('message', (full, bytes, { retain }) => {
    const leaf = full.slice(topic.length + 1)
    if (leaf === 'bridge/devices') list(parsed(Devices, bytes) ?? devices)
    if (leaf === 'bridge/response/action') settle(waiting, parsed(Answer, bytes))
    if (retain || leaf.startsWith('bridge/')) return
    for (const device of devices) {
      if (leaf !== device.friendly_name && !leaf.startsWith(`${device.friendly_name}/`)) continue
      const rest = leaf.slice(device.friendly_name.length + 1)
      for (const listener of listeners) listener(device.ieee_address, rest, bytes.toString('utf8'))
    }
  })
  const deviceOf = (ieee: string) => devices.find(each => each.ieee_address === ieee)
  return {
    isUp: () => client.connected,
    device: deviceOf,
    async ask(ieee, request) {
      const device = deviceOf(ieee)
      if (!device || !client.connected) return undefined
      const transaction = randomUUID()
      const answer = Promise.withResolvers<Frame | undefined>()
      const timer = setTimeout(() => answer.resolve(undefined), ANSWER_MS)
      waiting.set(transaction, answer.resolve)
      client.publish(`${topic}/bridge/request/action`, JSON.stringify(actionOf(device, transaction, request)))
      try {
        return await answer.promise
      } finally {
        clearTimeout(timer)
        waiting.delete(transaction)
      }
    },
    onNews: listener => void listeners.push(listener),
    onListed: listener => void listedTo.push(listener),
    async [Symbol.asyncDispose]() {
      for (const resolve of waiting.values()) resolve(undefined)
      await client.endAsync(true).catch(() => undefined)
    },
  }
}

function clientOf({ url, user, password }: Pick<ZigbeeBusOptions, 'url' | 'user' | 'password'>): MqttClient {
  return connect(url, {
    protocolVersion: 4,
    clean: true,
    reconnectOnConnackError: true,
    // What waits in a queue would be carried out when nobody wants it any more.
    queueQoSZero: false,
    ...(user !== undefined && { username: user }),
    ...(password !== undefined && { password }),
  })
}

function actionOf(
  device: Device,
  transaction: string,
  { command, payload, isGlobal = false }: Request,
): object {
  return {
    action: 'raw',
    transaction,
    params: {
      ieee_address: device.ieee_address,
      network_address: device.network_address,
      dst_endpoint: endpointOf(device),
      cluster_key: 'closuresDoorLock',
      zcl: { frame_type: isGlobal ? 0 : 1, direction: 0, command_key: command, payload },
    },
  }
}

function endpointOf({ endpoints }: Device): number {
  const found = Object.entries(endpoints).find(each => each[1].clusters.input.includes('closuresDoorLock'))
  return Number(found?.[0] ?? 1)
}

function settle(
  waiting: ReadonlyMap<string, (frame: Frame | undefined) => void>,
  answer: z.output<typeof Answer> | undefined,
): void {
  if (!answer) return
  const bytes = answer.status === 'ok' ? answer.data?.data?.data : undefined
  waiting.get(answer.transaction)?.(bytes && readFrame(Uint8Array.from(bytes)))
}

function parsed<S extends z.ZodType>(schema: S, bytes: Uint8Array): z.output<S> | undefined {
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data
  } catch {
    return undefined
  }
}

import type { Event, Service } from '@asaichi/contract/define.ts'
import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamInfo,
} from '@nats-io/jetstream'
import { nanos } from '@nats-io/transport-node'
import { factsOf, type Heard, producerOf } from './parties.ts'

/** How long a fact, and all behind it, waits for a listener that was killed or an acknowledgement that was lost with the server. */
export const ACK_WAIT_MS = 1_500

const DAY_MS = 86_400_000
const EXISTS_OTHERWISE: readonly number[] = [10058, 10148]

export function streamOf(service: Service): string {
  return service.toUpperCase()
}

/** Binds `<service>.event.>` only: a stream that also caught `call` would answer callers with JetStream's own acknowledgement. */
export async function ensureStream(
  manager: JetStreamManager,
  service: Service,
  replicas = 1,
): Promise<StreamInfo> {
  const config = {
    name: streamOf(service),
    subjects: [`${service}.event.>`],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    max_age: nanos(14 * DAY_MS),
    // Reserved at creation: all streams together must fit the server's file store, or the last ones are refused.
    max_bytes: 256_000_000,
    duplicate_window: nanos(120_000),
    num_replicas: replicas,
  }
  return await unlessSetUpBefore(
    () => manager.streams.add(config),
    () => manager.streams.update(config.name, config),
  )
}

/**
 * One durable consumer for each pair of listener and producer. At most one fact is under way: several would reach two
 * replicas side by side, and after a kill the unacknowledged ones would come behind newer ones.
 */
export async function ensureConsumer(
  manager: JetStreamManager,
  heard: Heard,
  listener: Service,
): Promise<void> {
  const from = producerOf(heard)
  const subjects = factsOf(heard).map(anyVersionOf)
  const one = subjects.length === 1 ? subjects[0] : undefined
  const config = {
    // Both are said: what an update leaves out stays as it was, and a server refuses a consumer that has the one and the other.
    filter_subject: one ?? '',
    filter_subjects: one === undefined ? [...subjects] : [],
    durable_name: listener,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(ACK_WAIT_MS),
    max_ack_pending: 1,
    max_deliver: -1,
  }
  await unlessSetUpBefore(
    () => manager.consumers.add(streamOf(from), config),
    () => manager.consumers.update(streamOf(from), listener, config),
  )
}

/** Also those that are not known yet, so that they are kept for a later release instead of never being seen. */
function anyVersionOf({ subject }: Event): string {
  return subject.replace(/\.v\d+$/, '.*')
}

// A release that sets something up differently finds the one of the release before.
async function unlessSetUpBefore<T>(create: () => Promise<T>, change: () => Promise<T>): Promise<T> {
  try {
    return await create()
  } catch (error) {
    if (!(error instanceof JetStreamApiError && EXISTS_OTHERWISE.includes(error.code))) throw error
    return await change()
  }
}

import type { Service } from '@asaichi/contract/define.ts'
import {
  AckPolicy,
  DeliverPolicy,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream'
import { nanos } from '@nats-io/transport-node'

const DAY_MS = 86_400_000

export function streamOf(service: Service): string {
  return service.toUpperCase()
}

/** Binds `<service>.event.>` only: a stream that also caught `call` would answer callers with JetStream's own acknowledgement. */
export async function ensureStream(manager: JetStreamManager, service: Service): Promise<void> {
  await manager.streams.add({
    name: streamOf(service),
    subjects: [`${service}.event.>`],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    max_age: nanos(14 * DAY_MS),
    // Reserved at creation: all streams together must fit the server's file store, or the last ones are refused.
    max_bytes: 256_000_000,
    duplicate_window: nanos(120_000),
    num_replicas: 1,
  })
}

/** One durable consumer for each pair of listener and producer, so that a producer's facts arrive in their order. */
export async function ensureConsumer(
  manager: JetStreamManager,
  from: Service,
  listener: Service,
): Promise<void> {
  await manager.consumers.add(streamOf(from), {
    durable_name: listener,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(30_000),
    max_ack_pending: 64,
    max_deliver: -1,
  })
}

import type { GatewayTime } from '@asaichi/contract/lock/topics.ts'
import type { Clock } from '@asaichi/service/clock.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Devices } from './devices.ts'
import type { Documents } from './documents.ts'
import type { EventForwarder } from './event-forwarder.ts'
import type { Publish } from './publisher.ts'
import type { Turns } from './turns.ts'

export type Context = {
  readonly clock: Clock
  readonly log: Log
  readonly devices: Devices
  readonly documents: Documents
  readonly events: EventForwarder
  readonly publish: Publish
  /** One document of a lock at a time, so that two revisions are compared with what is on the disk. */
  readonly inTurn: Turns
  /** Takes the town's clock from `cloud`; a real clock stays as it is. */
  readonly followClock: (time: GatewayTime) => Promise<void>
}

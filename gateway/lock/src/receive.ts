import { LockAbout } from '@asaichi/contract/lock/lock-about.ts'
import {
  Command,
  CommandResult,
  Credential,
  EventAck,
  GatewayTime,
  type LockAddress,
  LockEvent,
  type LockLeaf,
  lockTopic,
  Presence,
  Reported,
  readDocument,
  Sync,
  type SyncAnswer,
} from '@asaichi/contract/lock/topics.ts'
import type { z } from 'zod'
import type { Said } from './broker.ts'
import type { Context } from './context.ts'
import { publishDesired, takeDesired } from './take-desired.ts'
import { serverTimeOf } from './town-clock.ts'

const COMMAND_LIFE_MS_MAX = 30_000

export type Receipt = 'taken' | 'malformed'

/** What the gateway does with each document, by topic; who may say what was settled before. */
export async function receive(context: Context, { topic, payload }: Said): Promise<Receipt> {
  if (topic.of === 'lock') return receiveFromBranch(context, topic, payload)
  const time = readDocument(GatewayTime, payload)
  if (!time) return 'malformed'
  await context.followClock(time)
  return 'taken'
}

async function receiveFromBranch(
  context: Context,
  topic: LockAddress & { readonly leaf: LockLeaf },
  payload: Uint8Array,
): Promise<Receipt> {
  const take = <S extends z.ZodType>(schema: S, verb: Verb<z.output<S>>) =>
    readAnd(payload, schema, document => verb(context, topic, document))
  switch (topic.leaf) {
    case 'desired':
      await takeDesired(context, topic, payload)
      return 'taken'
    case 'credential':
      return take(Credential, ({ devices }, { site, lock }, credential) =>
        devices.tell({ site, lock, ...credential }),
      )
    case 'reported':
      return take(Reported, keepReported)
    case 'about':
      return take(LockAbout, keepAbout)
    case 'presence':
      return take(Presence, keepPresence)
    case 'event':
      return take(LockEvent, ({ events }, lock, event) => events.keep(lock, event))
    case 'event/ack':
      return take(EventAck, ({ events }, lock, ack) => events.acknowledge(lock, ack))
    case 'sync':
      return take(Sync, answerSync)
    case 'cmd':
      return take(Command, sendCommand)
    case 'cmd/res':
      return take(CommandResult, ({ publish }, lock, result) => publish(lockTopic(lock, 'cmd/res'), result))
    // Only the gateway says these.
    case 'held':
    case 'sync/res':
    case 'time':
      return 'malformed'
  }
}

type Verb<T> = (context: Context, lock: LockAddress, document: T) => Promise<void>

async function readAnd<S extends z.ZodType>(
  payload: Uint8Array,
  schema: S,
  verb: (document: z.output<S>) => Promise<void>,
): Promise<Receipt> {
  const document = readDocument(schema, payload)
  if (document === undefined) return 'malformed'
  await verb(document)
  return 'taken'
}

function keepReported(context: Context, lock: LockAddress, reported: Reported): Promise<void> {
  return context.inTurn(`reported/${lock.lock}`, async () => {
    await context.documents.reported.put(lock, reported)
    await context.publish(lockTopic(lock, 'reported'), reported, { retain: true })
  })
}

function keepAbout(context: Context, lock: LockAddress, about: LockAbout): Promise<void> {
  return context.inTurn(`about/${lock.lock}`, async () => {
    await context.documents.about.put(lock, about)
    await context.publish(lockTopic(lock, 'about'), about, { retain: true })
  })
}

function keepPresence(context: Context, lock: LockAddress, said: Presence): Promise<void> {
  return context.inTurn(`presence/${lock.lock}`, async () => {
    const known = context.documents.presence.get(lock)
    // MQTT orders messages within a topic of one sender only, so an old run's will may come after the new run's birth.
    if (said.state === 'offline' && known?.state === 'online' && known.boot !== said.boot) return
    // A will was written when the lock connected, and a birth often before the lock knew the time.
    const presence = { ...said, at: context.clock.now() }
    await context.documents.presence.put(lock, presence)
    await context.publish(lockTopic(lock, 'presence'), presence, { retain: true })
  })
}

/** From the disk, so that a lock is served while `cloud` is away. */
async function answerSync(context: Context, lock: LockAddress, have: Sync): Promise<void> {
  const held = context.documents.desired.get(lock)
  const isSame =
    held?.rev === have.haveRev && held.epoch === have.haveEpoch && held.digest === have.haveDigest
  if (held && !isSame) await publishDesired(context, lock, held)
  const answer: SyncAnswer = {
    status: held ? (isSame ? 'same' : 'sent') : 'none',
    ...serverTimeOf(context.clock),
  }
  await context.publish(lockTopic(lock, 'sync/res'), answer)
}

async function sendCommand(
  { clock, log, publish }: Context,
  lock: LockAddress,
  command: Command,
): Promise<void> {
  const lifeMs = Date.parse(command.expiresAt) - Date.parse(clock.now())
  if (lifeMs <= 0 || lifeMs > COMMAND_LIFE_MS_MAX) {
    log.warn({ lock: lock.lock, type: command.type }, 'command refused: not within its 30 seconds')
    return
  }
  await publish(lockTopic(lock, 'cmd'), command)
}

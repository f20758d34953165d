import { isTransient } from '@asaichi/bus/transient.ts'
import { LockAbout } from '@asaichi/contract/lock/lock-about.ts'
import {
  Held,
  type LockAddress,
  LockEvent,
  type LockLeaf,
  lockTopic,
  Presence,
  Reported,
  readDocument,
} from '@asaichi/contract/lock/topics.ts'
import { z } from 'zod'
import type { Context, SecretWork } from '../context.ts'
import { takeAbout } from '../verbs/take-about.ts'
import { takeEvent } from '../verbs/take-event.ts'
import { takeHeld } from '../verbs/take-held.ts'
import { takePresence } from '../verbs/take-presence.ts'
import { takeReported } from '../verbs/take-reported.ts'
import type { GatewayLink, Said } from './gateway-link.ts'
import { inTraceOfSet } from './in-trace-of-set.ts'

/** What is heard of every lock. */
export const HEARD: readonly LockLeaf[] = ['held', 'reported', 'about', 'presence', 'event']

type Listening = Pick<Context, 'db' | 'secrets' | 'log'> & {
  readonly publish: GatewayLink['publish']
}

/** The edge to the locks: one line per document. Throws only where trying again can help. */
export async function receive(listening: Listening, { topic, payload }: Said): Promise<void> {
  if (topic.of !== 'lock') return
  try {
    await take(listening, topic, payload)
  } catch (err) {
    if (isTransient(err)) throw err
    listening.log.error({ err, lock: topic.lock, leaf: topic.leaf }, 'document not usable')
  }
}

async function take(
  listening: Listening,
  topic: LockAddress & { readonly leaf: LockLeaf },
  payload: Uint8Array,
): Promise<void> {
  const { db, secrets, log } = listening
  const apply = async <S extends z.ZodType>(
    schema: S,
    verb: (work: SecretWork, lock: LockAddress, document: z.output<S>) => Promise<void>,
  ) => {
    const document = readDocument(schema, payload)
    if (document === undefined) log.warn({ lock: topic.lock, leaf: topic.leaf }, 'document not readable')
    else
      await inTraceOfSet(
        db,
        { name: `heard ${topic.leaf}`, kind: 'consumer', lock: topic.lock, rev: revOf(document) },
        () => db.transaction().execute(tx => verb({ tx, secrets }, topic, document)),
      )
  }
  if (topic.leaf === 'held') await apply(Held, takeHeld)
  if (topic.leaf === 'reported') await apply(Reported, takeReported)
  if (topic.leaf === 'about') await apply(LockAbout, ({ tx }, lock, about) => takeAbout(tx, lock, about))
  if (topic.leaf === 'presence') await apply(Presence, ({ tx }, lock, said) => takePresence(tx, lock, said))
  if (topic.leaf === 'event') {
    await apply(LockEvent, ({ tx }, lock, event) => takeEvent(tx, lock, event))
    acknowledge(listening, topic, readDocument(LockEvent, payload))
  }
}

const OfSet = z.object({ rev: z.int().min(1) })

/** The set that a document is about, if it is about one. */
function revOf(document: unknown): number | undefined {
  return OfSet.safeParse(document).data?.rev
}

/** After the commit; a lost acknowledgement brings the event again, and it is known then. */
function acknowledge({ publish, log }: Listening, lock: LockAddress, event: LockEvent | undefined): void {
  if (!event) return
  const { boot, seq } = event
  publish(lockTopic(lock, 'event/ack'), { boot, seq }).catch((err: unknown) =>
    log.warn({ err, lock: lock.lock }, 'event not acknowledged'),
  )
}

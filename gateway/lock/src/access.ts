import {
  type LockAddress,
  type LockLeaf,
  type LockTopic,
  parseLockTopic,
  TOPIC_ROOT,
} from '@asaichi/contract/lock/topics.ts'

/** Whom a connection belongs to, from its credential alone. */
export type Identity =
  | ({ readonly role: 'lock'; readonly passwordHash: string } & LockAddress)
  | { readonly role: 'cloud' }

const LOCK_SAYS: readonly LockLeaf[] = ['reported', 'about', 'presence', 'event', 'sync', 'cmd/res']
const LOCK_RETAINS: readonly LockLeaf[] = ['reported', 'about', 'presence']
const LOCK_HEARS: readonly LockLeaf[] = ['desired', 'cmd', 'sync/res', 'time']
const CLOUD_SAYS: readonly LockLeaf[] = ['desired', 'credential', 'cmd', 'event/ack']

/** The topic a connection may publish to, or undefined; wills are held to the same rule. */
export function publishable(
  identity: Identity,
  { topic, retain }: { readonly topic: string; readonly retain: boolean },
): LockTopic | undefined {
  const parsed = parseLockTopic(topic)
  if (!parsed) return undefined
  return maySay(identity, parsed, retain) ? parsed : undefined
}

function maySay(identity: Identity, topic: LockTopic, retain: boolean): boolean {
  if (identity.role === 'cloud') {
    if (topic.of === 'gateway') return topic.leaf === 'time' && !retain
    return CLOUD_SAYS.includes(topic.leaf) && (!retain || topic.leaf === 'desired')
  }
  if (topic.of === 'gateway' || !isOwn(identity, topic)) return false
  return LOCK_SAYS.includes(topic.leaf) && (!retain || LOCK_RETAINS.includes(topic.leaf))
}

/** A lock hears exactly its own topics, by name; `cloud` hears any part of the protocol. */
export function maySubscribe(identity: Identity, filter: string): boolean {
  return identity.role === 'cloud' ? filter.startsWith(`${TOPIC_ROOT}/`) : mayReceive(identity, filter)
}

/** Asked again for every packet on its way out, so that no retained or queued one slips past the subscription's check. */
export function mayReceive(identity: Identity, topic: string): boolean {
  const parsed = parseLockTopic(topic)
  if (!parsed) return false
  if (identity.role === 'cloud') return true
  return parsed.of === 'lock' && isOwn(identity, parsed) && LOCK_HEARS.includes(parsed.leaf)
}

function isOwn(identity: LockAddress, topic: LockAddress): boolean {
  return identity.site === topic.site && identity.lock === topic.lock
}

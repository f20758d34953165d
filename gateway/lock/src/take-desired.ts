import {
  Desired,
  type Held,
  type LockAddress,
  lockTopic,
  readDocument,
  type SetRefusal,
} from '@asaichi/contract/lock/topics.ts'
import { applyDesired } from '@asaichi/lock-protocol/lock-set.ts'
import type { Context } from './context.ts'

/** A set from `cloud`: on the disk first, then to the lock, then `held`; one that may not replace the held set is refused. */
export function takeDesired(context: Context, lock: LockAddress, payload: Uint8Array): Promise<void> {
  return context.inTurn(`desired/${lock.lock}`, async () => {
    const desired = readDocument(Desired, payload)
    if (context.devices.find(lock.lock)?.site !== lock.site)
      return refuseSet(context, lock, { reason: 'unknown-lock', rev: desired?.rev ?? null })
    if (!desired) return refuseSet(context, lock, { reason: 'malformed', rev: null })
    const decision = applyDesired(context.documents.desired.get(lock), desired)
    if (decision.status === 'refused')
      return refuseSet(context, lock, { reason: decision.reason, rev: desired.rev })
    if (decision.status === 'apply') {
      await context.documents.desired.put(lock, desired)
      await publishDesired(context, lock, desired)
    }
    await publishHeld(context, lock, desired)
  })
}

/** The held set for the lock, retained, as at the start of the gateway. */
export async function publishDesired(context: Context, lock: LockAddress, desired: Desired): Promise<void> {
  await context.publish(lockTopic(lock, 'desired'), desired, { retain: true })
}

export async function publishHeld(context: Context, lock: LockAddress, desired: Desired): Promise<void> {
  const { rev, epoch, digest } = desired
  const held: Held = { status: 'held', rev, epoch, digest, at: context.clock.now() }
  await context.publish(lockTopic(lock, 'held'), held, { retain: true })
}

async function refuseSet(
  { publish, clock, log }: Context,
  lock: LockAddress,
  { reason, rev }: { readonly reason: SetRefusal; readonly rev: number | null },
): Promise<void> {
  log.warn({ lock: lock.lock, reason, rev }, 'set refused')
  const refused: Held = { status: 'refused', reason, rev, at: clock.now() }
  await publish(lockTopic(lock, 'held'), refused)
}

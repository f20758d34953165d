import type { Desired, Reported } from '@asaichi/contract/lock/topics.ts'
import {
  applyDesired,
  type LockIdentity,
  type OpenedSet,
  openDesired,
} from '@asaichi/lock-protocol/lock-set.ts'
import type { LockStore } from './lock-store.ts'

/** The codes the lock judges by, and the last set it would not take. */
export type CodeSet = {
  readonly current: () => OpenedSet | undefined
  /** The same as it came, its codes sealed. */
  readonly document: () => Desired | undefined
  readonly refused: () => Reported['refused']
  /** On the disk before it is used; a refused set leaves everything as it was. */
  readonly take: (desired: Desired) => Promise<'applied' | 'same' | 'refused'>
  /** What the keypad can hold has changed. */
  readonly fitAgain: () => Promise<void>
  readonly forget: () => void
}

/** `fit` leaves out what the lock cannot hold. */
export async function openCodeSet(
  identity: LockIdentity,
  store: LockStore,
  fit: (opened: OpenedSet, desired: Desired) => OpenedSet,
): Promise<CodeSet> {
  const restored = async () => {
    const desired = await store.desired()
    const opened = desired && openDesired(identity, desired)
    return desired && opened?.digest === desired.digest
      ? { opened: fit(opened, desired), document: desired }
      : undefined
  }
  let current = await restored()
  let refused: Reported['refused'] = null
  return {
    current: () => current?.opened,
    document: () => current?.document,
    refused: () => refused,
    async take(desired) {
      const { rev, epoch } = desired
      const decision = applyDesired(current?.opened, desired)
      if (decision.status === 'same') return 'same'
      if (decision.status === 'refused') {
        refused = { rev, epoch, reason: decision.reason }
        return 'refused'
      }
      const opened = openDesired(identity, desired)
      if (opened.digest !== desired.digest) {
        refused = { rev, epoch, reason: 'digest-mismatch' }
        return 'refused'
      }
      await store.keepDesired(desired)
      current = { opened: fit(opened, desired), document: desired }
      refused = null
      return 'applied'
    },
    async fitAgain() {
      if (current) current = await restored()
    },
    forget() {
      current = undefined
      refused = null
    },
  }
}

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
  readonly refused: () => Reported['refused']
  /** On the disk before it is used; a refused set leaves everything as it was. */
  readonly take: (desired: Desired) => Promise<'applied' | 'same' | 'refused'>
  readonly forget: () => void
}

export async function openCodeSet(identity: LockIdentity, store: LockStore): Promise<CodeSet> {
  let current = await restore(identity, store)
  let refused: Reported['refused'] = null
  return {
    current: () => current,
    refused: () => refused,
    async take(desired) {
      const { rev, epoch } = desired
      const decision = applyDesired(current, desired)
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
      current = opened
      refused = null
      return 'applied'
    },
    forget() {
      current = undefined
      refused = null
    },
  }
}

async function restore(identity: LockIdentity, store: LockStore): Promise<OpenedSet | undefined> {
  const desired = await store.desired()
  const opened = desired && openDesired(identity, desired)
  return opened?.digest === desired?.digest ? opened : undefined
}

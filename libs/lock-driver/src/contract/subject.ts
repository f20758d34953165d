import type { LockWindow } from '@asaichi/contract/lock/topics.ts'
import type { LockDriver } from '../driver.ts'

export type Truth = {
  readonly digits: string
  readonly isOn?: boolean
  readonly windows?: readonly LockWindow[]
}

/** A driver and the lock behind it, which can be asked what it really holds and be troubled. */
export type Subject = {
  readonly name: string
  readonly driver: LockDriver
  /** A folder for the ledger. */
  readonly folder: string
  readonly truth: () => Promise<ReadonlyMap<number, Truth>>
  readonly reach: (isOn: boolean) => Promise<void>
  /** Somebody types the code of this place. */
  readonly openAt: (slot: number) => Promise<void>
  /** A code that stood on the lock before us. */
  readonly foreign: { readonly slot: number; readonly digits: string }
}

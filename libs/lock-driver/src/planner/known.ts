import { CodeProof } from '@asaichi/contract/lock/code-report.ts'
import { LockWindow } from '@asaichi/contract/lock/topics.ts'
import { Instant } from '@asaichi/contract/time.ts'
import { z } from 'zod'
import { REFUSALS } from '../driver.ts'

const Refusal = z.enum(REFUSALS)

/** A place that holds, may hold or is to hold a code of ours. */
export const Entry = z.strictObject({
  slot: z.int(),
  codeId: z.string(),
  hash: z.string(),
  /** As the lock was told last. */
  isOn: z.boolean(),
  windows: z.array(LockWindow),
  /** All but `stored` are in doubt until the place was read. */
  phase: z.enum(['writing', 'adjusting', 'stored', 'clearing']),
  /** What the lock said to the change under way; null = nothing, or we were not there to hear it. */
  answer: z.union([z.literal('done'), Refusal]).nullable(),
  proof: CodeProof.nullable(),
})
export type Entry = z.infer<typeof Entry>

/** A change that the lock would not take, and when it is asked again; null = not before the code or the lock changes. */
export const Setback = z.strictObject({
  codeId: z.string(),
  hash: z.string(),
  reason: Refusal,
  slot: z.int(),
  tries: z.int(),
  notBefore: Instant.nullable(),
})
export type Setback = z.infer<typeof Setback>

/** What is on our disk before anything is sent. Hashes, never digits. */
export const Ledger = z.strictObject({
  entries: z.array(Entry),
  setbacks: z.array(Setback),
  /** Places with codes that are not ours, as seen last. */
  foreign: z.array(z.int()),
  timeSetAt: Instant.nullable(),
  /** Writes of the last day. */
  writes: z.array(Instant),
})
export type Ledger = z.infer<typeof Ledger>

export const emptyLedger: Ledger = { entries: [], setbacks: [], foreign: [], timeSetAt: null, writes: [] }

/** A place as it was read, with the keyed hash where the lock shows digits. */
export type Seen =
  | { readonly slot: number; readonly status: 'empty' }
  | {
      readonly slot: number
      readonly status: 'taken'
      readonly hash?: string | undefined
      readonly isOn?: boolean | undefined
      readonly windows?: readonly LockWindow[] | undefined
    }

export type Sight = Seen & { readonly at: string }

export type Known = {
  readonly ledger: Ledger
  /** By place; undefined until the lock has been read in this run, and after it was changed from outside. */
  readonly seen: ReadonlyMap<number, Sight> | undefined
  readonly listedAt: string | undefined
  /** When the lock answered last. */
  readonly heardAt: string | undefined
  readonly isReachable: boolean
}

/** After a start: the disk is believed, the lock is read. */
export function knownFrom(ledger: Ledger): Known {
  return { ledger, seen: undefined, listedAt: undefined, heardAt: undefined, isReachable: true }
}

export function entryOf({ entries }: Ledger, codeId: string): Entry | undefined {
  return entries.find(entry => entry.codeId === codeId)
}

/** The code in a place, where it is one of ours. */
export function codeAt({ entries }: Ledger, slot: number): string | undefined {
  return entries.find(entry => entry.slot === slot)?.codeId
}

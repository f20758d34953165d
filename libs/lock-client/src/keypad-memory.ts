import type { CodeReport } from '@asaichi/contract/lock/code-report.ts'
import type { LockAbout } from '@asaichi/contract/lock/lock-about.ts'
import type { Desired } from '@asaichi/contract/lock/topics.ts'
import type { OpenedSet } from '@asaichi/lock-protocol/lock-set.ts'

/** What a keypad can hold, and the codes in it that did not come from here: place → keyed hash. */
export type KeypadMemory = Pick<LockAbout, 'slots' | 'pin'> & {
  readonly foreign: ReadonlyMap<number, string>
}

/** The set as the keypad takes it: nearest starts first, each code that it will not take with its reason. */
export function fitCodes(opened: OpenedSet, desired: Desired, memory: KeypadMemory): OpenedSet {
  const lengths = new Map(desired.codes.map(({ id, len }) => [id, len]))
  const foreign = new Set(memory.foreign.values())
  const refused = new Map<string, CodeReport['result']>()
  const taken = opened.codes
    .filter(({ id, hash }) => {
      const length = lengths.get(id) ?? 0
      if (length < memory.pin.min || length > memory.pin.max) refused.set(id, 'bad-format')
      else if (foreign.has(hash)) refused.set(id, 'duplicate')
      return !refused.has(id)
    })
    .toSorted((one, other) => compare(startOf(one), startOf(other)))
  for (const { id } of taken.splice(Math.max(0, memory.slots - foreign.size))) refused.set(id, 'no-room')
  return {
    ...opened,
    codes: taken,
    results: opened.results.map(row => ({ ...row, result: refused.get(row.id) ?? row.result })),
  }
}

/** A code without a window is always good, so it comes before all others. */
function startOf({ windows }: OpenedSet['codes'][number]): string {
  return windows.map(({ from }) => from).toSorted()[0] ?? ''
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeAtomically } from '@asaichi/lock-protocol/atomic-file.ts'
import { emptyLedger, Ledger } from './planner/known.ts'

/** Where it is written what of ours stands on a lock. It holds hashes; the digits are in the sealed set beside it. */
export type LedgerFile = {
  readonly read: () => Promise<Ledger>
  /** On the disk when it settles; the same ledger again costs nothing. */
  readonly keep: (ledger: Ledger) => Promise<void>
}

export async function openLedgerFile(path: string): Promise<LedgerFile> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  let kept: string | undefined
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch(() => undefined)
      if (text === undefined) return emptyLedger
      // A ledger that cannot be read must stop the bridge: with an empty one our own codes would look like somebody else's.
      const ledger = Ledger.parse(JSON.parse(text))
      kept = JSON.stringify(ledger)
      return ledger
    },
    async keep(ledger) {
      const text = JSON.stringify(ledger)
      if (text === kept) return
      await writeAtomically(path, text)
      kept = text
    },
  }
}

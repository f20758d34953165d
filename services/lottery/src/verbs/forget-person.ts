import type { Transaction } from '@asaichi/store/database.ts'
import { findEntry } from '../store/entries.ts'
import type { Tables } from '../store/schema.ts'
import { eraseWritten, findOpenOfPerson } from '../store/withdrawn.ts'
import { withdrawIn } from './withdraw-entry.ts'

/** V11: an entry that was made while its owner withdrew is taken back, unless its list is frozen (A64); then what the person wrote is erased. */
export async function forgetPerson(
  tx: Transaction<Tables>,
  { personId }: { readonly personId: string },
): Promise<void> {
  for (const entryId of await findOpenOfPerson(tx, personId)) {
    const entry = await findEntry(tx, entryId)
    if (entry) await withdrawIn(tx, entry)
  }
  await eraseWritten(tx, personId)
}

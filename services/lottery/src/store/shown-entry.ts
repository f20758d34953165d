import type { Entry } from '@asaichi/contract/lottery/entries.ts'
import type { StoredEntry } from './entries.ts'

/** An entry as its owner sees it. Before the hour there is nothing to hide: results are not in the entries yet (A70). */
export function shownEntry({ priorWins: _, enteredByPerson, wishes, ...entry }: StoredEntry): Entry {
  return {
    ...entry,
    enteredBy: enteredByPerson === null ? 'resident' : 'staff',
    wishes: wishes.map(({ listingId, date, from, to, venueName, spaceName }) => ({
      listingId,
      date,
      from,
      to,
      venueName,
      spaceName,
    })),
  }
}

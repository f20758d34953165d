import { emit } from '@asaichi/bus/emit.ts'
import { whyStopped } from '@asaichi/calendar/service-stop.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { entryWithdrawn, type withdrawEntry as withdrawRequest } from '@asaichi/contract/lottery/entries.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { judgeWindow } from '../domain/judge-window.ts'
import { findPolicy, lockPerson } from '../store/copies.ts'
import { findEntry, type StoredEntry, setEntryStatus } from '../store/entries.ts'
import { holdRound } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { shownEntry } from '../store/shown-entry.ts'

/** M19: its owner takes an entry back until the close; from the freeze on nothing leaves the list (A64). */
export async function withdrawEntry(
  db: Kysely<Tables>,
  { actor, entryId }: z.output<typeof withdrawRequest.input>,
): Promise<OutcomeOf<typeof withdrawRequest>> {
  const found = await findEntry(db, entryId)
  if (found?.personId !== actor.personId) return refuse('not-found')
  return db.transaction().execute(tx => withdrawIn(tx, found))
}

/** The same in a transaction that has more to do. */
export async function withdrawIn(
  tx: Transaction<Tables>,
  { entryId, roundId, personId }: StoredEntry,
): Promise<OutcomeOf<typeof withdrawRequest>> {
  const record = await holdRound(tx, roundId)
  await lockPerson(tx, personId)
  const entry = await findEntry(tx, entryId)
  if (!record || !entry) return refuse('not-found')
  if (entry.status === 'withdrawn') return done(shownEntry(entry))
  const now = await townNow(tx)
  if (judgeWindow(record.round, now)) return refuse('entries-closed', { closedAt: entry.closesAt })
  const stopped = whyStopped((await findPolicy(tx, entry.cityId))?.serviceStops, now)
  if (stopped) return refuse('service-stopped', stopped)
  await setEntryStatus(tx, entryId, { status: 'withdrawn', withdrawnAt: now })
  const { cityId } = entry
  await emit(tx, entryWithdrawn, {
    aggregateId: entryId,
    version: 2,
    data: { entryId, roundId, cityId, personId },
  })
  return done(shownEntry({ ...entry, status: 'withdrawn' }))
}

import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getEntry as entryRequest } from '@asaichi/contract/lottery/entries.ts'
import type { Round } from '@asaichi/contract/lottery/rounds.ts'
import type { Wish } from '@asaichi/contract/lottery/wish.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { judgeWindow } from '../domain/judge-window.ts'
import { isStaffOf } from '../domain/staff-of.ts'
import { findPolicy } from '../store/copies.ts'
import { countPerSlot, findEntry } from '../store/entries.ts'
import { findRound } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { shownEntry } from '../store/shown-entry.ts'

type Db = Kysely<Tables>

/** M19: what the owner may know now; a result comes with the hour, as everywhere (A70). */
export async function getEntry(
  db: Db,
  { actor, entryId }: z.output<typeof entryRequest.input>,
): Promise<OutcomeOf<typeof entryRequest>> {
  const entry = await findEntry(db, entryId)
  const mayRead = entry && (entry.personId === actor.personId || isStaffOf(actor, entry))
  const record = mayRead ? await findRound(db, entry.roundId) : undefined
  if (!entry || !record) return refuse('not-found')
  const { round } = record
  const serverNow = await townNow(db)
  const shown = shownEntry(entry)
  const wishCounts = await countsOf(db, { round, wishes: shown.wishes, now: serverNow })
  return done({ ...shown, round, wishCounts, serverNow })
}

async function countsOf(
  db: Db,
  of: { readonly round: Round; readonly wishes: readonly Wish[]; readonly now: string },
): Promise<number[] | null> {
  const takesEntries = judgeWindow(of.round, of.now) === undefined
  if (!takesEntries || (await findPolicy(db, of.round.cityId))?.draw.showCounts !== true) return null
  const counts = await countPerSlot(db, of.round.roundId)
  const nameOf = ({ listingId, date, from, to }: Wish) => `${listingId} ${date} ${from} ${to}`
  const known = new Map(counts.map(count => [nameOf(count), count.entries]))
  return of.wishes.map(wish => known.get(nameOf(wish)) ?? 0)
}

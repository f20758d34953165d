import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { tryDraw as tryRequest } from '@asaichi/contract/lottery/staff.ts'
import { drawResults } from '@asaichi/draw/draw.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { contestedSlots, drawEntryOf, listingsOf } from '../domain/frozen-list.ts'
import { isStaffOf } from '../domain/staff-of.ts'
import { findAlikeEntries } from '../store/alike.ts'
import { findVenuesOffering } from '../store/copies.ts'
import { priorWinsOf } from '../store/draws.ts'
import { listOfRound } from '../store/entries.ts'
import { findRound, type RoundRecord } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { newSecret, pseudonyms } from '../vault.ts'

/** Staff: counts of a draw with a seed that is thrown away, so it foretells nobody. */
export async function tryDraw(
  db: Kysely<Tables>,
  { actor, roundId }: z.output<typeof tryRequest.input>,
): Promise<OutcomeOf<typeof tryRequest>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const record = await findRound(db, roundId)
  if (!record || !isStaffOf(actor, record.round)) return refuse('not-found')
  const { status } = record.round
  if (status !== 'scheduled' && status !== 'open' && status !== 'frozen')
    return refuse('round-over', { status })
  return done(await counts(db, record))
}

async function counts(db: Kysely<Tables>, { round, rule }: RoundRecord) {
  const stored = await listOfRound(db, round.roundId, { statuses: ['entered'] })
  if (!rule || stored.length === 0) return { entries: 0, winners: 0, contestedSlots: 0, alikeEntries: 0 }
  const wished = stored.flatMap(({ wishes }) => wishes.map(({ listingId }) => listingId))
  const listings = [...listingsOf(stored, await findVenuesOffering(db, wished))]
  const priorWins = await priorWinsOf(db, round)
  const entrantOf = pseudonyms(newSecret())
  const entries = stored.map(entry =>
    drawEntryOf({ ...entry, priorWins: priorWins.get(entry.personId) ?? 0 }, entrantOf),
  )
  const { roundId } = round
  const seed = newSecret().toString('hex')
  const results = drawResults({ roundId, entries, rule, listings, seed, exclusions: [] })
  return {
    entries: entries.length,
    winners: results.filter(({ outcome }) => outcome === 'won').length,
    contestedSlots: contestedSlots({ entries, listings }),
    alikeEntries: (await findAlikeEntries(db, roundId)).size,
  }
}

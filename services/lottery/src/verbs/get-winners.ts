import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getWinners as request } from '@asaichi/contract/lottery/rounds.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { nextOf } from '../domain/next-page.ts'
import { listOfRound, type StoredEntry } from '../store/entries.ts'
import { findRound } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'

/** For reservation, which places the winners: the same list however often it is asked for. */
export async function getWinners(
  db: Kysely<Tables>,
  { roundId, after, limit }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const record = await findRound(db, roundId)
  if (record?.round.status !== 'published') return refuse('not-found')
  const winners = await listOfRound(db, roundId, { won: true, after, limit })
  const items = winners.flatMap(
    ({ entryId, personId, wishes, wonWish, eventName, people, note, purpose }) => {
      const wish = wishes[wonWish ?? -1]
      return wish ? [{ entryId, personId, wish: bareWish(wish), eventName, people, note, purpose }] : []
    },
  )
  return done({ items, next: nextOf(winners, limit) })
}

function bareWish({ listingId, date, from, to }: StoredEntry['wishes'][number]) {
  return { listingId, date, from, to }
}

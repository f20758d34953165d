import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { explainEntry as explainRequest } from '@asaichi/contract/lottery/entries.ts'
import type {
  getBundlePart as bundleRequest,
  getWinners as winnersRequest,
} from '@asaichi/contract/lottery/rounds.ts'
import type { listResults as resultsRequest } from '@asaichi/contract/lottery/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Explanations } from '../explanations.ts'
import { findAlikeEntries } from '../store/alike.ts'
import { findBundleText } from '../store/draws.ts'
import { findEntry, listOfRound, type StoredEntry } from '../store/entries.ts'
import { findRound } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { isStaffOf, shownEntry } from './show-entry.ts'

type Db = Kysely<Tables>

/** Characters of one part; quotes double on the wire, and a part must stay below 256 KiB. */
const PART = 120_000

/** V1: the public record in parts. Before the hour it does not exist, for nobody (A70). */
export async function getBundlePart(
  db: Db,
  { roundId, part }: z.output<typeof bundleRequest.input>,
): Promise<OutcomeOf<typeof bundleRequest>> {
  const found = part < MOST_PARTS && (await findBundleText(db, roundId, { from: part * PART, size: PART }))
  if (!found || found.text === '') return refuse('not-found')
  return done({ parts: Math.ceil(found.length / PART), text: found.text })
}
const MOST_PARTS = 10_000

/** V1: "your entry, your rank, how to check", for its owner and the city's staff. */
export async function explainEntry(
  db: Db,
  explanations: Explanations,
  { actor, entryId }: z.output<typeof explainRequest.input>,
): Promise<OutcomeOf<typeof explainRequest>> {
  const entry = await findEntry(db, entryId)
  if (!entry || (entry.personId !== actor.personId && !isStaffOf(actor, entry))) return refuse('not-found')
  if (entry.status === 'entered') return refuse('not-published-yet', { publishedAt: entry.drawAt })
  const explanation = await explanations.explain(entry.roundId, entryId)
  return explanation ? done(explanation) : refuse('not-found')
}

/** For reservation, which places the winners: the same list however often it is asked for. */
export async function getWinners(
  db: Db,
  { roundId, after, limit }: z.output<typeof winnersRequest.input>,
): Promise<OutcomeOf<typeof winnersRequest>> {
  const record = await findRound(db, roundId)
  if (record?.round.status !== 'published') return refuse('not-found')
  const winners = await listOfRound(db, roundId, { won: true, after, limit })
  const items = winners.flatMap(({ entryId, personId, wishes, wonWish, eventName, people, note }) => {
    const wish = wishes[wonWish ?? -1]
    return wish ? [{ entryId, personId, wish: bareWish(wish), eventName, people, note }] : []
  })
  return done({ items, next: nextOf(winners, limit) })
}

/** Staff: person by person, after the hour. */
export async function listResults(
  db: Db,
  { actor, roundId, after, limit }: z.output<typeof resultsRequest.input>,
): Promise<OutcomeOf<typeof resultsRequest>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const record = await findRound(db, roundId)
  if (!record || !isStaffOf(actor, record.round)) return refuse('not-found')
  if (record.round.status !== 'published')
    return refuse('not-published-yet', { publishedAt: record.round.drawAt })
  const entries = await listOfRound(db, roundId, { statuses: ['won', 'lost', 'void'], after, limit })
  const alike = await findAlikeEntries(db, roundId)
  const items = entries.map(entry => ({ ...shownEntry(entry), alike: alike.has(entry.entryId) }))
  return done({ items, next: nextOf(entries, limit) })
}

function nextOf(entries: readonly StoredEntry[], limit: number): string | null {
  return entries.length === limit ? (entries.at(-1)?.entryId ?? null) : null
}

function bareWish({ listingId, date, from, to }: StoredEntry['wishes'][number]) {
  return { listingId, date, from, to }
}

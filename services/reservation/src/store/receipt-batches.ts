import type { ReasonCode } from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Attempt } from '../domain/attempt.ts'
import type { Blocker, Reason } from '../domain/decide.ts'
import type { Day } from './days.ts'
import type { Tables } from './schema.ts'

/** One press of a batch, in the order that the view `every_receipt` reads. */
export type RefusedPress = readonly [
  personId: string,
  listingId: string,
  from: string,
  to: string,
  turn: number,
  decidedAt: string,
  reason: ReasonCode,
  blockerKind: Blocker['kind'] | null,
  blockerSince: string | null,
]

/** Refusals of one day that are written as one row. */
export type StoredBatch = {
  readonly batchId: string
  readonly day: Day
  readonly presses: readonly RefusedPress[]
}

// The ids of a batch differ in their last sixteen bits.
const NUMBER_DIGITS = 4

export function newBatchId(): string {
  return receiptIdIn(newId(), 0)
}

/** The id of the receipt at this place of a batch, from 0. */
export function receiptIdIn(batchId: string, nr: number): string {
  return batchId.slice(0, -NUMBER_DIGITS) + nr.toString(16).padStart(NUMBER_DIGITS, '0')
}

export function refusedPress(
  { personId, application: { listingId, from, to } }: Attempt,
  { turn, decidedAt, reason }: { readonly turn: number; readonly decidedAt: string; readonly reason: Reason },
): RefusedPress {
  const blocker = reason.code === 'taken' ? reason.detail.blocker : undefined
  return [
    personId,
    listingId,
    from,
    to,
    turn,
    decidedAt,
    reason.code,
    blocker?.kind ?? null,
    blocker?.since ?? null,
  ]
}

/** A row a batch: a hundredth of what a row a press costs the database, and its indexes grow by batches. */
export async function insertBatches(db: Kysely<Tables>, batches: readonly StoredBatch[]): Promise<void> {
  const rows = batches.map(({ batchId, day, presses }) => {
    const lastPlace = presses.reduce((last, [, , , , turn]) => Math.max(last, turn), 0)
    return sql`(${batchId}::uuid, ${day.venueId}, ${day.date}::date, ${lastPlace}::int, ${JSON.stringify(presses)}::json)`
  })
  if (rows.length === 0) return
  await sql`insert into receipt_batches (batch_id, venue_id, use_date, last_place, presses) values ${sql.join(rows)}`.execute(
    db,
  )
}

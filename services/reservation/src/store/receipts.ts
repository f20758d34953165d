import type { ReasonCode, Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { Executor, Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Attempt } from '../domain/attempt.ts'
import type { Blocker, Reason } from '../domain/decide.ts'
import type { UsedKey } from '../domain/line.ts'
import { arrayText } from './array-text.ts'
import type { Day } from './days.ts'
import type { AnswerDocument, Tables } from './schema.ts'

export type StoredReceipt = {
  readonly receiptId: string
  readonly personId: string
  readonly venueId: string
  readonly listingId: string
  readonly date: string
  readonly from: string
  readonly to: string
  readonly turn: number
  readonly decidedAt: string
  readonly reason: ReasonCode | null
  readonly blocker: Blocker | null
  readonly reservationId: string | null
}

/** The receipt of a decided press; without a reason it was accepted. */
export function receiptOf(
  { personId, application, ids }: Attempt,
  day: Day,
  decided: { readonly turn: number; readonly decidedAt: string; readonly reason: Reason | undefined },
): StoredReceipt {
  const { listingId, date, from, to } = application
  const { turn, decidedAt, reason } = decided
  return {
    receiptId: ids.receiptId,
    personId,
    venueId: day.venueId,
    listingId,
    date,
    from,
    to,
    turn,
    decidedAt,
    reason: reason?.code ?? null,
    blocker: reason?.code === 'taken' ? reason.detail.blocker : null,
    reservationId: reason ? null : ids.reservationId,
  }
}

/** The same receipt again, after a commit whose answer was lost, changes nothing. */
export async function insertReceipts(tx: Executor, receipts: readonly StoredReceipt[]): Promise<void> {
  if (receipts.length === 0) return
  const list = (name: Exclude<keyof StoredReceipt, 'blocker'>) =>
    arrayText(receipts.map(receipt => receipt[name]))
  await sql`/* prepared */
    insert into receipts (receipt_id, person_id, venue_id, listing_id, use_date, from_time, to_time, place, decided_at, reason, blocker, reservation_id)
    select r.receipt_id, r.person_id, r.venue_id, r.listing_id, r.use_date, r.from_time, r.to_time, r.turn, r.decided_at, r.reason,
      case when r.kind is not null then jsonb_build_object('kind', r.kind, 'since', r.since) end, r.reservation_id
    from unnest(${list('receiptId')}::uuid[], ${list('personId')}::uuid[], ${list('venueId')}::text[], ${list('listingId')}::text[],
      ${list('date')}::date[], ${list('from')}::text[], ${list('to')}::text[], ${list('turn')}::int[], ${list('decidedAt')}::timestamptz[],
      ${list('reason')}::text[], ${arrayText(receipts.map(each => each.blocker?.kind ?? null))}::text[],
      ${arrayText(receipts.map(each => each.blocker?.since ?? null))}::text[], ${list('reservationId')}::uuid[])
      as r (receipt_id, person_id, venue_id, listing_id, use_date, from_time, to_time, turn, decided_at, reason, kind, since, reservation_id)
    on conflict (receipt_id) do nothing`.execute(tx)
}

/** Whether it stands alone or in a batch: the id of a batch is the nearest one that is not greater. */
export async function findReceipt(
  db: Kysely<Tables>,
  receiptId: string,
): Promise<(StoredReceipt & { readonly cityId: string | null }) | undefined> {
  const { rows } = await sql<StoredReceipt & { readonly cityId: string | null }>`
    select ${RECEIPT_COLUMNS}, r.venue_id as "venueId", v.city_id as "cityId"
    from every_receipt r left join venues v using (venue_id)
    where r.receipt_id = ${receiptId} and r.batch_id in (${receiptId},
      (select batch_id from receipt_batches where batch_id <= ${receiptId} order by batch_id desc limit 1))`.execute(
    db,
  )
  return rows[0]
}

/** Of the view `every_receipt` as `r`. */
export const RECEIPT_COLUMNS = sql`r.receipt_id as "receiptId", r.person_id as "personId", r.listing_id as "listingId",
  r.use_date as date, r.from_time as "from", r.to_time as "to", r.place as turn, r.decided_at as "decidedAt", r.reason, r.blocker,
  r.reservation_id as "reservationId"`

/** Found through the index of the venue's day, among those that stand alone, as every win's does; a booking that the draw or staff made has none. */
export async function findReceiptIdOf(
  db: Kysely<Tables>,
  { reservationId, venueId, date }: Pick<Reservation, 'reservationId' | 'venueId' | 'date'>,
): Promise<string | null> {
  const row = await db
    .selectFrom('receipts')
    .select('receipt_id')
    .where('venue_id', '=', venueId)
    .where('use_date', '=', date)
    .where('reservation_id', '=', reservationId)
    .executeTakeFirst()
  return row?.receipt_id ?? null
}

export async function insertKeys(tx: Executor, keys: readonly UsedKey[], now: string): Promise<void> {
  if (keys.length === 0) return
  const rows = keys.map(({ answer: { reservationId, receiptId, turn }, ...used }) => {
    const answer: AnswerDocument = { reservationId, receiptId, place: turn }
    return { ...used, answer }
  })
  await sql`/* prepared */
    insert into idempotency_keys (person_id, key, body_hash, answer, at)
    select r."personId", r.key, r."bodyHash", r.answer, ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r("personId" uuid, key text, "bodyHash" text, answer jsonb)`.execute(
    tx,
  )
}

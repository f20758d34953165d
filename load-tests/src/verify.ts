import type { Answered } from '../lib/plan.ts'
import { eventually } from './eventually.ts'
import type { Sql } from './sql.ts'

/** One promise of the desk, held against the tables: `found` says what was there. */
export type Verdict = { readonly promise: string; readonly ok: boolean; readonly found: string }

export type Press = Pick<
  Answered,
  'personId' | 'slot' | 'status' | 'code' | 'reservationId' | 'receiptId' | 'aimedAtMs' | 'sentAtMs'
>

export type Case = {
  readonly venueIds: readonly string[]
  readonly date: string
  readonly t0: string
  /** How many slots were pressed for; each must have ended with exactly one winner. */
  readonly slots: number
  readonly clients: number
  readonly answers: readonly Press[]
  readonly deadlocksBefore: number
  /** false: a desk that was killed may have lost the receipts of answers it was still writing down, though no winner's. */
  readonly everyReceipt?: boolean
  /**
   * How much later than meant the clients' own machine sent, in ms: what lies within it says nothing about who came first.
   * null where the clients queued for a connection and cannot tell when they were heard.
   */
  readonly clientsLateMs: number | null
}

const RECEIPTS_WITHIN_MS = 10_000
const INVERSION_MS = 100
const INVERSIONS_MOST = 0.01

/** Reads the tables and nothing else: no code of a service, no answer of one but those the clients wrote down. */
export async function verify(sql: Sql, run: Case): Promise<readonly Verdict[]> {
  return [
    everyoneAnswered(run),
    await oneRowPerSlot(sql, run),
    await nothingOverlaps(sql, run),
    await oneRowPerYes(sql, run),
    await everyRowWasAnswered(sql, run),
    await everyReceipt(sql, run),
    await placesUnique(sql, run),
    await nothingBeforeTheHour(sql, run),
    ...(run.clientsLateMs === null ? [] : [fewInversions(run, Math.max(INVERSION_MS, run.clientsLateMs))]),
    await noDeadlocks(sql, run),
  ]
}

export async function countDeadlocks(sql: Sql): Promise<number> {
  const [row] = await sql<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  )
  return row?.deadlocks ?? 0
}

function everyoneAnswered({ clients, answers }: Case): Verdict {
  const found = `${answers.length} of ${clients}`
  return { promise: 'every press has a final answer', ok: answers.length === clients, found }
}

async function oneRowPerSlot(sql: Sql, { venueIds, date, slots }: Case): Promise<Verdict> {
  const [row] = await sql<{ rows: number; slots: number }>(
    `select count(*)::int as rows, count(distinct (space_id, from_time, to_time))::int as slots
     from reservation.reservations where venue_id = any ($1) and use_date = $2 and status in ('pending', 'approved')`,
    [venueIds, date],
  )
  const found = `${row?.rows} reservations, ${row?.slots} slots of ${slots} pressed`
  return { promise: 'accepted = slots', ok: row?.rows === slots && row.slots === slots, found }
}

async function nothingOverlaps(sql: Sql, { venueIds }: Case): Promise<Verdict> {
  const [row] = await sql<{ overlaps: number; bare: number }>(
    `select
       (select count(*)::int from reservation.occupancies a join reservation.occupancies b
          on a.space_id = b.space_id and a.during && b.during and a.ctid < b.ctid
        where a.venue_id = any ($1)) as overlaps,
       (select count(*)::int from reservation.reservations r
        where r.venue_id = any ($1) and r.status in ('pending', 'approved') and not exists (
          select 1 from reservation.occupancies o where o.occupancy_id = r.occupancy_id and o.space_id = r.space_id
            and o.during = tstzrange(r.starts_at, r.ends_at))) as bare`,
    [venueIds],
  )
  const found = `${row?.overlaps} overlaps, ${row?.bare} reservations without their time`
  return { promise: 'no time is given twice', ok: row?.overlaps === 0 && row.bare === 0, found }
}

/** What was answered 201 is in the table, for that person and slot, and nobody else was told the same. */
async function oneRowPerYes(sql: Sql, { answers }: Case): Promise<Verdict> {
  const yes = answers.filter(({ status }) => status === 201)
  const rows = await sql<{ reservation_id: string; owner: string; slot: string }>(
    `select reservation_id, person_id as owner, listing_id || ' ' || from_time || '-' || to_time as slot
     from reservation.reservations where reservation_id = any ($1::uuid[])`,
    [yes.map(({ reservationId }) => reservationId)],
  )
  const rowOf = new Map(rows.map(row => [row.reservation_id, row]))
  const lost = yes.filter(({ reservationId, personId, slot }) => {
    const row = rowOf.get(reservationId ?? '')
    return row?.owner !== personId || row.slot !== slot
  })
  const told = new Set(yes.map(({ reservationId }) => reservationId)).size
  const found = `${yes.length} times 201, ${told} reservations, ${lost.length} not in the table`
  return { promise: 'each 201 has exactly one row', ok: lost.length === 0 && told === yes.length, found }
}

async function everyRowWasAnswered(sql: Sql, { venueIds, date, answers }: Case): Promise<Verdict> {
  const rows = await sql<{ reservation_id: string }>(
    'select reservation_id from reservation.reservations where venue_id = any ($1) and use_date = $2',
    [venueIds, date],
  )
  const told = new Set(answers.map(({ reservationId }) => reservationId))
  const silent = rows.filter(row => !told.has(row.reservation_id)).length
  return { promise: 'each row was told to its owner', ok: silent === 0, found: `${silent} untold` }
}

/** V2; the losers' receipts may be written a moment after the answer, so they are waited for. */
async function everyReceipt(
  sql: Sql,
  { answers, venueIds, date, everyReceipt: all = true }: Case,
): Promise<Verdict> {
  const owed = answers.filter(({ status, receiptId }) => receiptId !== null && (all || status === 201))
  const missing = async () => {
    const rows = await sql<{ receipt_id: string; reservation_id: string | null; reason: string | null }>(
      `select receipt_id, reservation_id, reason from reservation.every_receipt
       where venue_id = any ($1) and use_date = $2 and receipt_id = any ($3::uuid[])`,
      [venueIds, date, owed.map(({ receiptId }) => receiptId)],
    )
    const receiptOf = new Map(rows.map(row => [row.receipt_id, row]))
    return owed.filter(({ receiptId, reservationId, code }) => {
      const receipt = receiptOf.get(receiptId ?? '')
      return receipt?.reservation_id !== reservationId || (receipt?.reason ?? null) !== code
    }).length
  }
  const none = () => missing().then(count => (count === 0 ? 0 : undefined))
  const left = await eventually('all receipts', none, RECEIPTS_WITHIN_MS).catch(missing)
  const without = answers.filter(({ receiptId }) => receiptId === null).length
  const found = `${owed.length} owed, ${left} missing or telling otherwise, ${without} answers without one`
  return { promise: 'each answer has its receipt', ok: left === 0 && without === 0, found }
}

async function placesUnique(sql: Sql, { venueIds, date }: Case): Promise<Verdict> {
  const [row] = await sql<{ receipts: number; twice: number }>(
    `select count(*)::int as receipts, (count(*) - count(distinct (venue_id, place)))::int as twice
     from reservation.every_receipt where venue_id = any ($1) and use_date = $2`,
    [venueIds, date],
  )
  const found = `${row?.receipts} receipts, ${row?.twice} places given twice`
  return { promise: 'places in line are unique', ok: row?.twice === 0, found }
}

async function nothingBeforeTheHour(sql: Sql, { venueIds, date, t0 }: Case): Promise<Verdict> {
  const [row] = await sql<{ early: number; first_ms: number | null }>(
    `select count(*) filter (where requested_at < $3)::int as early,
       (extract(epoch from min(requested_at) - $3::timestamptz) * 1000)::int as first_ms
     from reservation.reservations where venue_id = any ($1) and use_date = $2`,
    [venueIds, date, t0],
  )
  const found = `${row?.early} before it, the first ${row?.first_ms} ms after`
  return { promise: 'nothing is accepted before the hour', ok: row?.early === 0, found }
}

/** Winners who meant to press clearly after somebody had pressed who was told that the same slot is taken. */
function fewInversions({ answers }: Case, clearlyMs: number): Verdict {
  const firstLoser = new Map<string, number>()
  for (const { slot, code, sentAtMs } of answers)
    if (code === 'taken') firstLoser.set(slot, Math.min(sentAtMs, firstLoser.get(slot) ?? Infinity))
  const yes = answers.filter(({ status }) => status === 201)
  const inverted = yes.filter(
    ({ slot, aimedAtMs }) => aimedAtMs - (firstLoser.get(slot) ?? Infinity) > clearlyMs,
  )
  const found = `${inverted.length} of ${yes.length}, by more than ${Math.round(clearlyMs)} ms`
  return {
    promise: 'at most 1 % won over an earlier press',
    // One of a few winners is already more than a hundredth of them.
    ok: inverted.length <= Math.max(1, yes.length * INVERSIONS_MOST),
    found,
  }
}

async function noDeadlocks(sql: Sql, { deadlocksBefore }: Case): Promise<Verdict> {
  const deadlocks = (await countDeadlocks(sql)) - deadlocksBefore
  return { promise: 'no deadlock', ok: deadlocks === 0, found: `${deadlocks}` }
}

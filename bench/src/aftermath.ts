import { stat } from 'node:fs/promises'
import type { Call } from '@asaichi/bus/call.ts'
import { writtenSince } from '@asaichi/servers/processes/log-file.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import type pg from 'pg'
import type { Slot } from './ground.ts'
import { untilQuiet } from './quiet.ts'
import { inversionRate, type PressFate } from './report/inversions.ts'

/** What the residents of one run were told. */
export type Told = {
  readonly name: string
  /** Every one of them was pressed for, by several. */
  readonly slots: readonly Slot[]
  readonly accepted: number
  readonly refused: number
  /** Asked to come again; no attempt was made, so there is no receipt. */
  readonly shed: number
  readonly other: number
  readonly example?: string | undefined
  /** Presses still on their way when the generator stopped. */
  readonly cutOff: number
  /** Where the generator knows which press got which answer. */
  readonly fates?: readonly PressFate[]
  readonly receiptIds?: readonly string[]
  readonly reservationIds?: readonly string[]
}

/** What must be true after every run, however fast it was. */
export type Aftermath = {
  /** Waits until every answered attempt has its receipt (ms it took) and its facts are told: work put off is counted too. */
  readonly settled: (slots: readonly Slot[], answered: number) => Promise<number>
  /** Looks at the tables and the log. */
  readonly check: (told: Told) => Promise<void>
  /** Does work whose deadlocks are nobody's broken promise, and counts them. */
  readonly deadlocksIn: (work: () => Promise<void>) => Promise<number>
  /** The server's own count of deadlocks must have grown by those of `deadlocksIn` alone. */
  readonly finish: () => Promise<void>
  readonly broken: readonly string[]
  readonly note: (promise: string) => void
  readonly runs: () => number
}

const RECEIPTS_WITHIN_MS = 10_000
const MOST_INVERTED = 0.01
const COUNTS_WITHIN_MS = 15_000
const LOG_TAIL_BYTES = 4_000_000

export function createAftermath(pool: pg.Pool, call: Call, postgresLog: string): Aftermath {
  const broken: string[] = []
  let runs = 0
  let logRead = 0
  let allowed = 0
  const newDeadlocks = async () => {
    const text = await writtenSince(postgresLog, logRead, LOG_TAIL_BYTES)
    logRead = (await stat(postgresLog)).size
    return text.split('deadlock detected').length - 1
  }
  return {
    broken,
    note: promise => void broken.push(promise),
    runs: () => runs,
    async settled(slots, answered) {
      const begun = performance.now()
      const on = daysOf(slots)
      await eventually(async () => {
        if ((await receiptsOf(pool, on)) < answered) throw new Error('receipts are still being written')
      }, RECEIPTS_WITHIN_MS).catch(() => undefined)
      const tookMs = performance.now() - begun
      await untilQuiet(call)
      return tookMs
    },
    async check(told) {
      runs += 1
      const found = await look(pool, told)
      const deadlocks = await newDeadlocks()
      broken.push(...contradictions(told, { ...found, deadlocks }).map(text => `${told.name}: ${text}`))
    },
    async deadlocksIn(work) {
      await newDeadlocks()
      await work()
      const met = await newDeadlocks()
      allowed += met
      return met
    },
    // A backend hands in its counts some seconds after it became idle.
    finish: () =>
      eventually(async () => {
        const counted = await deadlocksCounted(pool)
        if (counted !== allowed) throw new Error(`pg_stat_database counts ${counted} deadlocks`)
      }, COUNTS_WITHIN_MS).catch((error: unknown) => void broken.push(String(error))),
  }
}

export type Found = {
  readonly reservations: number
  readonly heldSlots: number
  readonly receipts: number
  readonly fates: readonly PressFate[]
  /** Of the ids the residents were told, how many stand in the tables. */
  readonly toldReceipts: number
  readonly toldReservations: number
  readonly deadlocks: number
}

/** The promises a run broke, in words. */
export function contradictions(told: Told, found: Found): readonly string[] {
  const answered = told.accepted + told.refused
  const inversion = Math.max(inversionRate(found.fates), inversionRate(told.fates ?? []))
  const { receiptIds, reservationIds } = told
  const promises: readonly (readonly [kept: boolean, otherwise: string])[] = [
    [
      found.heldSlots === told.slots.length && found.reservations === found.heldSlots,
      `${told.slots.length} slots were pressed for, ${found.reservations} reservations hold ${found.heldSlots} of them`,
    ],
    [
      told.accepted === found.reservations || (told.cutOff > 0 && told.accepted < found.reservations),
      `${told.accepted} answers 201, ${found.reservations} rows`,
    ],
    [
      reservationIds === undefined || found.toldReservations === reservationIds.length,
      `of ${reservationIds?.length} reservations that were told, ${found.toldReservations} exist`,
    ],
    [
      found.receipts >= answered && found.receipts <= answered + told.cutOff,
      `${answered} attempts were answered and at most ${told.cutOff} more made, but there are ${found.receipts} receipts`,
    ],
    [
      receiptIds === undefined || found.toldReceipts === receiptIds.length,
      `of ${receiptIds?.length} receipts that were told, ${found.toldReceipts} exist`,
    ],
    [told.other === 0, `${told.other} answers that are none, such as ${told.example}`],
    [found.deadlocks === 0, `PostgreSQL met ${found.deadlocks} deadlocks (40P01)`],
    [inversion <= MOST_INVERTED, `inversion rate ${(inversion * 100).toFixed(1)} %`],
  ]
  return promises.filter(([kept]) => !kept).map(([, otherwise]) => otherwise)
}

async function look(pool: pg.Pool, told: Told): Promise<Omit<Found, 'deadlocks'>> {
  const on = daysOf(told.slots)
  const { rows: held } = await pool.query<{ reservations: number; slots: number }>(
    `select count(*)::int as reservations, count(distinct (o.space_id, o.during))::int as slots
     from reservation.reservations r left join reservation.occupancies o using (occupancy_id) where ${ON_DAYS}`,
    on,
  )
  const { rows: fates } = await pool.query<PressFate>(
    `select r.venue_id || r.listing_id || r.use_date || r.from_time as slot, (extract(epoch from decided_at) * 1000)::float8 as "atMs",
     case when reservation_id is null then 'taken' else 'accepted' end as fate
     from reservation.every_receipt r where ${ON_DAYS} and (reservation_id is not null or reason = 'taken')`,
    on,
  )
  const { rows: known } = await pool.query<{ receipts: number; reservations: number }>(
    `select (select count(*)::int from reservation.every_receipt r where ${ON_DAYS} and receipt_id = any($3::uuid[])) as receipts,
     (select count(*)::int from reservation.reservations where reservation_id = any($4::uuid[])) as reservations`,
    [...on, told.receiptIds ?? [], told.reservationIds ?? []],
  )
  return {
    reservations: held[0]?.reservations ?? 0,
    heldSlots: held[0]?.slots ?? 0,
    receipts: await receiptsOf(pool, on),
    fates,
    toldReceipts: known[0]?.receipts ?? 0,
    toldReservations: known[0]?.reservations ?? 0,
  }
}

/** The database is as old as the benchmark. */
async function deadlocksCounted(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ deadlocks: number }>(
    'select deadlocks::int from pg_stat_database where datname = current_database()',
  )
  return rows[0]?.deadlocks ?? Number.NaN
}

type Days = [venueIds: string[], dates: string[]]

function daysOf(slots: readonly Slot[]): Days {
  const days = [...new Map(slots.map(slot => [`${slot.venueId} ${slot.date}`, slot])).values()]
  return [days.map(day => day.venueId), days.map(day => day.date)]
}

async function receiptsOf(pool: pg.Pool, on: Days): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from reservation.every_receipt r where ${ON_DAYS}`,
    on,
  )
  return rows[0]?.count ?? 0
}

const ON_DAYS = `(r.venue_id, r.use_date) in (select * from unnest($1::text[], $2::date[]))`

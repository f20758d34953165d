import type { MovedFrom, Reservation, ReservationStatus } from '@asaichi/contract/reservation/reservation.ts'
import type { Executor, Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { cursorOf } from './reservation-cursor.ts'
import type { ReservationRow, Tables } from './schema.ts'

/** A reservation as it is stored: with the id of the time it holds, and of the staff member who pressed for a caller (G13). */
export type StoredReservation = Omit<Reservation, 'bookedBy' | 'movedFrom' | 'movedTo' | 'changedAt'> & {
  readonly occupancyId: string
  readonly bookedByPerson: string | null
  readonly movedFrom: MovedFrom | null
  readonly movedTo: string | null
  readonly changedAt: string | null
}

export async function insertReservations(
  tx: Executor,
  reservations: readonly StoredReservation[],
): Promise<void> {
  if (reservations.length === 0) return
  // One parameter whatever the number of rows: a draw has thousands, and a statement takes 65,535 parameters.
  await sql`/* prepared */ insert into reservations select * from json_populate_recordset(null::reservations, ${JSON.stringify(reservations.map(rowOf))}::json)`.execute(
    tx,
  )
}

/** Locks the row. The day is locked before it wherever the calendar changes too. */
export async function lockReservation(
  tx: Transaction<Tables>,
  reservationId: string,
): Promise<StoredReservation | undefined> {
  const row = await tx
    .selectFrom('reservations')
    .selectAll()
    .where('reservation_id', '=', reservationId)
    .forUpdate()
    .executeTakeFirst()
  return row && reservationOf(row)
}

export async function findReservation(
  db: Kysely<Tables>,
  reservationId: string,
): Promise<StoredReservation | undefined> {
  const row = await db
    .selectFrom('reservations')
    .selectAll()
    .where('reservation_id', '=', reservationId)
    .executeTakeFirst()
  return row && reservationOf(row)
}

export async function findReservations(
  db: Kysely<Tables>,
  reservationIds: readonly string[],
): Promise<readonly StoredReservation[]> {
  if (reservationIds.length === 0) return []
  const rows = await db
    .selectFrom('reservations')
    .selectAll()
    .where('reservation_id', 'in', [...reservationIds])
    .execute()
  return rows.map(reservationOf)
}

/** What leaves the service of these, by id. */
export async function findPublic(
  db: Kysely<Tables>,
  reservationIds: readonly string[],
): Promise<ReadonlyMap<string, Reservation>> {
  const found = await findReservations(db, [...new Set(reservationIds)])
  return new Map(found.map(each => [each.reservationId, withoutOccupancy(each)]))
}

/** The reservations that hold time of a venue between two instants, by the id of that time. */
export async function findReservationsOf(
  db: Kysely<Tables>,
  of: { readonly venueId: string; readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, Reservation>> {
  const rows = await db
    .selectFrom('reservations')
    .innerJoin('venues', 'venues.venue_id', 'reservations.venue_id')
    .selectAll('reservations')
    .where('reservations.venue_id', '=', of.venueId)
    // The index of the queue leads with city and state.
    .whereRef('reservations.city_id', '=', 'venues.city_id')
    .where('status', 'in', ['pending', 'approved', 'used'])
    .where('starts_at', '>=', of.from)
    .where('starts_at', '<', of.to)
    .execute()
  return new Map(rows.map(row => [row.occupancy_id, publicOf(row)]))
}

/** What is booked or asked for in a venue and has not begun, by start. */
export async function listAhead(db: Kysely<Tables>, venueId: string): Promise<readonly Reservation[]> {
  const rows = await db
    .selectFrom('reservations')
    .innerJoin('venues', 'venues.venue_id', 'reservations.venue_id')
    .selectAll('reservations')
    .where('reservations.venue_id', '=', venueId)
    // The index of the queue leads with city and state.
    .whereRef('reservations.city_id', '=', 'venues.city_id')
    .where('status', 'in', ['pending', 'approved'])
    .where(sql<boolean>`starts_at > town_now()`)
    .orderBy('starts_at')
    .orderBy('reservation_id')
    .execute()
  return rows.map(publicOf)
}

/** Writes the new state of a locked row and answers it with its next version. */
export async function changeReservation(
  tx: Transaction<Tables>,
  reservation: StoredReservation,
  {
    purpose,
    headcount,
    ...change
  }: Partial<Omit<ReservationRow, 'reservation_id' | 'version' | 'moved_from' | 'options' | 'fee'>> & {
    readonly status: ReservationStatus
  },
): Promise<StoredReservation> {
  const row = await tx
    .updateTable('reservations')
    .set({ ...change, version: reservation.version + 1 })
    .$if(purpose !== undefined, query => query.set({ purpose: sql`${JSON.stringify(purpose)}::jsonb` }))
    .$if(headcount !== undefined, query => query.set({ headcount: sql`${JSON.stringify(headcount)}::jsonb` }))
    .where('reservation_id', '=', reservation.reservationId)
    .where('version', '=', reservation.version)
    .returningAll()
    .executeTakeFirstOrThrow()
  return reservationOf(row)
}

/** M26: of the candidates, the first one no reservation of the city has had; the unique index stands behind it. */
export async function freeNumber(
  tx: Transaction<Tables>,
  cityId: string,
  candidates: readonly string[],
): Promise<string | undefined> {
  const { rows } = await sql<{ number: string }>`
    select c.number from unnest(${[...candidates]}::text[]) with ordinality c(number, nr)
    where not exists (select 1 from reservations r where r.city_id = ${cityId} and r.number = c.number) order by nr limit 1`.execute(
    tx,
  )
  return rows[0]?.number
}

export type Page = { readonly after: string | undefined; readonly limit: number }

/** M28: newest use first. The cursor is the last row's start and id. */
export async function listOfPerson(
  db: Kysely<Tables>,
  personId: string,
  page: Page & {
    readonly statuses: readonly ReservationStatus[] | undefined
    readonly cityId?: string
  },
): Promise<readonly Reservation[]> {
  let query = db.selectFrom('reservations').selectAll().where('person_id', '=', personId)
  if (page.cityId !== undefined) query = query.where('city_id', '=', page.cityId)
  if (page.statuses) query = query.where('status', 'in', [...page.statuses])
  const cursor = cursorOf(page.after)
  if (cursor)
    query = query.where(
      sql<boolean>`(starts_at, reservation_id) < (${cursor.startsAt}::timestamptz, ${cursor.id}::uuid)`,
    )
  const rows = await query
    .orderBy('starts_at', 'desc')
    .orderBy('reservation_id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map(publicOf)
}

/** Nearest 回答期限 first. */
export async function listOfCity(
  db: Kysely<Tables>,
  cityId: string,
  page: Page & {
    readonly status: ReservationStatus
    readonly venueId?: string | undefined
    readonly from?: string | undefined
    readonly to?: string | undefined
  },
): Promise<readonly (Reservation & { readonly sameDay: number })[]> {
  const { status, venueId, from, to } = page
  let query = db
    .selectFrom('reservations')
    .selectAll()
    .select(
      sql<number>`(select count(*)::int from reservations o where o.person_id = reservations.person_id and o.use_date = reservations.use_date
        and o.status in ('pending', 'approved') and o.reservation_id <> reservations.reservation_id)`.as(
        'same_day',
      ),
    )
    .where('city_id', '=', cityId)
    .where('status', '=', status)
  if (venueId !== undefined) query = query.where('venue_id', '=', venueId)
  if (from !== undefined) query = query.where('use_date', '>=', from)
  if (to !== undefined) query = query.where('use_date', '<=', to)
  const cursor = cursorOf(page.after)
  if (cursor)
    query = query.where(
      sql<boolean>`(starts_at, reservation_id) > (${cursor.startsAt}::timestamptz, ${cursor.id}::uuid)`,
    )
  const rows = await query.orderBy('starts_at').orderBy('reservation_id').limit(page.limit).execute()
  return rows.map(row => ({ ...publicOf(row), sameDay: row.same_day }))
}

/** What leaves the service: everything but the id of the time it holds and of whoever pressed. */
export function withoutOccupancy(stored: StoredReservation): Reservation {
  const { occupancyId: _, bookedByPerson, ...reservation } = stored
  return { ...reservation, bookedBy: bookedByPerson === null ? 'resident' : 'staff' }
}

export function publicOf(row: ReservationRow): Reservation {
  return withoutOccupancy(reservationOf(row))
}

function reservationOf(row: ReservationRow): StoredReservation {
  return {
    reservationId: row.reservation_id,
    occupancyId: row.occupancy_id,
    cityId: row.city_id,
    venueId: row.venue_id,
    spaceId: row.space_id,
    listingId: row.listing_id,
    venueName: row.venue_name,
    spaceName: row.space_name,
    personId: row.person_id,
    status: row.status,
    version: row.version,
    number: row.number,
    date: row.use_date,
    from: row.from_time,
    to: row.to_time,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    eventName: row.event_name,
    people: row.people,
    note: row.note,
    yen: row.yen,
    requestedAt: row.requested_at,
    answerBy: row.starts_at,
    reason: row.reason,
    cancelledBy: row.cancelled_by,
    entryId: row.entry_id,
    confirmBy: row.confirm_by,
    bookedByPerson: row.booked_by,
    movedFrom: row.moved_from,
    movedTo: row.moved_to,
    changedAt: row.changed_at,
    ...(row.options && { options: row.options }),
    ...(row.purpose && { purpose: row.purpose }),
    ...(row.fee && { fee: row.fee }),
    ...(row.headcount && { headcount: row.headcount }),
  }
}

function rowOf(reservation: StoredReservation): ReservationRow {
  return {
    reservation_id: reservation.reservationId,
    occupancy_id: reservation.occupancyId,
    city_id: reservation.cityId,
    venue_id: reservation.venueId,
    space_id: reservation.spaceId,
    listing_id: reservation.listingId,
    venue_name: reservation.venueName,
    space_name: reservation.spaceName,
    person_id: reservation.personId,
    status: reservation.status,
    version: reservation.version,
    number: reservation.number,
    use_date: reservation.date,
    from_time: reservation.from,
    to_time: reservation.to,
    starts_at: reservation.startsAt,
    ends_at: reservation.endsAt,
    event_name: reservation.eventName,
    people: reservation.people,
    note: reservation.note,
    yen: reservation.yen,
    requested_at: reservation.requestedAt,
    reason: reservation.reason,
    cancelled_by: reservation.cancelledBy,
    entry_id: reservation.entryId,
    confirm_by: reservation.confirmBy,
    booked_by: reservation.bookedByPerson,
    moved_to: reservation.movedTo,
    moved_from: reservation.movedFrom,
    changed_at: reservation.changedAt,
    warned_at: null,
    options: reservation.options ?? null,
    purpose: reservation.purpose ?? null,
    fee: reservation.fee ?? null,
    headcount: reservation.headcount ?? null,
  }
}
